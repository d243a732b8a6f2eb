import type { Call } from '../../applet.ts';
import { type Conversion, formatFloat, formatInteger, formatString, readConversion } from '../c-format.ts';
import { CONTROL_NAMES, escapedByte } from './byte-names.ts';

type Kind = 'text' | 'address' | 'end-address' | 'char' | 'escaped' | 'printable' | 'name' | 'integer' | 'float' | 'string';

/** One piece of a format: text, or one conversion with the text after it. */
export interface Piece {
  readonly kind: Kind;
  readonly bytes: number;
  readonly before: string;
  readonly after: string;
  readonly conversion: Conversion | undefined;
}

/** `[REPEAT][/BYTES]"FORMAT"`. */
export interface Unit {
  repeat: number;
  readonly repeatGiven: boolean;
  readonly bytes: number;
  readonly pieces: readonly Piece[];
  /** Only printed after the last block. */
  readonly atEnd: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '0': '\0' };

/** Reads a format string of -e. */
export function readFormat(a: Call, text: string): Unit[] {
  const units: Unit[] = [];
  const pattern = /[ \t-\r]*(?:([0-9]+)?(?:[ \t]*\/[ \t]*([0-9]+))?[ \t-\r]*"([^"]*)")/y;
  let at = 0;
  while (at < text.length && text.slice(at).trim() !== '') {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) a.die(`bad format {${text}}`);
    at = pattern.lastIndex;
    const format = match[3]!.replace(/\\([\s\S])/g, (_, char: string) => ESCAPES[char] ?? char);
    const pieces = readPieces(a, format, match[2] === undefined ? undefined : Number(match[2]));
    units.push({
      repeat: match[1] === undefined ? 1 : Number(match[1]),
      repeatGiven: match[1] !== undefined,
      bytes: pieces.reduce((sum, piece) => sum + piece.bytes, 0),
      pieces,
      atEnd: pieces.some(({ kind }) => kind === 'end-address'),
    });
  }
  return units;
}

function readPieces(a: Call, format: string, given: number | undefined): Piece[] {
  const pieces: Piece[] = [];
  const pattern = /%([-+ #0]*)([0-9]*)(?:\.([0-9]*))?(_[aA][dox]|_[cpu]|[A-Za-z%])/g;
  let before = '';
  let from = 0;
  const conversions = [...format.matchAll(pattern)];
  for (const [index, match] of conversions.entries()) {
    before += format.slice(from, match.index);
    from = match.index + match[0].length;
    const letter = match[4]!;
    if (letter === '%') {
      before += '%';
      continue;
    }
    const end = conversions[index + 1]?.index ?? format.length;
    const after = format.slice(from, end);
    from = end;
    const precision = match[3] === undefined ? -1 : Number(match[3]);
    const { kind, bytes, as } = meaning(a, letter, given, precision);
    const conversion = readConversion(`%${match[1]}${match[2]}${match[3] === undefined ? '' : `.${match[3]}`}${as}`);
    pieces.push({ kind, bytes, before, after, conversion });
    before = '';
  }
  before += format.slice(from);
  if (before !== '' || pieces.length === 0) pieces.push({ kind: 'text', bytes: 0, before, after: '', conversion: undefined });
  return pieces;
}

function meaning(a: Call, letter: string, given: number | undefined, precision: number): { kind: Kind; bytes: number; as: string } {
  const sized = (sizes: readonly number[], otherwise: number): number => {
    const bytes = given ?? otherwise;
    if (!sizes.includes(bytes)) a.die(`bad byte count for conversion character ${letter} `);
    return bytes;
  };
  if (letter.startsWith('_a')) return { kind: 'address', bytes: 0, as: letter[2] === 'd' ? 'u' : letter[2]! };
  if (letter.startsWith('_A')) return { kind: 'end-address', bytes: 0, as: letter[2] === 'd' ? 'u' : letter[2]! };
  switch (letter) {
    case 'c':
      return { kind: 'char', bytes: sized([1], 1), as: 'c' };
    case '_c':
      return { kind: 'escaped', bytes: sized([1], 1), as: 's' };
    case '_p':
      return { kind: 'printable', bytes: sized([1], 1), as: 'c' };
    case '_u':
      return { kind: 'name', bytes: sized([1], 1), as: 's' };
    case 'd':
    case 'i':
    case 'o':
    case 'u':
    case 'x':
    case 'X':
      return { kind: 'integer', bytes: sized([1, 2, 4], 4), as: letter };
    case 'e':
    case 'E':
    case 'f':
    case 'g':
    case 'G':
      return { kind: 'float', bytes: sized([4, 8], 8), as: letter };
    case 's':
      if (precision < 0 && given === undefined) a.die('%s needs precision or byte count');
      return { kind: 'string', bytes: precision >= 0 ? precision : given!, as: 's' };
    default:
      return a.die(`bad conversion character %${letter}`);
  }
}

/** What a piece prints for the bytes at `at`; `address` is where they are in the input. */
export function show(piece: Piece, view: DataView, at: number, address: number): string {
  const { kind, bytes, before, after, conversion } = piece;
  if (conversion === undefined) return before;
  const wrap = (text: string): string => before + text + after;
  switch (kind) {
    case 'address':
    case 'end-address':
      return wrap(formatInteger(BigInt(address), conversion));
    case 'char':
      return wrap(formatString(String.fromCharCode(view.getUint8(at)), { ...conversion, precision: -1 }));
    case 'printable': {
      const byte = view.getUint8(at);
      return wrap(formatString(byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.', { ...conversion, precision: -1 }));
    }
    case 'escaped':
      return wrap(formatString(escapedByte(view.getUint8(at)), conversion));
    case 'name': {
      const byte = view.getUint8(at);
      const name =
        byte === 10
          ? 'lf'
          : byte < 32
            ? CONTROL_NAMES[byte]!
            : byte === 127
              ? 'del'
              : byte > 127
                ? byte.toString(16)
                : String.fromCharCode(byte);
      return wrap(formatString(name, conversion));
    }
    case 'float':
      return wrap(formatFloat(bytes === 4 ? view.getFloat32(at, true) : view.getFloat64(at, true), conversion));
    case 'string': {
      let text = '';
      for (let i = at; i < view.byteLength && view.getUint8(i) !== 0; i++) text += String.fromCharCode(view.getUint8(i));
      return wrap(formatString(text, conversion));
    }
    default: {
      const signed = conversion.letter === 'd' || conversion.letter === 'i';
      const value =
        bytes === 1
          ? view.getUint8(at)
          : bytes === 2
            ? signed
              ? view.getInt16(at, true)
              : view.getUint16(at, true)
            : signed
              ? view.getInt32(at, true)
              : view.getUint32(at, true);
      return wrap(formatInteger(BigInt(value), conversion));
    }
  }
}

/** The blanks that a piece prints where there are no bytes. */
export const blank = ({ before, after, conversion }: Piece): string =>
  conversion === undefined ? before : before + ' '.repeat(conversion.width) + after;
