import type { BuilderGroup } from '../../../engine/builders/index.ts';
import { encodeText, SysError } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { configDir } from '../config-dir.ts';
import { BuildxError } from './error.ts';

/** Builders as buildx writes them down: a file for each below `buildx/instances` of the client's configuration. Source: docker/buildx store/store.go. */
export class Instances {
  readonly #context: Context;
  readonly #root: string;

  constructor(context: Context) {
    this.#context = context;
    this.#root = `${configDir(context)}/buildx`;
  }

  /** The engine that the client talks to, as endpoints name it. */
  get endpoint(): string {
    return this.#context.env('DOCKER_HOST') || 'unix:///var/run/docker.sock';
  }

  path(name: string): string {
    return `${this.#root}/instances/${name}`;
  }

  find(name: string): BuilderGroup | undefined {
    const text = this.#read(`instances/${name.toLowerCase()}`);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as BuilderGroup;
    } catch {
      throw new BuildxError(`failed to read builder ${name}: its file is damaged`);
    }
  }

  /** All of them in the order of their names. */
  list(): BuilderGroup[] {
    const { fs } = this.#context.process;
    const dir = encodeText(`${this.#root}/instances`);
    if (!fs.exists(dir)) return [];
    return [...fs.readdir(dir)].sort().flatMap((name) => this.find(name) ?? []);
  }

  save(group: BuilderGroup): void {
    this.#write(`instances/${group.Name.toLowerCase()}`, JSON.stringify(group));
  }

  /** Forgets a builder; when it was the current one, the engine's own is again. */
  remove(name: string): void {
    this.#unlink(`instances/${name.toLowerCase()}`);
    this.#unlink(`activity/${name}`);
    this.#unlink(`defaults/${this.#endpointFile()}`, name);
    if (this.#current()?.Name === name) this.#unlink('current');
  }

  /** The builder used when none is named; undefined for the engine's own. */
  current(): BuilderGroup | undefined {
    const used = this.#current();
    if (used !== undefined && (used.Key === this.endpoint || used.Global)) return used.Name === '' ? undefined : this.find(used.Name);
    const name = this.#read(`defaults/${this.#endpointFile()}`);
    return name === undefined || name === '' ? undefined : this.find(name);
  }

  /** `name` empty is the engine's own builder. */
  use(name: string, options: { global: boolean; asDefault: boolean }): void {
    this.#write('current', JSON.stringify({ Key: this.endpoint, Name: name, Global: options.global }));
    if (options.asDefault) this.#write(`defaults/${this.#endpointFile()}`, name);
  }

  /** When a builder was last used, seconds since the epoch. */
  activity(name: string): number | undefined {
    const text = this.#read(`activity/${name}`);
    const value = text === undefined ? Number.NaN : Number(text);
    return Number.isFinite(value) ? value : undefined;
  }

  touch(name: string): void {
    this.#write(`activity/${name}`, String(Math.floor(this.#context.daemon.now())));
  }

  #current(): { Key: string; Name: string; Global: boolean } | undefined {
    const text = this.#read('current');
    return text === undefined ? undefined : (JSON.parse(text) as { Key: string; Name: string; Global: boolean });
  }

  #endpointFile(): string {
    return this.endpoint.replace(/[^A-Za-z0-9._-]/g, '_');
  }

  #read(path: string): string | undefined {
    try {
      return new TextDecoder().decode(this.#context.process.fs.readFile(encodeText(`${this.#root}/${path}`)));
    } catch (error) {
      if (error instanceof SysError) return undefined;
      throw error;
    }
  }

  #write(path: string, text: string): void {
    const { fs } = this.#context.process;
    const parts = `${this.#root}/${path}`.split('/').slice(1, -1);
    let at = '';
    for (const part of parts) {
      at += `/${part}`;
      if (!fs.exists(encodeText(at))) fs.mkdir(encodeText(at), 0o700);
    }
    fs.writeFile(encodeText(`${this.#root}/${path}`), new TextEncoder().encode(text));
  }

  /** Removes a file; with `only` when that is what it says. */
  #unlink(path: string, only?: string): void {
    const text = this.#read(path);
    if (text !== undefined && (only === undefined || text === only)) this.#context.process.fs.unlink(encodeText(`${this.#root}/${path}`));
  }
}
