/** Archives are made of blocks of this size (POSIX.1-2017 pax, "ustar Interchange Format"). */
export const BLOCK = 512;

/** Offset and length of each field of a ustar header block. */
export const FIELD = {
  name: [0, 100],
  mode: [100, 8],
  uid: [108, 8],
  gid: [116, 8],
  size: [124, 12],
  mtime: [136, 12],
  checksum: [148, 8],
  type: [156, 1],
  linkname: [157, 100],
  magic: [257, 6],
  version: [263, 2],
  major: [329, 8],
  minor: [337, 8],
  prefix: [345, 155],
} as const satisfies Record<string, readonly [offset: number, length: number]>;

export type Field = keyof typeof FIELD;

/** Sum of a header's bytes with the checksum field taken as blanks. */
export function checksum(block: Uint8Array): number {
  let sum = 8 * 0x20;
  for (let i = 0; i < BLOCK; i++) if (i < 148 || i >= 156) sum += block[i]!;
  return sum;
}

/** Size rounded up to whole blocks. */
export const padded = (size: number): number => Math.ceil(size / BLOCK) * BLOCK;

/** Whether a number can be written in a field of `length` bytes in octal with its final NUL. */
export const fitsOctal = (length: number, value: number): boolean => value >= 0 && value < 8 ** (length - 1);
