import type { Body } from '../../../engine/tree/index.ts';

/** The first bytes of gzip, bzip2, xz and zstd. */
const MAGIC = [
  [0x1f, 0x8b, 0x08],
  [0x42, 0x5a, 0x68],
  [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00],
  [0x28, 0xb5, 0x2f, 0xfd],
];

/** Whether standard input is a compressed archive rather than a Dockerfile, by its first bytes alone (docker/cli build/context.go IsArchive). */
export function isCompressed(body: Body): boolean {
  const head = body.read(0, 8);
  return MAGIC.some((magic) => magic.every((byte, i) => head[i] === byte));
}
