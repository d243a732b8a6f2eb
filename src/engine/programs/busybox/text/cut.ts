import { type Step, TURN } from '../../../kernel/index.ts';
import { extendedSyntax, Regex, RegexError } from '../../regex/index.ts';
import type { Applet, Call } from '../applet.ts';
import { eachInput, type Input } from './input.ts';
import { numberArgument } from './number-argument.ts';

/** Positions from 0, both ends included. */
interface Range {
  readonly start: number;
  readonly end: number;
}

interface Plan {
  readonly ranges: readonly Range[];
  readonly suppress: boolean;
  readonly unsorted: boolean;
  readonly delimiter: string;
  readonly output: string;
  readonly regex: Regex | undefined;
}

/** cut: chosen bytes (-b, -c) or fields (-f, -F) of every line. */
export const cut: Applet = function* (a) {
  const options = a.options('b:c:f:d:O:sDF:n');
  const kinds = ['b', 'c', 'f', 'F'].filter((key) => options.has(key));
  if (kinds.length === 0) a.die('expected a list of bytes, characters, or fields');
  if (kinds.length > 1 || options.count(kinds[0]!) > 1) a.showUsage();
  const kind = kinds[0]!;
  const inFields = kind === 'f' || kind === 'F';
  if (!inFields && options.has('s')) a.die('suppressing non-delimited lines makes sense only when operating on fields');
  if (!inFields && options.has('d')) a.die('a delimiter may be specified only when operating on fields');
  const unsorted = options.has('D');
  const ranges = readRanges(a, options.value(kind)!);
  if (!unsorted) ranges.sort((x, y) => x.start - y.start);
  const delimiter = options.value('d') ?? (kind === 'F' ? '[[:space:]]+' : '\t');
  const plan: Plan = {
    ranges,
    suppress: options.has('s'),
    unsorted,
    delimiter,
    output: options.value('O') ?? (kind === 'F' ? ' ' : delimiter.slice(0, 1)),
    regex: kind === 'F' ? compile(a, delimiter) : undefined,
  };
  const each = !inFields ? bytesOf : delimiter === '\n' && kind === 'f' ? undefined : fieldsOf;
  return yield* eachInput(a, options.rest, function* (input) {
    if (each === undefined) return yield* cutLines(a, input, ranges);
    for (;;) {
      const line = yield* input.text();
      if (line === undefined) return;
      const cutLine = each(line, plan);
      if (cutLine !== undefined) yield* a.line(cutLine);
      if (a.p.tick()) yield TURN;
    }
  });
};

function compile(a: Call, pattern: string): Regex {
  try {
    return new Regex(pattern, extendedSyntax);
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    a.die(`bad regex '${pattern}': ${error.message}`);
  }
}

function readRanges(a: Call, list: string): Range[] {
  const ranges: Range[] = [];
  for (const word of list.split(',')) {
    if (word === '') continue;
    const dash = word.indexOf('-');
    const from = dash < 0 ? word : word.slice(0, dash);
    const to = dash < 0 ? undefined : word.slice(dash + 1);
    const position = (text: string): number => numberArgument(a, text, { max: 0x7fff_ffff }) - 1;
    const start = from === '' ? 0 : Math.max(0, position(from));
    const end = to === undefined ? start : to === '' ? Number.POSITIVE_INFINITY : position(to);
    if (to !== undefined && end + 1 < start) a.die(`${end + 1}<${start}`);
    ranges.push({ start, end });
  }
  if (ranges.length === 0) a.die('missing list of positions');
  return ranges;
}

function bytesOf(line: string, { ranges }: Plan): string {
  const printed = new Set<number>();
  let out = '';
  for (const { start, end } of ranges)
    for (let at = start; at < line.length; ) {
      if (!printed.has(at)) out += line[at];
      printed.add(at);
      if (++at > end) break;
    }
  return out;
}

/** Lines are the fields: `-d` is a newline. */
function* cutLines(a: Call, input: Input, ranges: readonly Range[]): Step<void> {
  for (let number = 0; ; number++) {
    const line = yield* input.text();
    if (line === undefined) return;
    if (ranges.some(({ start, end }) => start <= number && number <= end)) yield* a.line(line);
    if (a.p.tick()) yield TURN;
  }
}

/** The chosen fields of a line; undefined when it is left out. */
function fieldsOf(line: string, plan: Plan): string | undefined {
  const { ranges, regex, unsorted } = plan;
  const { length } = line;
  const out: string[] = [];
  let index = 0;
  let at = 0;
  let start = 0;
  let end = 0;
  let delimiters = 0;
  for (;;) {
    if (end === length || delimiters > ranges[index]!.end) {
      if (++index >= ranges.length) break;
      if (unsorted) start = delimiters = at = 0;
      end = 0;
    }
    if (at === length) {
      end = length;
      if (index === 0 && delimiters === 0 && regex === undefined) {
        if (plan.suppress) return undefined;
      } else if (delimiters < ranges[index]!.start) start = length;
    } else {
      if (regex !== undefined) {
        const match = regex.find(line, { base: at, notBol: true });
        if (match === undefined || match.end === match.start) {
          at = length;
          continue;
        }
        end = match.start;
        at = match.end;
      } else {
        end = at++;
        if (line[end] !== plan.delimiter[0]) {
          end = -1;
          continue;
        }
      }
      if (delimiters++ < ranges[index]!.start) {
        start = at;
        end = -1;
        continue;
      }
    }
    if (end !== start || regex === undefined) out.push(line.slice(start, Math.max(start, end)));
    start = at;
    if (delimiters === 0) break;
  }
  return out.join(plan.output);
}
