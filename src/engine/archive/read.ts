import type { Digest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { ImageConfig } from '../image/index.ts';
import { type Layer, readLayer } from '../layer/index.ts';
import { MAX_DEPTH } from '../store/index.ts';
import { TarError } from '../tar/index.ts';
import type { Body } from '../tree/index.ts';
import { decompress } from './compression.ts';
import { asList, asObject, asString, kindOf } from './descriptor.ts';
import { ArchiveFiles, parseJson } from './files.ts';
import { readLayout } from './layout.ts';

/** An image out of an archive, checked: every layer is the one its config names. */
export interface ArchivedImage {
  readonly configText: string;
  /** Lowest first. */
  readonly layers: readonly Layer[];
  /** References as the archive writes them. */
  readonly tags: readonly string[];
  /** Id of the image it was built from, when the archive tells. */
  readonly parent: string | undefined;
}

const broken = (message: string): DockerError => new DockerError('System', message);

/**
 * The images of a docker-archive (`docker save` of any version since 1.10) or OCI layout, plain or compressed. Nothing but
 * the archive is read. Throws DockerError with Docker's text. Source: moby image/tarexport/load.go.
 */
export function readArchive(archive: Body): ArchivedImage[] {
  const files = new ArchiveFiles(archive);
  const layers = new LayerReader();
  if (!files.has('manifest.json')) {
    if (files.has('index.json')) return readLayout(files, layers);
    // Each directory was an image in the format before Docker 1.10. That of a container's file system is none.
    for (const folder of files.folders()) if (!files.has(`${folder}/json`)) files.open(`${folder}/json`);
    if (files.has('repositories')) throw new DockerError('NotSimulated', 'archives of the format before Docker 1.10 are not simulated');
    files.open('repositories');
  }
  const manifest = files.json('manifest.json');
  if (manifest === null) throw broken('invalid manifest, manifest cannot be null (but can be [])');
  const items = asList(manifest, 'tarexport.manifestItem');
  checkNames(items.length);
  const images = items.map((item, index) => readItem(files, layers, asObject(item, 'tarexport.manifestItem'), index));
  checkNames(images.reduce((sum, { tags }) => sum + tags.length, 0));
  return images;
}

function readItem(files: ArchiveFiles, layers: LayerReader, item: Readonly<Record<string, unknown>>, index: number): ArchivedImage {
  const configText = files.text(asString(item.Config, `.${index}.Config`));
  const paths = stringsIn(item, index, 'Layers');
  const tags = stringsIn(item, index, 'RepoTags');
  const diffIDs = checkConfig(configText);
  if (paths.length !== diffIDs.length)
    throw broken(`invalid manifest, layers length mismatch: expected ${paths.length}, got ${diffIDs.length}`);
  checkHistory(configText, diffIDs.length);
  return {
    configText,
    layers: diffIDs.map((diffID, at) => layers.read(files.open(paths[at]!), paths[at]!, diffID, at)),
    tags,
    parent: asString(item.Parent, `.${index}.Parent`) || undefined,
  };
}

/** The DiffIDs of a config that can be an image's on this engine. Throws DockerError. */
export function checkConfig(text: string): string[] {
  const config = configIn(text);
  if (config.rootfs === undefined || config.rootfs === null) throw broken('invalid image JSON, no RootFS key');
  asObject(config.rootfs, 'image.RootFS');
  if (config.os !== undefined && config.os !== 'linux' && config.os !== '') throw broken(`cannot load ${config.os} image on linux`);
  const listed = config.rootfs.diff_ids as unknown;
  if (listed !== undefined && listed !== null && !Array.isArray(listed))
    throw broken(`json: cannot unmarshal ${kindOf(listed)} into Go struct field Image.rootfs.diff_ids of type []layer.DiffID`);
  const diffIDs = asList(listed, 'layer.DiffID').map((diffID) => asString(diffID, 'Image.rootfs.diff_ids'));
  if (diffIDs.length > MAX_DEPTH) throw broken('max depth exceeded');
  return diffIDs;
}

/** A config as an object; null is an empty one. Throws with the text of Go's decoder. */
function configIn(text: string): Partial<ImageConfig> {
  const parsed = parseJson(text, true);
  return parsed === null ? {} : (asObject(parsed, 'image.Image') as Partial<ImageConfig>);
}

/** Throws when a config's history has more layers than there are. */
function checkHistory(text: string, layers: number): void {
  const rows = asList(configIn(text).history, 'image.History');
  const made = rows.filter((row) => !asObject(row, 'image.History').empty_layer).length;
  if (made > layers) throw broken('too many non-empty layers in History section');
}

/** A list of strings in an item of manifest.json. Throws with the text of Go's decoder. */
function stringsIn(item: Readonly<Record<string, unknown>>, index: number, field: string): string[] {
  const value = item[field];
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value))
    throw broken(`json: cannot unmarshal ${kindOf(value)} into Go struct field .${index}.${field} of type []string`);
  return value.map((each: unknown, at) => {
    if (each !== null && typeof each !== 'string')
      throw broken(`json: cannot unmarshal ${kindOf(each)} into .${index}.${field}.${at} of type string`);
    return each ?? '';
  });
}

/** Most bytes that the layers of an archive may have unpacked. */
const MAX_UNPACKED = 2 * 1024 ** 3;
/** Most names that an archive may give to images. */
const MAX_NAMES = 10_000;

/** Throws when an archive names more images than anyone could mean. */
export function checkNames(count: number): void {
  if (count > MAX_NAMES) throw broken(`archive has more than ${MAX_NAMES} image names`);
}

/** Reads layers, each file once. */
export class LayerReader {
  readonly #read = new Map<string, Layer>();
  #unpacked = 0;

  /** The layer in a file that may be compressed. Throws when it is not the one wanted. */
  read(body: Body, path: string, diffID: string, index: number): Layer {
    let layer = this.#read.get(path);
    if (layer === undefined) {
      layer = readPlain(body);
      this.#unpacked += layer.tar?.size ?? 0;
      if (this.#unpacked > MAX_UNPACKED) throw broken(`archive is larger than ${MAX_UNPACKED} bytes when unpacked`);
      this.#read.set(path, layer);
    }
    if (layer.diffID !== (diffID as Digest)) throw broken(`invalid diffID for layer ${index}: expected "${diffID}", got "${layer.diffID}"`);
    return layer;
  }
}

function readPlain(body: Body): Layer {
  try {
    return readLayer(decompress(body));
  } catch (error) {
    if (error instanceof TarError) throw broken(error.message);
    throw error;
  }
}
