import { decompress } from '../../archive/index.ts';
import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { dockerConfigJson, goJson, type RunConfig } from '../../image/index.ts';
import { LayerError, readLayer } from '../../layer/index.ts';
import { canonicalString, parseReference, type Reference, withDefaultTag } from '../../reference/index.ts';
import { addImage, addLayer, setTag } from '../../store/index.ts';
import { TarError } from '../../tar/index.ts';
import type { Body } from '../../tree/index.ts';
import { type Daemon, rfc3339 } from '../daemon.ts';

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
  const { config, platform } = request;
  const reference = importReference(request.reference);
  const comment = request.message === '' ? `Imported from ${request.source}` : request.message;
  const layer = layerOf(request.archive);
  const created = rfc3339(daemon.now());
  const text = goJson({
    architecture: platform?.architecture ?? 'amd64',
    comment,
    config: dockerConfigJson(config),
    container_config: dockerConfigJson(undefined),
    created,
    docker_version: '28.5.2',
    history: [{ created, comment }],
    os: platform?.os ?? 'linux',
    rootfs: { type: 'layers', diff_ids: [layer.diffID] },
    variant: platform?.variant,
  });
  const added = addImage(addUnpacked(daemon, layer), text);
  const store = reference === undefined ? added.store : setTag(added.store, canonicalString(reference), added.image.id, daemon.now());
  daemon.update({ images: store });
  return added.image.id;
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
