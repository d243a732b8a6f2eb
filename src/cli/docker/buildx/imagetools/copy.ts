import type { Digest } from '../../../../engine/digest/index.ts';
import type { Step } from '../../../../engine/kernel/index.ts';
import type { Reference } from '../../../../engine/reference/index.ts';
import { type Descriptor, isIndex, type ManifestIndex } from '../../../../engine/registry/index.ts';
import type { Context } from '../../../command.ts';
import { registryOf, resolve } from './registry.ts';

const MAX_NESTING = 4;

/** Copies a manifest or index with everything it names from one repository to another, unless it is there. Throws BuildxError. */
export function* copyManifest(context: Context, from: Reference, to: Reference, digest: Digest, depth = 0): Step<void> {
  const target = yield* registryOf(context, to);
  if ((yield* target.getManifest(to.path, digest)) !== undefined || depth > MAX_NESTING) return;
  const { tag: _, ...bare } = from;
  const { mediaType, text } = yield* resolve(context, { ...bare, digest });
  if (isIndex(mediaType)) {
    for (const item of (JSON.parse(text) as ManifestIndex).manifests) yield* copyManifest(context, from, to, item.digest, depth + 1);
  } else {
    const { config, layers = [] } = JSON.parse(text) as { config?: Descriptor; layers?: Descriptor[] };
    for (const blob of [...(config === undefined ? [] : [config]), ...layers]) yield* copyBlob(context, from, to, blob.digest);
  }
  yield* target.putManifest(to.path, undefined, { mediaType, text });
}

function* copyBlob(context: Context, from: Reference, to: Reference, digest: Digest): Step<void> {
  const target = yield* registryOf(context, to);
  if ((yield* target.statBlob(to.path, digest)) !== undefined) return;
  if (from.domain === to.domain && (yield* target.mountBlob(to.path, digest, from.path))) return;
  const source = yield* registryOf(context, from);
  yield* target.putBlob(to.path, digest, yield* source.getBlob(from.path, digest));
}
