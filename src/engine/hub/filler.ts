import { crc32, crcShift } from './crc32.ts';
import { DeflateWriter } from './deflate.ts';

/** What a generated file looks like: machine code, text, text whose every line is a comment to shells and the like, or something already compressed. */
export type Texture = 'code' | 'text' | 'conf' | 'packed';

/** A block that generated files are made of, with its compressed form. */
export interface Block {
  readonly bytes: Uint8Array;
  readonly deflated: Uint8Array;
  readonly crc: number;
}

/** Sizes of blocks, largest first: a file is cut into as many of each as fit; what is left is cut from one of the last. */
export const BLOCK_SIZES = [1 << 16, 1 << 12, 1 << 8] as const;
/** How many blocks there are of each size and texture. */
const VARIETY = 8;

/** What a block's length makes of the CRC of what stands before it. */
export const blockShifts: ReadonlyMap<number, (crc: number) => number> = new Map(BLOCK_SIZES.map((size) => [size, crcShift(size)]));

/** xorshift32. */
export function randomFrom(seed: number): () => number {
  let state = (Math.imul(seed | 0, 0x9e3779b1) ^ 0x5bd1e995) | 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}

const WORDS = (
  'the of to and in is for be that with this by are as or it on not if from an can which will file may used when at value option name set ' +
  'has any all system library version command default other function returns must only data user path type license copyright string list ' +
  'package number time source output line directory error code see use one should each where than more also format read write process'
).split(' ');

const NEWLINE = 0x0a;
const HASH = 0x23;
const BLANK = 0x20;

/** Of each texture: bytes that are new, and bytes that are repeated after them. */
const SHAPE: Readonly<Record<Texture, readonly [fresh: number, repeated: number]>> = {
  code: [40, 62],
  text: [48, 130],
  conf: [48, 130],
  packed: [240, 6],
};

function freshText(random: () => number, length: number, newline: string, put: (byte: number) => void): void {
  let written = 0;
  while (written < length) {
    const word = `${WORDS[random() % WORDS.length]!}${random() % 9 === 0 ? newline : ' '}`;
    for (let i = 0; i < word.length && written < length; i++, written++) put(word.charCodeAt(i));
  }
}

/** Writes a block and its compressed form side by side: runs of new bytes, each followed by a repetition of earlier ones. */
function makeBlock(texture: Texture, size: number, variant: number): Block {
  const random = randomFrom(variant * 31 + size + { code: 1, text: 2, packed: 3, conf: 4 }[texture] * 1009);
  const bytes = new Uint8Array(size);
  const out = new DeflateWriter();
  const [fresh, repeated] = SHAPE[texture];
  let at = 0;
  const put = (byte: number): void => {
    if (at >= size) return;
    bytes[at++] = byte;
    out.literal(byte);
  };
  /** A comment goes on where a line was cut. */
  const mend = (): void => {
    if (texture !== 'conf' || (at > 0 && bytes[at - 1] !== NEWLINE)) return;
    put(HASH);
    put(BLANK);
  };
  out.begin();
  while (at < size) {
    mend();
    if (texture === 'text') freshText(random, fresh, '\n', put);
    else if (texture === 'conf') freshText(random, fresh, '\n# ', put);
    else for (let i = 0; i < fresh; i++) put(random() % 144);
    mend();
    const length = Math.min(repeated, size - at);
    if (length < 3) continue;
    const reach = Math.min(at, 32_000);
    const distance = Math.min(reach, length + (random() % Math.max(1, reach - length)));
    out.match(length, distance);
    for (let i = 0; i < length; i++, at++) bytes[at] = bytes[at - distance]!;
  }
  return { bytes, deflated: out.end(), crc: crc32(bytes) };
}

const made = new Map<string, readonly Block[]>();

/** The blocks of one texture and size, made when first asked for. */
export function blocksOf(texture: Texture, size: number): readonly Block[] {
  const key = `${texture} ${size}`;
  let blocks = made.get(key);
  if (blocks === undefined) {
    blocks = Array.from({ length: VARIETY }, (_, variant) => makeBlock(texture, size, variant));
    made.set(key, blocks);
  }
  return blocks;
}

/** Which variant stands at place `index` of a file. */
export const variantAt = (seed: number, index: number): number =>
  (Math.imul(seed ^ Math.imul(index + 1, 0x85ebca6b), 0xc2b2ae35) >>> 13) % VARIETY;
