import { type Digest, isDigest } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import type { ImageConfig } from '../image/index.ts';
import { type Layer, readLayer } from '../layer/index.ts';
import { MAX_DEPTH } from '../store/index.ts';
import { TarError } from '../tar/index.ts';
import type { Body } from '../tree/index.ts';
import { decompress } from './compression.ts';
import { asList, asObject, asString } from './descriptor.ts';
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
    if (files.has('repositories')) throw new DockerError('NotSimulated', 'archives of the format before Docker 1.10 are not simulated');
    files.open('repositories');
  }
  const manifest = files.json('manifest.json');
  if (manifest === null) throw broken('invalid manifest, manifest cannot be null (but can be [])');
  return asList(manifest, 'tarexport.manifestItem').map((item) => readItem(files, layers, asObject(item, 'tarexport.manifestItem')));
}

function readItem(files: ArchiveFiles, layers: LayerReader, item: Readonly<Record<string, unknown>>): ArchivedImage {
  const configText = files.text(asString(item['Config'], 'manifestItem.Config'));
  const paths = asList(item['Layers'], 'string').map((path) => asString(path, 'manifestItem.Layers'));
  const diffIDs = checkConfig(configText);
  if (paths.length !== diffIDs.length)
    throw broken(`invalid manifest, layers length mismatch: expected ${paths.length}, got ${diffIDs.length}`);
  return {
    configText,
    layers: diffIDs.map((diffID, index) => layers.read(files.open(paths[index]!), paths[index]!, diffID, index)),
    tags: asList(item['RepoTags'], 'string').map((tag) => asString(tag, 'manifestItem.RepoTags')),
    parent: asString(item['Parent'], 'manifestItem.Parent') || undefined,
  };
}

/** The DiffIDs of a config that can be an image's on this engine. Throws DockerError. */
export function checkConfig(text: string): string[] {
  const config = asObject(parseJson(text), 'image.Image') as Partial<ImageConfig>;
  if (typeof config.rootfs !== 'object' || config.rootfs === null) throw broken('invalid image JSON, no RootFS key');
  if (config.os !== undefined && config.os !== 'linux' && config.os !== '') throw broken(`cannot load ${config.os} image on linux`);
  const diffIDs = asList(config.rootfs.diff_ids, 'digest.Digest').map((diffID) => asString(diffID, 'RootFS.diff_ids'));
  const bad = diffIDs.find((diffID) => !isDigest(diffID));
  if (bad !== undefined) throw broken('invalid checksum digest format');
  if (diffIDs.length > MAX_DEPTH) throw broken('max depth exceeded');
  const made = asList(config.history, 'image.History').filter((row) => !asObject(row, 'image.History')['empty_layer']).length;
  if (made > diffIDs.length) throw broken('too many non-empty layers in History section');
  return diffIDs;
}

/** Reads layers, each file once. */
export class LayerReader {
  readonly #read = new Map<string, Layer>();

  /** The layer in a file that may be compressed. Throws when it is not the one wanted. */
  read(body: Body, path: string, diffID: string, index: number): Layer {
    const layer = this.#read.get(path) ?? readPlain(body);
    this.#read.set(path, layer);
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
