// A machine's image store as the Store picture shows it: names, manifests, configs, layers and who uses which, in plain data without words.
// Knows StoreView. Refuses to know the language, the DOM, the engine and where anything stands.
import { instruction, type Paint, paint } from '../picture/index.ts';
import type { StoreContainer, StoreImage, StoreLayer, StorePlatform, StoreView } from '../session/view/index.ts';
import { runsOf } from './order.ts';

/** `dangling`: no name leads to it. `step`: the classic builder made it on the way to another. */
export type Life = 'named' | 'dangling' | 'step';

export interface ImageModel {
  /** Full image ID. */
  readonly key: string;
  readonly code: string;
  readonly life: Life;
  readonly tags: readonly string[];
  /** `repository@code`, when only a digest leads to it. */
  readonly pinned?: string;
  readonly index?: Code;
  /** The digest of a manifest that is not kept: what it was pulled or pushed as. */
  readonly remembered?: Code;
  /** What has a config here, host's platform first: one with a graph driver. */
  readonly lanes: readonly Lane[];
  /** Platforms the index names that are not here. */
  readonly absent: readonly string[];
  readonly attestations: number;
  readonly size: number;
  /** Bytes of it that no other image has. */
  readonly own: number;
  readonly containers: readonly StoreContainer[];
  /** Why no name leads to it. */
  readonly why?: Why;
}

export type Why =
  | { readonly kind: 'moved'; readonly name: string; readonly to: string }
  /** The image that took the name is gone as well, or nobody took it. */
  | { readonly kind: 'taken'; readonly name: string }
  | { readonly kind: 'never' };

export interface Code {
  readonly digest: string;
  readonly code: string;
}

/** One manifest, config and stack of an image. */
export interface Lane {
  readonly key: string;
  readonly platform: string;
  readonly host: boolean;
  readonly manifest?: Code;
  readonly config: Code;
  /** ChainIDs, newest first. */
  readonly stack: readonly string[];
}

export interface BedModel {
  /** ChainID: the same contents on other layers are another bed. */
  readonly key: string;
  readonly diffID: string;
  readonly paint: Paint;
  readonly code: string;
  readonly instruction: string;
  readonly size: number;
  /** `named`: a name leads to it. `dangling`: only dangling images use it. `kept`: no image uses it. */
  readonly life: 'named' | 'dangling' | 'kept';
  /** Keys of the images that use it, in their order. */
  readonly users: readonly string[];
  readonly cached: boolean;
}

/** Beds that exactly the same images use, newest first. */
export interface GroupModel {
  readonly key: string;
  readonly beds: readonly BedModel[];
  readonly users: readonly string[];
  readonly size: number;
}

export interface StoreModel {
  readonly kind: StoreView['kind'];
  readonly images: readonly ImageModel[];
  readonly groups: readonly GroupModel[];
  /** Layers that no image uses and something else keeps. */
  readonly kept: readonly BedModel[];
  /** Names of containers whose image is gone. */
  readonly orphans: readonly string[];
  readonly onDisk: number;
  readonly cache: StoreView['cache'];
  /** Images between the steps of the classic builder, shown or not. */
  readonly steps: number;
}

export const bare = (id: string): string => id.replace(/^sha256:/, '');

/** `all`: with the images between the steps of the classic builder. */
export function storeModel(view: StoreView, { all = false } = {}): StoreModel {
  const shown = view.images.filter(({ intermediate }) => all || !intermediate);
  const code = coder(view);
  const images = inOrderOfBeds(view, shown).map((image) => imageModel(view, image, code));
  const rank = new Map(images.map(({ key }, index) => [key, index]));
  const users = new Map<string, string[]>();
  for (const { key, lanes } of images)
    for (const chain of new Set(lanes.flatMap(({ stack }) => stack))) users.set(chain, [...(users.get(chain) ?? []), key]);
  const lives = new Map(images.map(({ key, life }) => [key, life]));
  const bed = (layer: StoreLayer): BedModel => bedModel(layer, users.get(layer.chainID) ?? [], lives, code);
  const runs = runsOf(
    view.layers,
    (chain) => users.get(chain) ?? [],
    (user) => rank.get(user) ?? 0,
  );
  return {
    kind: view.kind,
    images,
    groups: runs.map(({ layers, users: mine }): GroupModel => {
      const beds = layers.map(bed);
      return { key: layers[0]?.chainID ?? '', beds, users: mine, size: sum(beds) };
    }),
    kept: view.layers.filter(({ chainID }) => !users.has(chainID) && !hiddenUsers(view, all).has(chainID)).map(bed),
    orphans: view.containers.filter(({ image }) => !view.images.some(({ id }) => id === image)).map(({ name }) => name),
    onDisk: view.onDisk,
    cache: view.cache,
    steps: view.images.filter(({ intermediate }) => intermediate).length,
  };
}

const sum = (beds: readonly BedModel[]): number => beds.reduce((total, { size }) => total + size, 0);

