import { idle } from './pool.ts';
import type { Digest } from './types.ts';

const encoder = new TextEncoder();

/** One running SHA-256 over bytes given in order. Call `digest` exactly once: it frees the stream. */
export interface DigestStream {
  update(bytes: Uint8Array): DigestStream;
  digest(): Digest;
}

export function startDigest(): DigestStream {
  const hasher = idle.pop();
  if (hasher === undefined) throw new Error('too many open digests');
  hasher.init();
  const stream: DigestStream = {
    update(bytes) {
      hasher.update(bytes);
      return stream;
    },
    digest() {
      const hex = hasher.digest('hex');
      idle.push(hasher);
      return `sha256:${hex}` as Digest;
    },
  };
  return stream;
}

/** The digest of whole bytes, or of the UTF-8 form of a text. */
export function sha256(data: Uint8Array | string): Digest {
  return startDigest()
    .update(typeof data === 'string' ? encoder.encode(data) : data)
    .digest();
}

/** The 64 hex digits of a digest. */
export const hexOf = (digest: Digest): string => digest.slice('sha256:'.length);

export function isDigest(text: string): text is Digest {
  return /^sha256:[0-9a-f]{64}$/.test(text);
}
