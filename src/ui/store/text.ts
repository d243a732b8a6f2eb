// The Store picture in words: what its rows say, the spoken summary, the sentence on what goes, and the whole as text (which the goldens keep).
import { formatBytes } from '../../i18n/index.ts';
import { isNothing, type Loss } from './loss.ts';
import { type BedModel, bare, type ImageModel, type StoreModel } from './model.ts';
import type { StoreWords } from './words.ts';

export const namesOf = (image: ImageModel, t: StoreWords): string =>
  image.tags.length === 0 ? (image.pinned ?? t('none')) : image.tags.join(t('comma'));

export function sayWhy({ why }: ImageModel, t: StoreWords): string {
  if (why === undefined) return '';
  if (why.kind === 'never') return t('why.never');
  return why.kind === 'moved' ? t('why.moved', { name: why.name, to: why.to }) : t('why.taken', { name: why.name });
}

export function saySize({ size, own }: ImageModel, t: StoreWords): string {
  if (own <= 0) return t('size.shared', { size: formatBytes(size) });
  if (own >= size) return t('size.all', { size: formatBytes(size) });
  return t('size', { size: formatBytes(size), own: formatBytes(own) });
}

export function sayRow(image: ImageModel, model: StoreModel, t: StoreWords): string {
  const beds = bedsOf(image, model);
  const state =
    image.life === 'dangling' ? t('say.row.dangling', { why: sayWhy(image, t) }) : image.life === 'step' ? t('say.row.step') : '';
  const row = t('say.row', {
    names: namesOf(image, t),
    code: image.code,
    state,
    size: saySize(image, t),
    layers: countLayers(beds.length, t),
    shared: beds.filter(({ users }) => users.length > 1).length,
  });
  if (image.containers.length === 0) return row;
  return `${row}${t('stop')}${t('say.containers', { names: image.containers.map(({ name }) => name).join(t('comma')) })}`;
}

/** The beds of an image's first stack, newest first. */
export function bedsOf(image: ImageModel, model: StoreModel): BedModel[] {
  const beds = new Map(model.groups.flatMap((group) => group.beds.map((bed) => [bed.key, bed] as const)));
  return (image.lanes[0]?.stack ?? []).flatMap((key) => beds.get(key) ?? []);
}

export function sayBed(bed: BedModel, position: number, all: number, t: StoreWords): string {
  const others = bed.users.length - 1;
  return t('say.bed', {
    n: position,
    all,
    code: bed.code,
    what: bed.instruction || t('bed.imported'),
    size: formatBytes(bed.size),
    use: others > 0 ? t('say.also', { n: others }) : t('say.alone'),
  });
}

const countLayers = (n: number, t: StoreWords): string => (n === 1 ? t('n.layer') : t('n.layers', { n }));

/** One short paragraph: what the picture shows. */
export function saySummary(model: StoreModel, t: StoreWords): string {
  const dangling = model.images.filter(({ life }) => life === 'dangling').length;
  const layers = model.groups.reduce((sum, { beds }) => sum + beds.length, 0);
  const store = t('say.store', {
    images: model.images.length === 1 ? t('n.images.one') : t('n.images.all', { n: model.images.length }),
    layers: countLayers(layers, t),
    size: formatBytes(model.onDisk),
  });
  return dangling === 0 ? store : `${store} ${t('say.dangling', { n: dangling })}`;
}

/** `would`: a forecast of a line. `answer`: the line waits for y. `did`: a command that has run. */
export type Tense = { readonly kind: 'would' | 'answer'; readonly line: string } | { readonly kind: 'did'; readonly turn: number };

export interface Sentence {
  /** The command and what it does. */
  readonly main: string;
  /** What stays, and why. */
  readonly rest: string;
}

/** Codes of images and layers as the picture shows them; an id that it does not show is cut to four digits. */
export type CodeOf = (id: string) => string;

