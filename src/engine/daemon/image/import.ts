import { decompress } from '../../archive/index.ts';
import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { dockerConfigJson, goJson, ociConfigJson, type RunConfig } from '../../image/index.ts';
import { LayerError, readLayer } from '../../layer/index.ts';
import { profileFacts } from '../../profile/index.ts';
import { canonicalString, familiarString, parseReference, type Reference, withDefaultTag } from '../../reference/index.ts';
import { addImage, addLayer, setTag } from '../../store/index.ts';
import { TarError } from '../../tar/index.ts';
import type { Body } from '../../tree/index.ts';
import { type Daemon, rfc3339 } from '../daemon.ts';
import { imageEvent } from '../events/index.ts';
import { addComposed } from './containerd/index.ts';
import { usesContainerd } from './list-by-store.ts';
import { checkNewName } from './new-name.ts';

export interface ImportRequest {
  readonly archive: Body;
  /** Where it came from: stands in the default comment. */
  readonly source: string;
  /** Empty for none. */
  readonly reference: string;
  readonly message: string;
  readonly config: RunConfig;
  readonly platform?: { readonly os: string; readonly architecture: string; readonly variant?: string };
}

/** The tag an import shall have. Throws DockerError for what cannot be one. */
export function importReference(text: string): Reference | undefined {
  if (text === '') return undefined;
  const reference = parseReference(text);
  if (reference.digest !== undefined) throw new DockerError('InvalidArgument', 'cannot import digest reference');
  return withDefaultTag(reference);
}

/** `docker import`: an image of one layer that holds an archive's files. Throws DockerError. Source: moby daemon/images/image_import.go. */
export function importImage(daemon: Daemon, request: ImportRequest): ImageID {
  const reference = importReference(request.reference);
  const comment = request.message === '' ? `Imported from ${request.source}` : request.message;
  const layer = layerOf(request.archive);
  const created = rfc3339(daemon.now());
  const unpacked = addUnpacked(daemon, layer);
  const added = usesContainerd(daemon)
    ? addComposed(unpacked, { configText: importedText(request, layer.diffID, comment, created), writer: 'import', family: 'oci' })
    : addImage(unpacked, graphText(request, layer.diffID, comment, created, profileFacts(daemon.state).version));
  daemon.update({ images: added.store });
  if (reference !== undefined) checkNewName(reference);
  const store = reference === undefined ? added.store : setTag(added.store, canonicalString(reference), added.image.id, daemon.now());
  daemon.update({ images: store });
  if (reference !== undefined) imageEvent(daemon, added.image.id, 'tag', familiarString(reference));
  imageEvent(daemon, added.image.id, 'import');
  return added.image.id;
}

type Imported = Pick<ImportRequest, 'config' | 'platform'>;

function graphText({ config, platform }: Imported, diffID: string, comment: string, created: string, version: string): string {
  return goJson({
    architecture: platform?.architecture ?? 'amd64',
    comment,
    config: dockerConfigJson(config),
    container_config: dockerConfigJson(undefined),
    created,
    docker_version: version,
    history: [{ created, comment }],
    os: platform?.os ?? 'linux',
    rootfs: { type: 'layers', diff_ids: [diffID] },
    variant: platform?.variant,
  });
}

/** The config with containerd's store. Source: moby daemon/containerd/image_import.go. */
function importedText({ config, platform }: Imported, diffID: string, comment: string, created: string): string {
  return goJson({
    created,
    architecture: platform?.architecture ?? 'amd64',
    os: platform?.os ?? 'linux',
    variant: platform?.variant,
    rootfs: { type: 'layers', diff_ids: [diffID] },
    history: [{ created, comment }],
    config: ociConfigJson(config),
  });
}

function addUnpacked(daemon: Daemon, layer: ReturnType<typeof layerOf>) {
  try {
    return addLayer(daemon.state.images, undefined, layer).store;
  } catch (error) {
    if (error instanceof LayerError) throw new DockerError('System', error.message);
    throw error;
  }
}

function layerOf(archive: Body) {
  try {
    return readLayer(decompress(archive));
  } catch (error) {
    if (error instanceof TarError) throw new DockerError('System', error.message);
    throw error;
  }
}
