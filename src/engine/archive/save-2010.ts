import { hexOf } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { goJson, sortedKeys } from '../image/index.ts';
import { type Layer, layerTar } from '../layer/index.ts';
import { familiarName, familiarString } from '../reference/index.ts';
import { type Image, type ImageStore, mustGet, stackOf } from '../store/index.ts';
import { type TarEntry, tarBody } from '../tar/index.ts';
import { type Body, compareNames, textBody } from '../tree/index.ts';
import { legacyConfig } from './legacy.ts';
import type { ToSave } from './save.ts';

/**
 * The archive of `docker save` before Docker 25: a directory for each layer, named by its old id, configs beside them, and no OCI layout. A layer
 * that lies there under another id is a link to it. Throws DockerError for an image without layers. Source: moby v20.10 image/tarexport/save.go.
 */
export function saveArchive2010(store: ImageStore, images: readonly ToSave[]): Body {
  const writer = new Writer(store);
  const items: object[] = [];
  const repositories: Record<string, Record<string, string>> = {};
  const saved = new Set(images.map(({ image }) => image.id));
  for (const { image, references, created } of images) {
    const layers = writer.putLayers(image, created);
    writer.file(`${hexOf(image.id)}.json`, textBody(image.configText), created);
    for (const reference of references) (repositories[familiarName(reference)] ??= {})[reference.tag ?? 'latest'] = layers.at(-1)!;
    items.push({
      Config: `${hexOf(image.id)}.json`,
      RepoTags: references.length === 0 ? null : references.map(familiarString),
      Layers: layers.map((id) => `${id}/layer.tar`),
      Parent: image.parent !== undefined && saved.has(image.parent) ? image.parent : undefined,
    });
  }
  writer.file('manifest.json', textBody(`${goJson(items)}\n`), 0);
  if (Object.keys(repositories).length > 0) {
    const sorted = Object.fromEntries(Object.entries(repositories).map(([name, tags]) => [name, sortedKeys(tags)]));
    writer.file('repositories', textBody(`${goJson(sortedKeys(sorted))}\n`), 0);
  }
  return writer.archive();
}

/** The files of the archive while they are collected. */
class Writer {
  readonly #store: ImageStore;
  readonly #entries = new Map<string, TarEntry>();
  /** Where a layer's archive lies, by DiffID. */
  readonly #tars = new Map<string, string>();

  constructor(store: ImageStore) {
    this.#store = store;
  }

  /** Writes the layers of an image; their old ids, lowest first. */
  putLayers(image: Image, created: number): string[] {
    const stack = stackOf(image);
    if (stack.length === 0) throw new DockerError('System', 'empty export - not implemented');
    const ids: string[] = [];
    let parent: ReturnType<typeof legacyConfig>['id'] | undefined;
    for (const [index, chainID] of stack.entries()) {
      const top = index === stack.length - 1;
      const legacy = legacyConfig({ chainID, parent, os: image.config.os, ...(top ? { image: image.config } : {}) });
      parent = legacy.id;
      const id = hexOf(legacy.id);
      ids.push(id);
      if (!this.#entries.has(`${id}/json`)) this.#putLayer(id, legacy.text, mustGet(this.#store.snapshots, chainID).layer, created);
    }
    return ids;
  }

  #putLayer(id: string, config: string, layer: Layer, created: number): void {
    this.#entries.set(id, { kind: 'dir', path: id, mode: 0o755, uid: 0, gid: 0, mtime: created });
    this.file(`${id}/VERSION`, textBody('1.0'), created);
    this.file(`${id}/json`, textBody(config), created);
    const path = `${id}/layer.tar`;
    const known = this.#tars.get(layer.diffID);
    if (known === undefined) this.file(path, layerTar(layer), created);
    else this.#entries.set(path, { kind: 'symlink', path, linkname: `../${known}`, mode: 0o777, uid: 0, gid: 0, mtime: created });
    if (known === undefined) this.#tars.set(layer.diffID, path);
  }

  file(path: string, body: Body, mtime: number): void {
    this.#entries.set(path, { kind: 'file', path, body, mode: 0o644, uid: 0, gid: 0, mtime });
  }

  archive(): Body {
    return tarBody([...this.#entries.values()].sort((a, b) => compareNames(walkKey(a.path), walkKey(b.path))));
  }
}

/** Sorts as a walk through the directory goes: what is in a directory comes right after it. */
const walkKey = (path: string): string => path.replaceAll('/', '\0');
