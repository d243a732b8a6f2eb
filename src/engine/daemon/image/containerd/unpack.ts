import { layerOfBlob } from '../../../archive/index.ts';
import { type ChainID, chainID } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import { LayerError } from '../../../layer/index.ts';
import { addLayer, type Descriptor, diffIDsOf, type ImageStore, knowLayer, MAX_DEPTH, manifestsOf } from '../../../store/index.ts';
import { TarError } from '../../../tar/index.ts';

const broken = (message: string): DockerError => new DockerError('System', message);

/** Unpacks the layers of every manifest under a target that is wholly here; each must be what its config says. Throws DockerError. */
export function unpackTarget(store: ImageStore, target: Descriptor): ImageStore {
  let next = store;
  for (const { kind, available, manifest, configText } of manifestsOf(store.content!, target)) {
    if (kind !== 'image' || !available || manifest === undefined) continue;
    const diffIDs = diffIDsOf(configText);
    if (diffIDs.length !== manifest.layers.length) throw broken('mismatched image rootfs and manifest layers');
    if (diffIDs.length > MAX_DEPTH) throw broken('max depth exceeded');
    let chain: ChainID | undefined;
    for (const [index, diffID] of diffIDs.entries()) {
      const { digest } = manifest.layers[index]!;
      const id = chainID(chain, diffID);
      if (!next.snapshots.has(id)) {
        const layer = readBlob(next, digest);
        if (layer.diffID !== diffID)
          throw broken(
            `failed to extract layer (application/vnd.oci.image.layer.v1.tar ${digest}) to overlayfs as "${layer.diffID}": wrong diff id calculated on extraction "${layer.diffID}"`,
          );
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

function readBlob(store: ImageStore, digest: Descriptor['digest']) {
  try {
    return layerOfBlob(store.content!.blobs.get(digest)!);
  } catch (error) {
    if (error instanceof TarError) throw broken(error.message);
    throw error;
  }
}