export function sayLoss(loss: Loss, tense: Tense, t: StoreWords, code: CodeOf, refusal = ''): Sentence {
  const lead =
    tense.kind === 'did'
      ? t('plan.did', { n: tense.turn })
      : t(tense.kind === 'would' ? 'plan.would' : 'plan.answer', { line: tense.line });
  const did = tense.kind === 'did';
  if (refusal !== '') return { main: `${lead}${t('do.refuse', { why: refusal })}`, rest: '' };
  if (isNothing(loss)) return { main: `${lead}${t(did ? 'did.nothing' : 'do.nothing')}${t('stop').trim()}`, rest: '' };
  const list = (items: readonly string[]): string => joined(items, t);
  const parts: string[] = [];
  const gone = new Set(loss.images);
  if (loss.containers.length > 0) parts.push(t(did ? 'did.containers' : 'do.containers', { names: list(loss.containers) }));
  if (loss.networks.length > 0) parts.push(t(did ? 'did.networks' : 'do.networks', { names: list(loss.networks) }));
  if (loss.volumes.length > 0) parts.push(t(did ? 'did.volumes' : 'do.volumes', { names: list(loss.volumes) }));
  if (loss.names.length > 0) parts.push(t(did ? 'did.names' : 'do.names', { names: list(loss.names) }));
  if (gone.size > 0) parts.push(t(did ? 'did.images' : 'do.images', { n: countImages(loss.images, t, code) }));
  if (loss.loose.length > 0) parts.push(t(did ? 'did.loose' : 'do.loose', { codes: list(loss.loose.map(code)) }));
  if (loss.cacheItems > 0) parts.push(t(did ? 'did.cache' : 'do.cache', { n: loss.cacheItems }));
  parts.push(sayFreed(loss, did, t));
  const rest = [
    ...(loss.kept.length > 0
      ? [t(loss.kept.length === 1 ? 'kept.cache.one' : 'kept.cache', { n: loss.kept.length, size: formatBytes(loss.keptBytes) })]
      : []),
    ...(loss.stay > 0 && loss.images.length > 0 ? [t(loss.stay === 1 ? 'stay.one' : 'stay', { n: loss.stay })] : []),
  ];
  return { main: `${lead}${joined(parts, t, 'clause')}${t('stop').trim()}`, rest: rest.join(' ') };
}

function countImages(ids: readonly string[], t: StoreWords, code: CodeOf): string {
  if (ids.length > 4) return t('n.images.many', { n: ids.length });
  return t(ids.length === 1 ? 'n.image' : 'n.images', { codes: joined(ids.map(code), t) });
}

function sayFreed({ freed, layers }: Loss, did: boolean, t: StoreWords): string {
  if (freed === 0) return t(did ? 'did.free.none' : 'do.free.none');
  const size = formatBytes(freed);
  if (layers.length === 0) return t(did ? 'did.free' : 'do.free', { size });
  if (layers.length === 1) return t(did ? 'did.free.layer' : 'do.free.layer', { size });
  return t(did ? 'did.free.layers' : 'do.free.layers', { size, n: layers.length });
}

/** `a, b and c`. */
function joined(items: readonly string[], t: StoreWords, kind: 'item' | 'clause' = 'item'): string {
  if (items.length < 2) return items.join('');
  const [comma, and] = kind === 'item' ? [t('comma'), t('and')] : [t('clause'), t('clause.and')];
  return `${items.slice(0, -1).join(comma)}${and}${items.at(-1)}`;
}

/** What docker printed as its reason to refuse, without its own name before it. */
export const refusalOf = (output: string): string => (output.split('\n')[0] ?? '').replace(/^Error response from daemon: /, '');

export const shortCode: CodeOf = (id) => bare(id).slice(0, 4);

/** Everything the picture shows, top to bottom. */
export function storeText(model: StoreModel, t: StoreWords): string {
  const lines = [saySummary(model, t)];
  for (const image of model.images) {
    lines.push(sayRow(image, model, t));
    if (image.index !== undefined) lines.push(`  ${t('say.index', { code: image.index.code })}`);
    if (image.remembered !== undefined)
      lines.push(`  ${t('say.manifest', { code: image.remembered.code })}${t('comma')}${t('remembered')}`);
    for (const lane of image.lanes) {
      const manifest = lane.manifest === undefined ? [] : [t('say.manifest', { code: lane.manifest.code })];
      lines.push(`  ${[lane.platform, ...manifest, t('say.config', { code: lane.config.code })].join(t('comma'))}`);
    }
    if (image.absent.length > 0) lines.push(`  ${t('absent', { n: image.absent.length })}`);
    const beds = bedsOf(image, model);
    beds.forEach((bed, index) => {
      lines.push(`    ${sayBed(bed, beds.length - index, beds.length, t)}`);
    });
  }
  if (model.kept.length > 0) lines.push(model.orphans.length > 0 ? t('kept.held', { names: model.orphans.join(t('comma')) }) : t('kept'));
  for (const bed of model.kept) lines.push(`    ${bed.code} ${bed.instruction} ${formatBytes(bed.size)}`);
  return `${lines.join('\n')}\n`;
}
