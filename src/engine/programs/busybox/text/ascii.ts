import type { Applet } from '../applet.ts';
import { CONTROL_NAMES } from './dump/byte-names.ts';

/** ascii: the table of the 128 characters. */
export const ascii: Applet = function* (a) {
  yield* a.line('Dec Hex    Dec Hex    Dec Hex  Dec Hex  Dec Hex  Dec Hex   Dec Hex   Dec Hex');
  for (let row = 0; row < 16; row++) {
    let line = '';
    for (let column = 0; column < 8; column++) {
      const byte = row + 16 * column;
      const name = byte < 32 ? CONTROL_NAMES[byte]!.toUpperCase() : byte === 127 ? 'DEL' : String.fromCharCode(byte);
      const code = `${String(byte).padStart(column < 6 ? 3 : 4)} ${byte.toString(16).padStart(2, '0')} `;
      line += column < 2 ? `${code}${name.padEnd(4)}` : code + name + (column < 7 ? ' ' : '');
    }
    yield* a.line(line);
  }
  return 0;
};