/** Layers that only images use which are not shown. */
function hiddenUsers(view: StoreView, all: boolean): ReadonlySet<string> {
  if (all) return new Set();
  return new Set(
    view.images.filter(({ intermediate }) => intermediate).flatMap(({ platforms }) => platforms.flatMap(({ stack }) => stack)),
  );
}

/** Images beside their newest layer: the order in which the forest of layers meets them, and newest first where nothing tells. */
function inOrderOfBeds(view: StoreView, shown: readonly StoreImage[]): StoreImage[] {
  const byAge = new Map(shown.map(({ id }, index) => [id, index]));
  const users = new Map<string, string[]>();
  for (const { id, platforms } of shown)
    for (const chain of new Set(platforms.flatMap(({ stack }) => stack))) users.set(chain, [...(users.get(chain) ?? []), id]);
  const runs = runsOf(
    view.layers,
    (chain) => users.get(chain) ?? [],
    (user) => byAge.get(user) ?? 0,
  );
  const met = new Map<string, number>();
  for (const { users: mine } of runs) for (const user of mine) if (!met.has(user)) met.set(user, met.size);
  return [...shown].sort((a, b) => (met.get(a.id) ?? -1) - (met.get(b.id) ?? -1));
}

function imageModel(view: StoreView, image: StoreImage, code: (id: string) => string): ImageModel {
  const named = (digest: string): Code => ({ digest, code: code(digest) });
  const life: Life = image.tags.length > 0 ? 'named' : image.intermediate ? 'step' : hasName(view, image) ? 'named' : 'dangling';
  const lanes = image.platforms.flatMap((platform): Lane[] => {
    const { config, manifest, stack, kind, host } = platform;
    if (kind === 'attestation' || config === undefined || !(host || platform.here)) return [];
    return [
      {
        key: `${image.id} ${config.digest}`,
        platform: platform.platform,
        host,
        ...(manifest === undefined ? {} : { manifest: named(manifest.digest) }),
        config: named(config.digest),
        stack: [...stack].reverse(),
      },
    ];
  });
  const drawn = new Set(lanes.map(({ config }) => config.digest));
  const isDrawn = ({ config }: StorePlatform): boolean => config !== undefined && drawn.has(config.digest);
  const known = view.kind === 'graph' ? image.digests[0]?.split('@')[1] : undefined;
  return {
    key: image.id,
    code: code(image.id),
    life,
    tags: image.tags,
    ...(life === 'named' && image.tags.length === 0 ? { pinned: `${image.digests[0]?.split('@')[0] ?? ''}@${code(image.id)}` } : {}),
    ...(image.index === undefined ? {} : { index: named(image.index.digest) }),
    ...(known === undefined ? {} : { remembered: named(known) }),
    lanes,
    absent: image.platforms.filter((platform) => platform.kind !== 'attestation' && !isDrawn(platform)).map(({ platform }) => platform),
    attestations: image.platforms.filter(({ kind }) => kind === 'attestation').length,
    size: image.size,
    own: image.size - image.shared,
    containers: view.containers.filter((container) => container.image === image.id),
    ...(life === 'dangling' ? { why: whyOf(view, image, code) } : {}),
  };
}

/** With containerd's store a digest that was asked for is a name; with a graph driver an image that only a digest leads to dangles. */
const hasName = (view: StoreView, image: StoreImage): boolean => view.kind === 'containerd' && image.digests.length > 0;

function whyOf(view: StoreView, { lost }: StoreImage, code: (id: string) => string): Why {
  if (lost === undefined) return { kind: 'never' };
  if (lost.to !== undefined && view.images.some(({ id }) => id === lost.to)) return { kind: 'moved', name: lost.name, to: code(lost.to) };
  return { kind: 'taken', name: lost.name };
}

function bedModel(layer: StoreLayer, users: readonly string[], lives: ReadonlyMap<string, Life>, code: (id: string) => string): BedModel {
  const life = users.length === 0 ? 'kept' : users.every((user) => lives.get(user) === 'dangling') ? 'dangling' : 'named';
  return {
    key: layer.chainID,
    diffID: layer.diffID,
    paint: paint(layer.diffID),
    code: code(layer.diffID),
    instruction: instruction(layer.createdBy),
    size: layer.size,
    life,
    users,
    cached: layer.cached,
  };
}

/** Four digits of an id, or six where two different ones on the sheet begin alike. */
function coder(view: StoreView): (id: string) => string {
  const ids = new Set<string>();
  for (const { id, index, platforms } of view.images) {
    ids.add(id);
    if (index !== undefined) ids.add(index.digest);
    for (const { manifest, config } of platforms) for (const one of [manifest, config]) if (one !== undefined) ids.add(one.digest);
  }
  for (const { diffID } of view.layers) ids.add(diffID);
  const heads = new Map<string, number>();
  for (const id of ids) heads.set(bare(id).slice(0, 4), (heads.get(bare(id).slice(0, 4)) ?? 0) + 1);
  return (id) => bare(id).slice(0, (heads.get(bare(id).slice(0, 4)) ?? 0) > 1 ? 6 : 4);
}
