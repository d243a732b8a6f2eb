import type { DiffID, Digest } from '../digest/index.ts';
import { type Layer, sizeOfEntries, type TarEntry } from '../layer/index.ts';
import { LayerBlob } from './layer-blob.ts';
import { mergeRows, type PackageRow } from './package-rows.ts';
import type { HubPart, LayerFacts, LayerSource, OtherFacts } from './part.ts';
import { parseTree } from './tree-text.ts';

/** A layer whose digests are known: its members are made when they are first looked at, its bytes when they are first read. */
class CatalogLayer implements Layer {
  readonly diffID: DiffID;
  readonly blob: LayerBlob;
  readonly #make: () => readonly TarEntry[];
  #entries: readonly TarEntry[] | undefined;
  #size: number | undefined;

  constructor(make: () => readonly TarEntry[], [diffID, blob, size]: LayerFacts) {
    this.#make = make;
    this.diffID = `sha256:${diffID}` as DiffID;
    this.blob = new LayerBlob(() => this.entries, `sha256:${blob}` as Digest, size);
  }
  get entries(): readonly TarEntry[] {
    return (this.#entries ??= this.#make());
  }
  get size(): number {
    return (this.#size ??= sizeOfEntries(this.entries));
  }
}

/**
 * Parts of the catalogue that are loaded, by name. Layers and package sets are named `PART:KEY`; a part may name those of the parts it
 * needs, which must have been added before they are used.
 */
export class PartSet {
  readonly #parts = new Map<string, HubPart>();
  readonly #others = new Map<string, OtherFacts>();
  readonly #layers = new Map<string, Layer>();
  readonly #byBlob = new Map<Digest, Layer>();

  has = (name: string): boolean => this.#parts.has(name);
  part = (name: string): HubPart | undefined => this.#parts.get(name);
  hasOthers = (name: string): boolean => this.#others.has(name);

  add(name: string, part: HubPart): void {
    this.#parts.set(name, part);
  }
  addOthers(name: string, facts: OtherFacts): void {
    this.#others.set(name, facts);
  }

  /** The members of a layer, without its digests being known. */
  entries(key: string, platform: string): TarEntry[] {
    const { name, rest } = split(key);
    const source = this.source(key);
    const texts = this.#parts.get(name)?.texts ?? {};
    return parseTree(source.tree, {
      platform,
      mtime: source.mtime,
      salt: source.salt,
      text: (text) => {
        const found = texts[text];
        if (found === undefined) throw new Error(`${name}:${rest}: no text ${text}`);
        return found;
      },
      packages: (set) => this.packages(set.includes(':') ? set : `${name}:${set}`),
    });
  }

  source(key: string): LayerSource {
    const { name, rest } = split(key);
    const source = this.#parts.get(name)?.layers?.[rest];
    if (source === undefined) throw new Error(`no layer ${key}`);
    return source;
  }

  packages(key: string): readonly PackageRow[] {
    const { name, rest } = split(key);
    const set = this.#parts.get(name)?.packages?.[rest];
    if (set === undefined) throw new Error(`no packages ${key}`);
    return mergeRows(set.base === undefined ? [] : this.packages(set.base), set.rows);
  }

  /** A layer on one platform, the same value each time. Its facts must be loaded. */
  layer(key: string, platform: string): Layer {
    const { name, rest } = split(key);
    const facts = platform === 'amd64' ? this.#parts.get(name)?.facts?.[rest] : this.#others.get(name)?.[platform]?.[rest];
    if (facts === undefined) throw new Error(`no facts of ${key} for ${platform}`);
    const known = this.#layers.get(facts[0]);
    if (known !== undefined) return known;
    const layer = new CatalogLayer(() => this.entries(key, platform), facts);
    this.#layers.set(facts[0], layer);
    this.#byBlob.set(layer.blob.digest(), layer);
    return layer;
  }

  /** The layer that a blob is, of those handed out so far. */
  layerOfBlob = (digest: Digest): Layer | undefined => this.#byBlob.get(digest);
}

function split(key: string): { name: string; rest: string } {
  const colon = key.indexOf(':');
  return { name: key.slice(0, colon), rest: key.slice(colon + 1) };
}

/** The part that a layer or package set is in. */
export const partOf = (key: string): string => split(key).name;
