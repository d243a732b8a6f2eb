import { Blocks, type Hash, hex } from './hash.ts';

const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
/** floor(2³² × |sin(i + 1)|), RFC 1321. */
const TABLE = Int32Array.from({ length: 64 }, (_, i) => Math.floor(Math.abs(Math.sin(i + 1)) * 2 ** 32) | 0);

/** MD5 (RFC 1321). */
export function md5(): Hash {
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  const words = new Int32Array(16);
  const blocks = new Blocks(64, (bytes, at) => {
    for (let i = 0; i < 16; i++) {
      const o = at + 4 * i;
      words[i] = bytes[o]! | (bytes[o + 1]! << 8) | (bytes[o + 2]! << 16) | (bytes[o + 3]! << 24);
    }
    let [a, b, c, d] = state as unknown as [number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const round = i >> 4;
      let mixed: number;
      let index: number;
      if (round === 0) [mixed, index] = [(b & c) | (~b & d), i];
      else if (round === 1) [mixed, index] = [(d & b) | (~d & c), (5 * i + 1) & 15];
      else if (round === 2) [mixed, index] = [b ^ c ^ d, (3 * i + 5) & 15];
      else [mixed, index] = [c ^ (b | ~d), (7 * i) & 15];
      const sum = (a + mixed + TABLE[i]! + words[index]!) | 0;
      const shift = SHIFTS[round * 4 + (i & 3)]!;
      a = d;
      d = c;
      c = b;
      b = (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
    }
    state[0] = state[0]! + a;
    state[1] = state[1]! + b;
    state[2] = state[2]! + c;
    state[3] = state[3]! + d;
  });
  return {
    update: (bytes) => blocks.update(bytes),
    digest: () => {
      blocks.finish(false);
      const out = new DataView(new ArrayBuffer(16));
      state.forEach((word, i) => void out.setInt32(4 * i, word, true));
      return hex(new Uint8Array(out.buffer));
    },
  };
}
