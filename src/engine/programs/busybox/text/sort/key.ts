import { upperBytes } from '../../../regex/syntax.ts';
import type { Call } from '../../applet.ts';
import { parseFloatPrefix } from '../c-number.ts';
import { compareVersions } from './version-compare.ts';

/** Which part of a line a key is and how it is compared. Fields and characters count from 1; 0 is "not given". */
export interface Key {
  readonly range: readonly [field: number, char: number, endField: number, endChar: number];
  /** Letters of its own; none means those of the command line. `B` strips blanks at the end. */
  readonly flags: ReadonlySet<string>;
}

const KEY_FLAGS = 'ngMbrdfi';
const ALL_FLAGS = 'ngMVucszbrdfimS:T:o:k:*t:';

/** Reads the argument of -k: `START[.CHAR][FLAGS][,END[.CHAR][FLAGS]]`. */
export function readKey(a: Call, text: string): Key {
  const range: [number, number, number, number] = [0, 0, 0, 0];
  const flags = new Set<string>();
  let at = 0;
  let side = 0;
  const number = (): number => {
    const digits = /^[0-9]+/.exec(text.slice(at))?.[0];
    const value = digits === undefined ? 0 : Number(digits);
    if (value === 0 || value > 0x7fff_ffff) a.die('bad field specification');
    at += digits!.length;
    return value;
  };
  while (at < text.length) {
    range[2 * side] = number();
    if (text[at] === '.') {
      at++;
      range[2 * side + 1] = number();
    }
    while (at < text.length) {
      const char = text[at]!;
      if (char === ',' && side++ === 0) {
        at++;
        break;
      }
      if (!ALL_FLAGS.includes(char)) a.die('unknown key option');
      if (!KEY_FLAGS.includes(char)) a.die('unknown sort type');
      flags.add(side > 0 && char === 'b' ? 'B' : char);
      at++;
    }
  }
  return { range, flags };
}

const isSpace = (line: string, at: number): boolean => at < line.length && /[ \t-\r]/.test(line[at]!);

/** The text of a key in a line, after what -b, -d, -i and -f do to it. */
export function keyOf(line: string, key: Key, flags: ReadonlySet<string>, separator: string | undefined): string {
  const [field, char, endField, endChar] = key.range;
  const { length } = line;
  /** Where a field begins, or (for the end of the key) where it ends. */
  const edge = (number: number, isEnd: boolean): number => {
    if (number === 0) return length;
    let at = 0;
    let passed = false;
    for (let i = 1; i < number + (isEnd ? 1 : 0); i++) {
      passed = false;
      if (separator !== undefined) {
        while (at < length) {
          if (line[at++] === separator) {
            passed = true;
            break;
          }
        }
        if (at >= length && length > 0 && !passed) passed = false;
      } else {
        while (isSpace(line, at)) at++;
        while (at < length && !isSpace(line, at)) at++;
      }
    }
    return isEnd && passed ? at - 1 : at;
  };
  let start = edge(field, false);
  let end = edge(endField, true);
  if (flags.has('b')) while (isSpace(line, start)) start++;
  if (flags.has('B')) while (end > start && isSpace(line, end - 1)) end--;
  if (endChar > 0) end = Math.min(endChar, length);
  if (char > 0) start = Math.min(start + char - 1, length);
  let part = line.slice(start, Math.max(start, end));
  if (flags.has('d')) part = part.replace(/[^ \t-\r0-9A-Za-z]/g, '');
  if (flags.has('i')) part = part.replace(/[^ -~]/g, '');
  return flags.has('f') ? upperBytes(part) : part;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month = (text: string): number =>
  MONTHS.indexOf(
    text
      .replace(/^[ \t-\r]+/, '')
      .slice(0, 3)
      .toLowerCase(),
  );

export type Comparison = (x: string, y: string) => number;
const byNumber = (x: number, y: number): number => (x > y ? 1 : x < y ? -1 : 0);
export const byBytes: Comparison = (x, y) => (x > y ? 1 : x < y ? -1 : 0);

/** Not numbers < NaN < numbers. */
function general(x: string, y: string): number {
  const dx = parseFloatPrefix(x);
  const dy = parseFloatPrefix(y);
  if (dx.length === 0) return dy.length === 0 ? 0 : -1;
  if (dy.length === 0) return 1;
  if (Number.isNaN(dx.value)) return Number.isNaN(dy.value) ? 0 : -1;
  if (Number.isNaN(dy.value)) return 1;
  return byNumber(dx.value, dy.value);
}

/** How keys with these flags compare. */
export function comparisonFor(a: Call, flags: ReadonlySet<string>): Comparison {
  const kinds = [...'ngMV'].filter((flag) => flags.has(flag));
  if (kinds.length > 1) a.die('unknown sort type');
  switch (kinds[0]) {
    case 'n':
      return (x, y) => byNumber(parseFloatPrefix(x).value, parseFloatPrefix(y).value);
    case 'g':
      return general;
    case 'M':
      return (x, y) => month(x) - month(y);
    case 'V':
      return compareVersions;
    default:
      return byBytes;
  }
}
