import { type Step, TURN, toBytes } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { type Input, openOrComplain } from '../input.ts';
import { BKM, numberArgument } from '../number-argument.ts';
import { OLD_TYPES, type OutputType, typesOf } from './od-types.ts';

const LONG = {
  'skip-bytes': { as: 'j', arg: 'required' },
  'address-radix': { as: 'A', arg: 'required' },
  'read-bytes': { as: 'N', arg: 'required' },
  format: { as: 't', arg: 'required' },
  'output-duplicates': { as: 'v' },
  strings: { as: 'S', arg: 'optional' },
  width: { as: 'w', arg: 'optional' },
} as const;

/** od: bytes in octal, or as -t says. */
export const od: Applet = function* (a) {
  const options = a.options('A:N:abcdfhij:lot:vxsS:w::', { long: LONG });
  const types: OutputType[] = [];
  for (const [key, value] of options.given) {
    const type = key === 't' ? value : Object.hasOwn(OLD_TYPES, key) ? OLD_TYPES[key] : undefined;
    if (type !== undefined) types.push(...typesOf(a, type));
  }
  if (types.length === 0) types.push(...typesOf(a, 'o2'));
  const radix = options.value('A') ?? 'o';
  if (!['d', 'o', 'x', 'n'].includes(radix[0] ?? '')) a.die(`bad output address radix '${radix[0] ?? ''}' (must be [doxn])`);
  const number = (key: string): number => numberArgument(a, options.value(key)!, { max: Number.MAX_SAFE_INTEGER, suffixes: BKM, radix: 0 });
  const skip = options.has('j') ? number('j') : 0;
  const limit = options.has('N') ? number('N') : Number.POSITIVE_INFINITY;
  const common = Math.max(...types.map(({ size }) => size));
  let width = common * Math.max(1, Math.floor(16 / common));
  if (options.has('w')) {
    const text = options.value('w')!;
    const wanted = text === '' ? 32 : numberArgument(a, text, { max: 100_000 });
    if (wanted > 0 && wanted % common === 0) width = wanted;
    else {
      yield* a.complain(`warning: invalid width ${wanted}; using ${common} instead`);
      width = common;
    }
  }
  const source = new Source(a, options.rest.length === 0 ? ['-'] : options.rest);
  const skipped = yield* source.take(skip, true);
  if (skipped.length < skip) a.die("can't skip past end of combined input");
  const address = (at: number): string => {
    if (radix[0] === 'n') return '';
    const base = { d: 10, o: 8, x: 16 }[radix[0] as 'd' | 'o' | 'x'];
    return at.toString(base).padStart(base === 16 ? 6 : 7, '0');
  };
  if (options.has('S')) yield* dumpStrings(a, source, skip, limit, number('S'), address);
  else yield* dumpBlocks(a, source, { skip, limit, width, common, types, address, all: options.has('v') });
  return source.failed ? 1 : 0;
};

/** Several files as one. */
class Source {
  failed = false;
  /** Whether any file could be opened. */
  opened = false;
  readonly #a: Call;
  readonly #files: string[];
  #input: Input | undefined;

  constructor(a: Call, files: readonly string[]) {
    this.#a = a;
    this.#files = [...files];
  }

  /** The next `count` bytes, fewer only at the end; with `drop` only their number matters. */
  *take(count: number, drop = false): Step<{ readonly length: number; readonly text: string }> {
    const parts: string[] = [];
    let length = 0;
    while (length < count) {
      if (this.#input === undefined) {
        const file = this.#files.shift();
        if (file === undefined) break;
        this.#input = yield* openOrComplain(this.#a, file);
        if (this.#input === undefined) this.failed = true;
        else this.opened = true;
        continue;
      }
      const part = yield* this.#input.some();
      if (part === undefined) {
        this.#input.close();
        this.#input = undefined;
        continue;
      }
      const over = Math.max(0, part.length - (count - length));
      if (over > 0) this.#input.unread(over);
      if (!drop) parts.push(over > 0 ? part.slice(0, -over) : part);
      length += part.length - over;
      if (this.#a.p.tick()) yield TURN;
    }
    return { length, text: parts.join('') };
  }
}

interface Dump {
  readonly skip: number;
  readonly limit: number;
  readonly width: number;
  readonly common: number;
  readonly types: readonly OutputType[];
  readonly all: boolean;
  address(at: number): string;
}

function* dumpBlocks(a: Call, source: Source, dump: Dump): Step<void> {
  const { width, common, types, address } = dump;
  let at = dump.skip;
  let last: string | undefined;
  let starred = false;
  for (let left = dump.limit; left > 0; ) {
    const { text } = yield* source.take(Math.min(width, left));
    if (text === '') break;
    left -= text.length;
    if (!dump.all && text.length === width && text === last) {
      if (!starred) yield* a.line('*');
      starred = true;
    } else {
      starred = false;
      const shown = Math.ceil(text.length / common) * common;
      const bytes = new Uint8Array(shown);
      bytes.set(toBytes(text));
      const view = new DataView(bytes.buffer);
      for (const [index, type] of types.entries()) {
        let line = index === 0 ? address(at) : ' '.repeat(address(0).length);
        for (let i = 0; i < shown; i += type.size) line += type.show(view, i);
        yield* a.line(line);
      }
    }
    last = text;
    at += text.length;
    if (a.p.tick()) yield TURN;
  }
  if ((source.opened || !source.failed) && address(at) !== '') yield* a.line(address(at));
}

/** -S: strings of printable bytes that end in a NUL. */
function* dumpStrings(a: Call, source: Source, skip: number, limit: number, least: number, address: (at: number) => string): Step<void> {
  let run = '';
  let at = skip;
  for (let left = limit; left > 0; left--, at++) {
    const { text } = yield* source.take(1);
    if (text === '') return;
    if (/[ -~\t\n\r\f\v\b\x07]/.test(text) && text !== '\n') run += text;
    else {
      if (text === '\0' && run.length >= least) {
        const start = address(at - run.length);
        yield* a.line(start === '' ? run : `${start} ${run}`);
      }
      run = '';
    }
    if (a.p.tick()) yield TURN;
  }
}
