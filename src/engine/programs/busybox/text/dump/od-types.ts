import type { Call } from '../../applet.ts';
import { formatFloat, formatInteger, readConversion } from '../c-format.ts';
import { CONTROL_NAMES, escapedByte } from './byte-names.ts';

/** How bytes are shown: `size` bytes make one item. */
export interface OutputType {
  readonly size: number;
  show(bytes: DataView, at: number): string;
}

const SIZES: Readonly<Record<string, number>> = { C: 1, S: 2, I: 4, L: 8, F: 4, D: 8 };
/** Field widths with the blank before them, by letter and size. */
const WIDTHS: Readonly<Record<string, Readonly<Record<number, number>>>> = {
  d: { 1: 5, 2: 7, 4: 12, 8: 21 },
  u: { 1: 4, 2: 6, 4: 11, 8: 21 },
  o: { 1: 4, 2: 7, 4: 12, 8: 23 },
  x: { 1: 3, 2: 5, 4: 9, 8: 17 },
};

const FLOAT4 = readConversion('%15.7e')!;
const FLOAT8 = readConversion('%23.15e')!;

function integerType(letter: string, size: number): OutputType {
  const width = WIDTHS[letter]![size]!;
  const zeros = letter === 'o' || letter === 'x';
  const conversion = readConversion(zeros ? `%0${width - 1}${letter}` : `%${width - 1}${letter}`)!;
  return {
    size,
    show: (view, at) => {
      let value = 0n;
      for (let i = size - 1; i >= 0; i--) value = (value << 8n) | BigInt(view.getUint8(at + i));
      return ` ${formatInteger(value, conversion, size * 8)}`;
    },
  };
}

const floatType = (size: number): OutputType => ({
  size,
  show: (view, at) => ` ${size === 4 ? formatFloat(view.getFloat32(at, true), FLOAT4) : formatFloat(view.getFloat64(at, true), FLOAT8)}`,
});

const CHARS: OutputType = { size: 1, show: (view, at) => escapedByte(view.getUint8(at)).padStart(4) };
const NAMES: OutputType = {
  size: 1,
  show: (view, at) => {
    const byte = view.getUint8(at) & 0x7f;
    return (byte === 127 ? 'del' : (CONTROL_NAMES[byte] ?? String.fromCharCode(byte))).padStart(4);
  },
};

/** The types that an argument of -t names. */
export function typesOf(a: Call, text: string): OutputType[] {
  const types: OutputType[] = [];
  for (let at = 0; at < text.length; ) {
    const letter = text[at++]!;
    if (letter === 'c' || letter === 'a') {
      types.push(letter === 'c' ? CHARS : NAMES);
      continue;
    }
    if (!'doxuf'.includes(letter)) a.die(`invalid character '${letter}' in type string '${text}'`);
    let size = letter === 'f' ? 8 : 4;
    const next = text[at];
    const isSize = next !== undefined && (letter === 'f' ? 'FDL' : 'CSIL').includes(next);
    if (next !== undefined && isSize) {
      size = SIZES[next]!;
      at++;
    } else if (next !== undefined && /[0-9]/.test(next)) {
      const rest = text.slice(at);
      size = /^[0-9]+$/.test(rest) ? Number(rest) : 4_294_967_295;
      const known = letter === 'f' ? [4, 8] : [1, 2, 4, 8];
      if (!known.includes(size)) {
        const kind = letter === 'f' ? 'floating point' : 'integral';
        a.die(`invalid type string '${text}'; ${size}-byte ${kind} type is not supported`);
      }
      at = text.length;
    }
    types.push(letter === 'f' ? floatType(size) : integerType(letter, size));
  }
  return types;
}

/** Types of the old letters. */
export const OLD_TYPES: Readonly<Record<string, string>> = {
  a: 'a',
  b: 'o1',
  c: 'c',
  d: 'u2',
  f: 'fF',
  h: 'x2',
  i: 'd2',
  l: 'd4',
  o: 'o2',
  x: 'x2',
  s: 'd2',
};
