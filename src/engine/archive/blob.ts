import type { Digest } from '../digest/index.ts';
import { type Layer, layerTar, readLayer } from '../layer/index.ts';
import type { Body } from '../tree/index.ts';
import { decompress, gzip } from './compression.ts';

/** Blobs and layers that are each other's, so that neither is made twice. */
const made = new WeakMap<Layer, Body>();
const unpacked = new WeakMap<Body, Layer>();

/** A layer as it is pushed: its archive, compressed. Equal layers give equal blobs. */
export function layerBlob(layer: Layer): { digest: Digest; body: Body } {
  let body = made.get(layer);
  if (body === undefined) {
    body = layer.blob ?? gzip(layerTar(layer));
    made.set(layer, body);
    unpacked.set(body, layer);
  }
  return { digest: body.digest(), body };
}

/** The layer that a blob holds. Throws TarError and DockerError for a damaged one. */
export function layerOfBlob(body: Body): Layer {
  let layer = unpacked.get(body);
  if (layer === undefined) {
    layer = readLayer(decompress(body));
    unpacked.set(body, layer);
  }
  return layer;
}
