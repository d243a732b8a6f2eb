export type { TarEntry } from '../tar/index.ts';

export const WHITEOUT = '.wh.';
export const OPAQUE = '.wh..wh..opq';
