import type { ByteString } from '../../kernel/index.ts';

/** Byte order, as strcmp compares. */
export const compareBytes = (a: ByteString, b: ByteString): number => (a < b ? -1 : a > b ? 1 : 0);
