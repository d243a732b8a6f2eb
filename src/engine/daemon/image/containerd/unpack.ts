import { layerOfBlob } from '../../../archive/index.ts';
import { type ChainID, chainID } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import { LayerError } from '../../../layer/index.ts';
import {
  addLayer,
  type Descriptor,
  diffIDsOf,
  type Image,
  type ImageStore,
  knowLayer,
  MAX_DEPTH,
  manifestsOf,
  stackOf,
} from '../../../store/index.ts';
import { TarError } from '../../../tar/index.ts';
import type { Daemon } from '../../daemon.ts';
import { isPlatform, shownPlatform } from './platforms.ts';

const broken = (message: string): DockerError => new DockerError('System', message);

/**
 * Unpacks the layers of the manifests under a target that are wholly here and for a platform, this machine's when none is said; each layer must be
 * what its config says. Throws DockerError.
 */
export function unpackTarget(store: ImageStore, target: Descriptor, wanted = 'linux/amd64'): ImageStore {
  let next = store;
  for (const { kind, available, manifest, configText, platform } of manifestsOf(store.content!, target)) {
    if (kind !== 'image' || !available || manifest === undefined || !isPlatform(platform, wanted)) continue;
    const layers = manifest.layers ?? [];
    const diffIDs = diffIDsOf(configText);
    if (diffIDs.length !== layers.length) throw broken('mismatched image rootfs and manifest layers');
    if (diffIDs.length > MAX_DEPTH) throw broken('max depth exceeded');
    let chain: ChainID | undefined;
    for (const [index, diffID] of diffIDs.entries()) {
      const { digest } = layers[index]!;
      const id = chainID(chain, diffID);
      if (!next.snapshots.has(id)) {
        const layer = readBlob(next, digest);
        if (layer.diffID !== diffID) throw broken(`wrong diff id calculated on extraction "${layer.diffID}"`);
        try {
          next = addLayer(next, chain, layer).store;
        } catch (error) {
          if (error instanceof LayerError) throw broken(error.message);
          throw error;
        }
      }
      next = { ...next, content: knowLayer(next.content!, diffID, digest) };
      chain = id;
    }
  }
  return next;
}

/** Unpacks an image for what is to stand on it, if it is not yet. Throws DockerError. */
export function ensureUnpacked(daemon: Daemon, image: Image): void {
  const { images } = daemon.state;
  const platform = image.manifest?.platform;
  if (images.content === undefined || image.manifest === undefined || stackOf(image).every((chain) => images.snapshots.has(chain))) return;
  daemon.update({ images: unpackTarget(images, image.manifest, platform === undefined ? 'linux/amd64' : shownPlatform(platform)) });
}

function readBlob(store: ImageStore, digest: Descriptor['digest']) {
  try {
    return layerOfBlob(store.content!.blobs.get(digest)!);
  } catch (error) {
    if (error instanceof TarError) throw broken(error.message);
    throw error;
  }
}
