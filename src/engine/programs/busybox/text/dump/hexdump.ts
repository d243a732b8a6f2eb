import { type Step, TURN, toBytes } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { openInput, openOrComplain } from '../input.ts';
import { BKM, numberArgument } from '../number-argument.ts';
import { blank, type Piece, readFormat, show, type Unit } from './hexdump-format.ts';

const END = '"%07.7_Ax\n"';
const FORMATS: Readonly<Record<string, string>> = {
  b: '"%07.7_ax " 16/1 "%03o " "\\n"',
  c: '"%07.7_ax " 16/1 "%3_c " "\\n"',
  d: '"%07.7_ax " 8/2 "  %05u " "\\n"',
  o: '"%07.7_ax " 8/2 " %06o " "\\n"',
  x: '"%07.7_ax " 8/2 "   %04x " "\\n"',
};
const PLAIN = '"%07.7_ax " 8/2 "%04x " "\\n"';
/** The two halves of a canonical line read the same bytes. */
const CANONICAL = ['"%08.8_Ax\n"', '"%08.8_ax  " 8/1 "%02x " "  " 8/1 "%02x "', '"  |" 16/1 "%_p" "|\\n"'];

/** hexdump: bytes in hexadecimal, or as formats say. */
export const hexdump: Applet = function* (a) {
  const options = a.options('bcdoxCe:f:n:s:v', {});
  const texts: string[] = [];
  const built: string[] = [];
  for (const [key, value] of options.given) {
    if (key === 'e') texts.push(value);
    else if (key === 'f') texts.push(...(yield* formatFile(a, value)));
    else if (key === 'C') built.push(...CANONICAL);
    else if (Object.hasOwn(FORMATS, key)) built.push(...(built.length === 0 ? [END] : []), FORMATS[key]!);
  }
  if (texts.length === 0 && built.length === 0) built.push(END, PLAIN);
  const formats = [...texts, ...built].map((text) => readFormat(a, text));
  const number = (key: string): number => numberArgument(a, options.value(key)!, { max: Number.MAX_SAFE_INTEGER, suffixes: BKM, radix: 0 });
  const limit = options.has('n') ? number('n') : Number.POSITIVE_INFINITY;
  const skip = options.has('s') ? number('s') : 0;
  const { data, status } = yield* readAll(a, options.rest.length === 0 ? ['-'] : options.rest, skip + limit);
  yield* dump(a, formats, data, Math.min(skip, data.length), options.has('v'));
  return status;
};

function* formatFile(a: Call, file: string): Step<string[]> {
  let input: ReturnType<typeof openInput>;
  try {
    input = openInput(a, file);
  } catch (error) {
    return a.dieOf(`can't open '${file}'`, error);
  }
  const text = yield* input.rest();
  input.close();
  return text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
}

function* readAll(a: Call, files: readonly string[], limit: number): Step<{ data: Uint8Array; status: number }> {
  const parts: string[] = [];
  let size = 0;
  let status = 0;
  for (const file of files) {
    const input = yield* openOrComplain(a, file);
    if (input === undefined) {
      status = 1;
      continue;
    }
    while (size < limit) {
      const part = yield* input.some();
      if (part === undefined) break;
      parts.push(part);
      size += part.length;
      if (a.p.tick()) yield TURN;
    }
    input.close();
  }
  return { data: toBytes(parts.join('').slice(0, limit)), status };
}

const sizeOf = (units: readonly Unit[]): number => units.reduce((sum, unit) => sum + (unit.atEnd ? 0 : unit.repeat * unit.bytes), 0);

function* dump(a: Call, formats: Unit[][], data: Uint8Array, skip: number, all: boolean): Step<void> {
  const block = Math.max(0, ...formats.map(sizeOf));
  for (const units of formats) {
    const last = units.findLast((unit) => unit.bytes > 0);
    if (last !== undefined && !last.repeatGiven) last.repeat += Math.floor((block - sizeOf(units)) / last.bytes);
  }
  const ends = formats.flat().filter((unit) => unit.atEnd);
  if (block > 0) {
    let starred = false;
    for (let at = skip; at < data.length; at += block) {
      const bytes = new Uint8Array(block);
      bytes.set(data.subarray(at, at + block));
      if (!all && at > skip && repeats(data, at, block)) {
        if (!starred) yield* a.line('*');
        starred = true;
        continue;
      }
      starred = false;
      const view = new DataView(bytes.buffer);
      for (const units of formats) yield* a.print(lineOf(units, view, at, data.length));
      if (a.p.tick()) yield TURN;
    }
  }
  if (data.length > 0)
    for (const unit of ends) for (const piece of unit.pieces) yield* a.print(show(piece, new DataView(new ArrayBuffer(8)), 0, data.length));
}

/** Whether the block at `at` is the same as the one before it, as far as there is data. */
function repeats(data: Uint8Array, at: number, block: number): boolean {
  for (let i = at; i < Math.min(at + block, data.length); i++) if (data[i] !== data[i - block]) return false;
  return true;
}

function lineOf(units: readonly Unit[], view: DataView, address: number, end: number): string {
  let out = '';
  let offset = 0;
  for (const unit of units) {
    if (unit.atEnd) break;
    for (let round = unit.repeat; round > 0; round--) {
      for (const [index, piece] of unit.pieces.entries()) {
        const trim = round === 1 && unit.repeat > 1 && index === unit.pieces.length - 1;
        const shown = trim ? trimmed(piece) : piece;
        out += piece.bytes > 0 && address + offset >= end ? blank(shown) : show(shown, view, offset, address + offset);
        offset += piece.bytes;
      }
    }
  }
  return out;
}

/** The last round of a repeated unit does without the blanks at its end. */
const trimmed = (piece: Piece): Piece => ({ ...piece, after: piece.after.replace(/[ \t-\r]+$/, '') });
