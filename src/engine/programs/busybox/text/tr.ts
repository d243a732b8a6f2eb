import { type Step, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { readEscape } from './escape.ts';

const range = (from: number, to: number): number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
const DIGITS = range(48, 57);
const UPPER = range(65, 90);
const LOWER = range(97, 122);
const CLASSES: Readonly<Record<string, readonly number[]>> = {
  alpha: [...UPPER, ...LOWER],
  alnum: [...DIGITS, ...UPPER, ...LOWER],
  digit: DIGITS,
  lower: LOWER,
  upper: UPPER,
  space: [...range(9, 13), 32],
  blank: [9, 32],
  punct: range(33, 126).filter((byte) => !/[0-9A-Za-z]/.test(String.fromCharCode(byte))),
  cntrl: [...range(0, 31), 127],
  xdigit: [...DIGITS, ...range(65, 70), ...range(97, 102)],
};

/** tr: bytes of standard input are replaced, deleted (-d) or squeezed (-s). */
export const tr: Applet = function* (a) {
  const options = a.options('+Ccds', { min: 1 });
  const [first, second] = options.rest;
  let from = expand(a, first!);
  if (options.has('c') || options.has('C')) {
    const members = new Set(from);
    from = range(0, 255).filter((byte) => !members.has(byte));
  }
  const map = range(0, 255);
  let to: number[] = [];
  if (second !== undefined) {
    if (second === '') a.die('STRING2 cannot be empty');
    to = expand(a, second);
    for (let i = 0; i < from.length; i++) map[from[i]!] = to[Math.min(i, to.length - 1)]!;
  }
  return yield* translate(a, { map, from: new Set(from), to: new Set(to), drop: options.has('d'), squeeze: options.has('s') });
};

interface Plan {
  readonly map: readonly number[];
  readonly from: ReadonlySet<number>;
  readonly to: ReadonlySet<number>;
  readonly drop: boolean;
  readonly squeeze: boolean;
}

function* translate(a: Call, { map, from, to, drop, squeeze }: Plan): Step<number> {
  let last = -1;
  for (;;) {
    const bytes = yield* a.p.read(0, 4096);
    if (bytes.length === 0) return 0;
    const out = new Uint8Array(bytes.length);
    let size = 0;
    for (const byte of bytes) {
      if (drop && from.has(byte)) continue;
      const coded = map[byte]!;
      if (squeeze && last === coded && (from.has(byte) || to.has(coded))) continue;
      out[size++] = last = coded;
    }
    yield* a.printBytes(out.subarray(0, size));
    if (a.p.tick()) yield TURN;
  }
}

/** The bytes that a set names, in order: escapes, ranges, `[:class:]`, `[=x=]`. */
function expand(a: Call, text: string): number[] {
  const out: number[] = [];
  for (let at = 0; at < text.length; ) {
    let char = text[at]!;
    let after = at + 1;
    if (char === '\\') ({ byte: char, end: after } = readEscape(text, after));
    if (text[after] === '-' && after + 1 < text.length) {
      let end = text[after + 1]!;
      at = after + 2;
      if (end === '\\') ({ byte: end, end: at } = readEscape(text, at));
      out.push(...range(char.charCodeAt(0), end.charCodeAt(0)));
      continue;
    }
    if (char === '[' && text[after] === ':') {
      const name = /^([a-z]+):\]/.exec(text.slice(after + 1))?.[1];
      const members = name !== undefined && Object.hasOwn(CLASSES, name) ? CLASSES[name] : undefined;
      if (members !== undefined) {
        out.push(...members);
        at = after + 1 + name!.length + 2;
        continue;
      }
    } else if (char === '[' && text[after] === '=') {
      if (text[after + 1] === undefined || text.slice(after + 2, after + 4) !== '=]') a.showUsage();
      out.push(text.charCodeAt(after + 1));
      at = after + 4;
      continue;
    }
    out.push(char.charCodeAt(0));
    at = after;
  }
  return out;
}
