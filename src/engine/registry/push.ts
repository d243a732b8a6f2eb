import type { Digest } from '../digest/index.ts';

/** A push of one reference that came to its end. */
export interface Push {
  /** 1 for an engine's first. */
  readonly number: number;
  readonly domain: string;
  readonly path: string;
  readonly tag: string;
  /** Layers, configs and attestations that were sent: neither manifests, nor what was there or was mounted from another repository. */
  readonly blobs: readonly { readonly digest: Digest; readonly size: number }[];
}
