import { type Run, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { formatTime, localTime, matchFormat, midnight, offsetText, parseDate, parseZone, type Zone } from '../dates/index.ts';
import type { Options } from '../options.ts';

const DEFAULT = '%a %b %e %H:%M:%S %Z %Y';
const RFC_2822 = '%a, %d %b %Y %H:%M:%S %z';
const ISO = { date: '%Y-%m-%d', hours: '%Y-%m-%dT%H', minutes: '%Y-%m-%dT%H:%M', seconds: '%Y-%m-%dT%H:%M:%S', ns: '%Y-%m-%dT%H:%M:%S,%N' };

/** date [-u] [-d TIME] [-D FMT] [-r FILE] [-R | -I[SPEC]] [+FMT] [[-s] TIME]. Setting the clock is never permitted. */
export function* date(a: Call): Run {
  const o = a.options('Rs:ud:r:I::D:', {
    long: {
      'rfc-822': { as: 'R' },
      'rfc-2822': { as: 'R' },
      set: { as: 's', arg: 'required' },
      utc: { as: 'u' },
      universal: { as: 'u' },
      date: { as: 'd', arg: 'required' },
      reference: { as: 'r', arg: 'required' },
    },
  });
  const zone = o.has('u') ? parseZone(undefined) : parseZone(a.p.env.get('TZ'));
  const words = [...o.rest];
  let format: string | undefined;
  if (words[0]?.startsWith('+')) format = words.shift()!.slice(1);
  let setting = o.value('s');
  if (words.length > 0 && setting === undefined) {
    setting = fromDateForm(words.shift()!);
    if (words[0]?.startsWith('+')) format ??= words.shift()!.slice(1);
  }
  if (words.length > 0) a.showUsage();
  const moment = when(a, o, zone, setting);
  const shape = format ?? chosenFormat(a, o);
  if (setting !== undefined) yield* a.complain("can't set date: Operation not permitted");
  const nanos = Math.floor((moment - Math.floor(moment)) * 1e6) * 1000;
  const civil = localTime(moment, zone);
  let text = formatTime(shape, civil, shape === ISO.ns ? nanos : undefined);
  if (format === undefined && o.has('I') && o.value('I') !== '' && o.value('I') !== 'date') text += isoOffset(civil.offset);
  yield* a.line(text);
  return 0;
}

function when(a: Call, o: Options, zone: Zone, setting: string | undefined): number {
  const reference = o.value('r');
  if (reference !== undefined) {
    try {
      return a.p.fs.stat(reference).mtime;
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      a.die(`can't stat '${reference}': ${error.message}`);
    }
  }
  const text = o.value('d') ?? setting;
  if (text === undefined) return a.p.now();
  const base = midnight(a.p.now(), zone);
  const format = o.value('D');
  return (format === undefined ? parseDate(text, base, zone) : matchFormat(format, text, base, zone)) ?? a.die(`invalid date '${text}'`);
}

function chosenFormat(a: Call, o: Options): string {
  const iso = o.value('I');
  if (iso !== undefined) {
    const spec = (Object.keys(ISO) as (keyof typeof ISO)[]).find((name) => iso !== '' && name.startsWith(iso));
    if (iso !== '' && spec === undefined) a.showUsage();
    return ISO[spec ?? 'date'];
  }
  return o.has('R') ? RFC_2822 : DEFAULT;
}

const isoOffset = (offset: number): string => offsetText(offset).replace(/(\d\d)$/, ':$1');

/** `MMDDhhmm[[CC]YY][.ss]`, the form of a bare TIME, as `[[CC]YY]MMDDhhmm[.ss]`. */
function fromDateForm(text: string): string {
  const [, first, year, rest] = /^(\d{8})(\d{2}|\d{4})(\.\d+)?$/.exec(text) ?? [];
  return first === undefined ? text : `${year}${first}${rest ?? ''}`;
}
