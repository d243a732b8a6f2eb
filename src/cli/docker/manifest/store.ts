import { DockerError } from '../../../engine/errors/index.ts';
import { goJson } from '../../../engine/image/index.ts';
import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import { canonicalString, type Reference } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';
import { configDir } from '../config-dir.ts';
import type { ImageManifest } from './image-manifest.ts';

const fileName = (reference: string): string => reference.replaceAll(':', '-').replaceAll('/', '_');

/**
 * Manifest lists that are being put together: a directory for each list, in it a file for each manifest, below `manifests` of the client's
 * configuration. Source: docker/cli cli/manifest/store.
 */
export class ManifestStore {
  readonly #context: Context;
  readonly #root: string;

  constructor(context: Context) {
    this.#context = context;
    this.#root = `${configDir(context)}/manifests`;
  }

  /** Whether there is such a list. */
  has(list: Reference): boolean {
    return this.#context.process.fs.exists(encodeText(this.#directory(list)));
  }

  /** One manifest of a list; undefined when it is not there. */
  find(list: Reference, manifest: Reference): ImageManifest | undefined {
    return this.#context.process.fs.exists(encodeText(this.#file(list, manifest))) ? this.get(list, manifest) : undefined;
  }

  /** One manifest of a list. Throws NotFound. */
  get(list: Reference, manifest: Reference): ImageManifest {
    return this.#read(this.#file(list, manifest), canonicalString(manifest));
  }

  /** The manifests of a list in the order of their names. Throws NotFound. */
  list(list: Reference): ImageManifest[] {
    const { fs } = this.#context.process;
    const directory = this.#directory(list);
    if (!fs.exists(encodeText(directory))) throw noSuchManifest(canonicalString(list));
    return [...fs.readdir(encodeText(directory))].sort().map((name) => this.#read(`${directory}/${name}`, canonicalString(list)));
  }

  save(list: Reference, manifest: Reference, value: ImageManifest): void {
    const { fs } = this.#context.process;
    const directory = this.#directory(list);
    let at = '';
    for (const part of directory.split('/').slice(1)) {
      at += `/${part}`;
      if (!fs.exists(encodeText(at))) fs.mkdir(encodeText(at), 0o755);
    }
    fs.writeFile(encodeText(this.#file(list, manifest)), new TextEncoder().encode(goJson(value)));
  }

  remove(list: Reference): void {
    const { fs } = this.#context.process;
    const directory = encodeText(this.#directory(list));
    if (!fs.exists(directory)) return;
    for (const name of fs.readdir(directory)) fs.unlink(`${directory}/${name}`);
    fs.rmdir(directory);
  }

  #directory(list: Reference): string {
    return `${this.#root}/${fileName(canonicalString(list))}`;
  }

  #file(list: Reference, manifest: Reference): string {
    return `${this.#directory(list)}/${fileName(canonicalString(manifest))}`;
  }

  #read(path: string, name: string): ImageManifest {
    try {
      return JSON.parse(new TextDecoder().decode(this.#context.process.fs.readFile(encodeText(path)))) as ImageManifest;
    } catch (error) {
      if (error instanceof SysError && error.errno === 'ENOENT') throw noSuchManifest(name);
      if (error instanceof SysError) throw new DockerError('System', `open ${path}: ${error.message.toLowerCase()}`);
      if (error instanceof SyntaxError) throw new DockerError('System', 'invalid character in a manifest file');
      throw error;
    }
  }
}

const noSuchManifest = (name: string): DockerError => new DockerError('NotFound', `No such manifest: ${name}`);
