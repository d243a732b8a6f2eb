// What the panel tells of something chosen: each of its names in full, what it is a hash of, and where Docker shows it.
import { formatBytes } from '../../i18n/index.ts';
import type { StoreImage, StorePlatform, StoreView } from '../session/view/index.ts';
import { bedOf, type Choice } from './choice.ts';
import { bare, type StoreModel } from './model.ts';
import type { StoreKey, StoreWords } from './words.ts';

export interface Fact {
  readonly name: string;
  /** In full. */
  readonly value: string;
  /** What it is a hash of. */
  readonly of: string;
  /** Commands that show it. */
  readonly where: string;
}

export interface Facts {
  readonly title: string;
  readonly facts: readonly Fact[];
  readonly size: string;
  readonly notes: readonly string[];
  /** What `docker rmi` can be given. */
  readonly removable: readonly string[];
  /** The image to change a byte in. */
  readonly image?: string;
}

export function factsOf(choice: Choice, view: StoreView, model: StoreModel, t: StoreWords): Facts | undefined {
  if (choice.kind === 'layer') return layerFacts(choice, view, model, t);
  const image = view.images.find(({ id }) => id === (choice.image ?? choice.id));
  if (image === undefined) return undefined;
  if (choice.kind === 'container') return containerFacts(choice, view, t);
  return imageFacts(choice, image, view, t);
}

const fact = (t: StoreWords, name: StoreKey, value: string, of: string, where: StoreKey): Fact => ({
  name: t(name),
  value,
  of,
  where: t(where),
});

function imageFacts(choice: Choice, image: StoreImage, view: StoreView, t: StoreWords): Facts {
  const graph = view.kind === 'graph';
  const platform = platformOf(choice, image);
  const facts: Fact[] = [];
  const notes: string[] = [];
  const { index } = image;
  if (choice.kind === 'tag') facts.push(fact(t, 'name.tag', choice.id, t('of.name'), 'at.name'));
  if (index !== undefined)
    facts.push({
      ...fact(t, 'name.id', index.digest, t('of.index', { size: formatBytes(index.size) }), 'at.id.containerd'),
      name: `${t('name.id')} = ${t('name.index')}`,
    });
  if (platform?.manifest !== undefined) {
    const { digest, size } = platform.manifest;
    const isID = digest === image.id;
    const made = fact(t, 'name.manifest', digest, t('of.manifest', { size: formatBytes(size) }), isID ? 'at.id.containerd' : 'at.manifest');
    facts.push(isID ? { ...made, name: `${t('name.id')} = ${t('name.manifest')}` } : made);
  }
  for (const name of graph ? image.digests : [])
    facts.push(fact(t, 'name.manifest', name.split('@')[1] ?? name, t('of.remembered'), 'at.digest'));
  if (platform?.config !== undefined) {
    const { digest, size } = platform.config;
    const made = fact(t, 'name.config', digest, t('of.config', { size: formatBytes(size) }), graph ? 'at.id' : 'at.config.containerd');
    facts.push(graph ? { ...made, name: `${t('name.id')} = ${t('name.config')}` } : made);
  }
  if (graph && image.digests.length === 0) notes.push(t('note.nomanifest'));
  const own = image.size - image.shared;
  return {
    title: choice.kind === 'tag' ? choice.id : (image.tags[0] ?? bare(image.id).slice(0, 12)),
    facts,
    size: t('sizes.image', { size: formatBytes(image.size), own: formatBytes(own), shared: formatBytes(image.shared) }),
    notes,
    removable:
      choice.kind === 'tag' ? [choice.id] : [...image.tags.slice(0, 3), ...(image.tags.length === 1 ? [] : [bare(image.id).slice(0, 12)])],
    image: image.id,
  };
}

/** The platform that a manifest or config was chosen of; else the one that runs here. */
function platformOf({ id }: Choice, { platforms }: StoreImage): StorePlatform | undefined {
  return platforms.find(({ manifest, config }) => manifest?.digest === id || config?.digest === id) ?? platforms[0];
}

function layerFacts(choice: Choice, view: StoreView, model: StoreModel, t: StoreWords): Facts | undefined {
  const layer = view.layers.find(({ chainID }) => chainID === choice.id);
  const bed = bedOf(model, choice.id);
  if (layer === undefined || bed === undefined) return undefined;
  const facts = [
    fact(t, 'name.diff', layer.diffID, t('of.diff'), 'at.diff'),
    fact(t, 'name.chain', layer.chainID, t('of.chain'), view.kind === 'graph' ? 'at.chain' : 'at.chain.containerd'),
    ...(layer.blob === undefined ? [] : [fact(t, 'name.blob', layer.blob.digest, t('of.blob'), 'at.blob')]),
  ];
  const twice = view.layers.some((other) => other.diffID === layer.diffID && other.chainID !== layer.chainID);
  return {
    title: `${bed.code} ${bed.instruction || t('bed.imported')}`,
    facts,
    size: t('sizes.layer', { size: formatBytes(layer.size), n: bed.users.length }),
    notes: [
      ...(layer.blob === undefined ? [t('note.noblob')] : []),
      ...(twice ? [t('note.stores')] : []),
      ...(layer.cached ? [t('note.cached')] : []),
    ],
    removable: [],
    ...(bed.users[0] === undefined ? {} : { image: bed.users[0] }),
  };
}

function containerFacts({ id }: Choice, view: StoreView, t: StoreWords): Facts | undefined {
  const container = view.containers.find((one) => one.id === id);
  if (container === undefined) return undefined;
  return {
    title: container.name,
    facts: [fact(t, 'name.container', container.id, t('of.container'), 'at.container')],
    size: formatBytes(container.size),
    notes: [],
    removable: [],
  };
}
