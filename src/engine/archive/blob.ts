import type { Digest } from '../digest/index.ts';
import { type Layer, layerTar } from '../layer/index.ts';
import type { Body } from '../tree/index.ts';
import { gzip } from './compression.ts';

const made = new WeakMap<Layer, Body>();

/** A layer as it is pushed: its archive, compressed. Equal layers give equal blobs. */
export function layerBlob(layer: Layer): { digest: Digest; body: Body } {
  let body = made.get(layer);
  if (body === undefined) {
    body = gzip(layerTar(layer));
    made.set(layer, body);
  }
  return { digest: body.digest(), body };
}
