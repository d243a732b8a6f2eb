import type { Container } from '../../container/index.ts';
import { containerTree } from '../../daemon/container/index.ts';
import { imageEvent } from '../../daemon/events/index.ts';
import { addComposed, usesContainerd } from '../../daemon/image/index.ts';
import { type Daemon, rfc3339 } from '../../daemon/index.ts';
import type { DiffID, ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { diff, type Layer, makeLayer, packEntries } from '../../layer/index.ts';
import { profileFacts } from '../../profile/index.ts';
import { addImage, addLayer, type Image, MAX_DEPTH, topOf, withInits } from '../../store/index.ts';
import type { Tree } from '../../tree/index.ts';
import type { Draft } from '../draft.ts';
import { classicImageText, dockerConfig, engineImageText } from '../image-config.ts';

export interface NewImage {
  readonly parent: Image | undefined;
  readonly config: Draft;
  readonly containerConfig: Draft;
  readonly author: string;
  readonly comment?: string;
}

/** The image a container's step makes: its changes as a layer, when there are any. */
export function commitContainer(daemon: Daemon, container: Container, made: NewImage): ImageID {
  const entries = packEntries(diff(container.lower, containerTree(daemon, container)));
  const layer = entries.length === 0 ? undefined : makeLayer(entries);
  const id = add(daemon, made, layer, { id: container.id, hostname: container.config.Hostname ?? '' });
  imageEvent(daemon, id, 'create');
  return id;
}

/** The image a COPY or ADD makes of what it wrote over `lower`. */
export function commitTree(daemon: Daemon, lower: Tree, tree: Tree, made: NewImage): ImageID {
  const entries = packEntries(diff(lower, tree));
  return add(daemon, made, entries.length === 0 ? undefined : makeLayer(entries), { id: '', hostname: '' });
}

function add(
  daemon: Daemon,
  made: NewImage,
  layer: Layer | undefined,
  container: { readonly id: string; readonly hostname: string },
): ImageID {
  const base = made.parent?.config;
  const diffIDs: DiffID[] = [...(base?.rootfs.diff_ids ?? [])];
  const now = rfc3339(daemon.now());
  if (layer !== undefined) {
    if (diffIDs.length >= MAX_DEPTH) throw new DockerError('System', 'max depth exceeded');
    const below = made.parent === undefined ? undefined : topOf(made.parent);
    const { store, chainID } = addLayer(daemon.state.images, below, layer);
    daemon.update({ images: container.id === '' ? store : withInits(store, below, chainID) });
    diffIDs.push(layer.diffID);
  }
  const row = {
    created: now,
    created_by: (made.containerConfig.cmd ?? []).join(' '),
    ...(made.author === '' ? {} : { author: made.author }),
    ...(made.comment === undefined ? {} : { comment: made.comment }),
    ...(layer === undefined ? { empty_layer: true } : {}),
  };
  const common = {
    architecture: base?.architecture ?? 'amd64',
    os: base?.os ?? 'linux',
    variant: base?.variant,
    author: made.author,
    ...(made.comment === undefined ? {} : { comment: made.comment }),
    created: now,
    history: [...(base?.history ?? []), row],
    diffIDs,
    config: made.config,
  };
  if (usesContainerd(daemon)) {
    const { store, image } = addComposed(daemon.state.images, {
      configText: engineImageText(common),
      writer: 'commit',
      family: 'oci',
      layerFamily: container.id === '' ? 'docker' : 'oci',
      step: dockerConfig(made.containerConfig, container.hostname) as RunConfig,
      ...(made.parent === undefined ? {} : { parent: made.parent }),
    });
    daemon.update({ images: store });
    return image.id;
  }
  const text = classicImageText({
    ...common,
    container: container.id,
    containerConfig: made.containerConfig,
    hostname: container.hostname,
    version: profileFacts(daemon.state).version,
  });
  const { store, image } = addImage(daemon.state.images, text, made.parent?.id);
  daemon.update({ images: store });
  return image.id;
}
