import type { Hash } from './hash.ts';

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let word = byte;
  for (let bit = 0; bit < 8; bit++) word = (word & 1) !== 0 ? (word >>> 1) ^ 0xedb88320 : word >>> 1;
  return word;
});

/** The checksum of Ethernet and gzip. */
export function crc32(): Hash {
  let word = -1;
  return {
    update: (bytes) => {
      for (const byte of bytes) word = (word >>> 8) ^ TABLE[(word ^ byte) & 255]!;
    },
    digest: () => (~word >>> 0).toString(16).padStart(8, '0'),
  };
}
