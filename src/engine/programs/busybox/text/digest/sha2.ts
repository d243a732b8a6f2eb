import { Blocks, type Hash, hex } from './hash.ts';

const primes = (count: number): bigint[] => {
  const found: bigint[] = [];
  for (let n = 2n; found.length < count; n++) if (found.every((prime) => n % prime !== 0n)) found.push(n);
  return found;
};

/** The first 64 bits of the fraction of the `power`th root of a number. */
function rootFraction(number: bigint, power: bigint): bigint {
  const target = number << (64n * power);
  let low = 0n;
  let high = 1n << 72n;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    if (middle ** power <= target) low = middle;
    else high = middle;
  }
  return low & 0xffff_ffff_ffff_ffffn;
}

const PRIMES = primes(80);
/** FIPS 180-4 4.2.3: fractions of cube roots; SHA-256 uses the upper halves of the first 64. */
const CUBES = PRIMES.map((prime) => rootFraction(prime, 3n));
const SQUARES = PRIMES.slice(0, 8).map((prime) => rootFraction(prime, 2n));
const K32 = Int32Array.from(CUBES.slice(0, 64), (word) => Number(word >> 32n) | 0);
const KHIGH = Int32Array.from(CUBES, (word) => Number(word >> 32n) | 0);
const KLOW = Int32Array.from(CUBES, (word) => Number(word & 0xffff_ffffn) | 0);

/** SHA-256 (FIPS 180-4). */
export function sha256(): Hash {
  const state = Int32Array.from(SQUARES, (word) => Number(word >> 32n) | 0);
  const words = new Int32Array(64);
  const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));
  const blocks = new Blocks(64, (bytes, at) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 64);
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(4 * i);
    for (let i = 16; i < 64; i++) {
      const [x, y] = [words[i - 15]!, words[i - 2]!];
      const s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
      const s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
      words[i] = words[i - 16]! + s0 + words[i - 7]! + s1;
    }
    let [a, b, c, d, e, f, g, h] = state as unknown as [number, number, number, number, number, number, number, number];
    for (let i = 0; i < 64; i++) {
      const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + K32[i]! + words[i]!) | 0;
      const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    for (const [i, word] of [a, b, c, d, e, f, g, h].entries()) state[i] = state[i]! + word;
  });
  return {
    update: (bytes) => blocks.update(bytes),
    digest: () => {
      blocks.finish(true);
      const out = new DataView(new ArrayBuffer(32));
      state.forEach((word, i) => void out.setInt32(4 * i, word));
      return hex(new Uint8Array(out.buffer));
    },
  };
}

/** SHA-512 (FIPS 180-4); each 64-bit word is two of 32 bits. */
export function sha512(): Hash {
  const high = Int32Array.from(SQUARES, (word) => Number(word >> 32n) | 0);
  const low = Int32Array.from(SQUARES, (word) => Number(word & 0xffff_ffffn) | 0);
  const wh = new Int32Array(80);
  const wl = new Int32Array(80);
  /** Sum of words: [high, low]. */
  let sumHigh = 0;
  const sum = (...pairs: number[]): number => {
    let lows = 0;
    let highs = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      highs += pairs[i]!;
      lows += pairs[i + 1]! >>> 0;
    }
    sumHigh = (highs + Math.floor(lows / 2 ** 32)) | 0;
    return lows | 0;
  };
  /** The upper word of a rotation to the right; the lower one is the same with the words exchanged. */
  const turn = (h: number, l: number, by: number): number =>
    by < 32 ? (h >>> by) | (l << (32 - by)) : by === 32 ? l : (l >>> (by - 32)) | (h << (64 - by));
  const mix = (h: number, l: number, x: number, y: number, z: number): number => turn(h, l, x) ^ turn(h, l, y) ^ turn(h, l, z);
  const blocks = new Blocks(128, (bytes, at) => {
    const view = new DataView(bytes.buffer, bytes.byteOffset + at, 128);
    for (let i = 0; i < 16; i++) {
      wh[i] = view.getInt32(8 * i);
      wl[i] = view.getInt32(8 * i + 4);
    }
    for (let i = 16; i < 80; i++) {
      const [xh, xl, yh, yl] = [wh[i - 15]!, wl[i - 15]!, wh[i - 2]!, wl[i - 2]!];
      const s0h = turn(xh, xl, 1) ^ turn(xh, xl, 8) ^ (xh >>> 7);
      const s0l = turn(xl, xh, 1) ^ turn(xl, xh, 8) ^ ((xl >>> 7) | (xh << 25));
      const s1h = turn(yh, yl, 19) ^ turn(yh, yl, 61) ^ (yh >>> 6);
      const s1l = turn(yl, yh, 19) ^ turn(yl, yh, 61) ^ ((yl >>> 6) | (yh << 26));
      wl[i] = sum(wh[i - 16]!, wl[i - 16]!, s0h, s0l, wh[i - 7]!, wl[i - 7]!, s1h, s1l);
      wh[i] = sumHigh;
    }
    const h = Int32Array.from(high);
    const l = Int32Array.from(low);
    for (let i = 0; i < 80; i++) {
      const s1h = mix(h[4]!, l[4]!, 14, 18, 41);
      const s1l = mix(l[4]!, h[4]!, 14, 18, 41);
      const choiceH = (h[4]! & h[5]!) ^ (~h[4]! & h[6]!);
      const choiceL = (l[4]! & l[5]!) ^ (~l[4]! & l[6]!);
      const oneL = sum(h[7]!, l[7]!, s1h, s1l, choiceH, choiceL, KHIGH[i]!, KLOW[i]!, wh[i]!, wl[i]!);
      const oneH = sumHigh;
      const s0h = mix(h[0]!, l[0]!, 28, 34, 39);
      const s0l = mix(l[0]!, h[0]!, 28, 34, 39);
      const mostH = (h[0]! & h[1]!) ^ (h[0]! & h[2]!) ^ (h[1]! & h[2]!);
      const mostL = (l[0]! & l[1]!) ^ (l[0]! & l[2]!) ^ (l[1]! & l[2]!);
      const newE = sum(h[3]!, l[3]!, oneH, oneL);
      const newEHigh = sumHigh;
      const newA = sum(oneH, oneL, s0h, s0l, mostH, mostL);
      h.copyWithin(1, 0, 7);
      l.copyWithin(1, 0, 7);
      h[0] = sumHigh;
      l[0] = newA;
      h[4] = newEHigh;
      l[4] = newE;
    }
    for (let i = 0; i < 8; i++) {
      low[i] = sum(high[i]!, low[i]!, h[i]!, l[i]!);
      high[i] = sumHigh;
    }
  });
  return {
    update: (bytes) => blocks.update(bytes),
    digest: () => {
      blocks.finish(true);
      const out = new DataView(new ArrayBuffer(64));
      for (let i = 0; i < 8; i++) {
        out.setInt32(8 * i, high[i]!);
        out.setInt32(8 * i + 4, low[i]!);
      }
      return hex(new Uint8Array(out.buffer));
    },
  };
}
