// Digests: SHA-256 and the kinds of names made from it.
// Knows bytes and the image-spec's naming rules; refuses to know what the bytes mean.
import './wait.ts';

export { chainID, chainIDs } from './chain-id.ts';
export { digestsReady } from './pool.ts';
export { type DigestStream, hexOf, isDigest, sha256, startDigest } from './sha256.ts';
export type { CacheKey, ChainID, DiffID, Digest, ImageID } from './types.ts';
