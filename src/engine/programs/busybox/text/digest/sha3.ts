import { type Hash, hex } from './hash.ts';

const MASK = 0xffff_ffff_ffff_ffffn;
const rotate = (word: bigint, by: bigint): bigint => ((word << by) | (word >> (64n - by))) & MASK;

/** Round constants and rotations of Keccak-f[1600] (FIPS 202), made as the standard describes. */
const ROUNDS: bigint[] = [];
const SHIFTS: bigint[] = new Array(25).fill(0n);
{
  let register = 1;
  for (let round = 0; round < 24; round++) {
    let constant = 0n;
    for (let j = 0; j < 7; j++) {
      if ((register & 1) !== 0) constant |= 1n << BigInt(2 ** j - 1);
      register = (register << 1) ^ ((register >> 7) * 0x171);
    }
    ROUNDS.push(constant);
  }
  for (let t = 0, x = 1, y = 0; t < 24; t++) {
    SHIFTS[x + 5 * y] = BigInt((((t + 1) * (t + 2)) / 2) % 64);
    [x, y] = [y, (2 * x + 3 * y) % 5];
  }
}

function permute(a: bigint[]): void {
  for (const constant of ROUNDS) {
    const column = Array.from({ length: 5 }, (_, x) => a[x]! ^ a[x + 5]! ^ a[x + 10]! ^ a[x + 15]! ^ a[x + 20]!);
    for (let x = 0; x < 5; x++) {
      const change = column[(x + 4) % 5]! ^ rotate(column[(x + 1) % 5]!, 1n);
      for (let y = 0; y < 25; y += 5) a[x + y] = a[x + y]! ^ change;
    }
    const b: bigint[] = new Array(25);
    for (let x = 0; x < 5; x++) for (let y = 0; y < 5; y++) b[y + 5 * ((2 * x + 3 * y) % 5)] = rotate(a[x + 5 * y]!, SHIFTS[x + 5 * y]!);
    for (let y = 0; y < 25; y += 5)
      for (let x = 0; x < 5; x++) a[x + y] = b[x + y]! ^ (~b[((x + 1) % 5) + y]! & MASK & b[((x + 2) % 5) + y]!);
    a[0] = a[0]! ^ constant;
  }
}

/** SHA-3 with a digest of `bits` bits. */
export function sha3(bits: number): Hash {
  const rate = 200 - bits / 4;
  const state: bigint[] = new Array(25).fill(0n);
  let at = 0;
  const put = (byte: number): void => {
    state[at >> 3] = state[at >> 3]! ^ (BigInt(byte) << BigInt(8 * (at & 7)));
    at++;
  };
  return {
    update: (bytes) => {
      for (const byte of bytes) {
        put(byte);
        if (at === rate) {
          permute(state);
          at = 0;
        }
      }
    },
    digest: () => {
      put(0x06);
      at = rate - 1;
      put(0x80);
      permute(state);
      return hex(Uint8Array.from({ length: bits / 8 }, (_, i) => Number((state[i >> 3]! >> BigInt(8 * (i & 7))) & 0xffn)));
    },
  };
}
