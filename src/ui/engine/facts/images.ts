// Images as the grader sees them: cheap to state; whatever walks or reads does so when a check asks.
import { repoDigestsOf, repoTagsOf } from '../../../engine/daemon/image/find.ts';
import { type Image, type ImageStore, imageSize, imageTree, type Snapshot as Layer, stackOf } from '../../../engine/store/index.ts';
import type { EngineState } from '../../../engine/world/index.ts';
import type { ConfigFacts, ImageFacts, LayerFacts } from '../../../grader/index.ts';
import { isShown } from '../view/index.ts';
import { entryFacts, statIn, textIn } from './entries.ts';
import { once } from './once.ts';
import { platformName } from './platform.ts';
import { fileWith } from './search.ts';

/** The images that `docker images` lists. */
export const imagesIn = (state: EngineState): ImageFacts[] =>
  [...state.images.images.values()].filter((image) => isShown({ state }, image)).map((image) => imageFacts(state, image));

function imageFacts(state: EngineState, image: Image): ImageFacts {
  const store = state.images;
  const tree = once(() => imageTree(store, image));
  const { os = 'linux', architecture, variant } = image.config;
  return {
    id: image.id,
    refs: repoTagsOf({ state }, image.id),
    digests: repoDigestsOf({ state }, image.id),
    platform: platformName({ os, architecture, variant }),
    size: imageSize(store, image),
    layers: layersOf(store, image),
    history: (image.config.history ?? []).map((row) => ({
      createdBy: row.created_by ?? '',
      comment: row.comment ?? '',
      empty: row.empty_layer ?? false,
    })),
    config: configFacts(image),
    author: image.config.author ?? '',
    stat: (path) => statIn(tree(), path, false),
    text: (path) => textIn(tree(), path),
    files: once(() => [...tree().walk()].flatMap(([path, { kind }]) => (kind === 'file' ? [path] : [])).sort()),
  };
}

const layersOf = (store: ImageStore, image: Image): LayerFacts[] =>
  stackOf(image)
    .flatMap((id) => store.snapshots.get(id) ?? [])
    .map(layerFacts);

function configFacts(image: Image): ConfigFacts {
  const { ExposedPorts, Volumes, ...rest } = image.config.config ?? {};
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...(set as ConfigFacts),
    ...(ExposedPorts ? { ExposedPorts: Object.keys(ExposedPorts) } : {}),
    ...(Volumes ? { Volumes: Object.keys(Volumes) } : {}),
  };
}

function layerFacts({ layer, chainID }: Layer): LayerFacts {
  const { diffID, size, entries } = layer;
  return {
    diffID,
    chainID,
    size,
    entries: () => entries.map(entryFacts).sort((a, b) => (a.path < b.path ? -1 : 1)),
    holds: (text) => fileWith(layer, text),
  };
}
