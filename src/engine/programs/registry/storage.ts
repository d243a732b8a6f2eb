import type { Digest } from '../../digest/index.ts';
import { fromBytes, type Process, SysError } from '../../kernel/index.ts';
import { type Body, textBody } from '../../tree/index.ts';

/**
 * The registry's files, where the original keeps them under its root directory (distribution registry/storage/paths.go): blobs once,
 * and for each repository links to the layers, manifest revisions and tags it has.
 */
export class Storage {
  readonly #p: Process;
  readonly #root: string;
  constructor(p: Process, root: string) {
    this.#p = p;
    this.#root = `${root.replace(/\/+$/, '')}/docker/registry/v2`;
  }

  /** Where the bytes of a blob are, seen from the root directory. */
  blobPath(digest: Digest): string {
    const hex = digest.slice('sha256:'.length);
    return `/docker/registry/v2/blobs/sha256/${hex.slice(0, 2)}/${hex}`;
  }
  #data(digest: Digest): string {
    return `${this.#root}${this.blobPath(digest).slice('/docker/registry/v2'.length)}/data`;
  }
  #repository(name: string): string {
    return `${this.#root}/repositories/${name}`;
  }

  getBlob(digest: Digest): Body | undefined {
    return this.#or(() => this.#p.fs.readBody(this.#data(digest)));
  }
  putBlob(digest: Digest, body: Body): void {
    const path = this.#data(digest);
    if (this.#p.fs.exists(path)) return;
    this.#makeDirs(path.slice(0, path.lastIndexOf('/')));
    this.#p.fs.writeBody(path, body);
  }
  deleteBlob(digest: Digest): void {
    const dir = this.#data(digest).slice(0, -'/data'.length);
    this.#p.fs.unlink(`${dir}/data`);
    this.#p.fs.rmdir(dir);
  }
  /** Every blob that is stored, in byte order. */
  blobs(): Digest[] {
    const top = `${this.#root}/blobs/sha256`;
    return this.#names(top).flatMap((two) =>
      this.#names(`${top}/${two}`)
        .filter((hex) => this.#p.fs.exists(`${top}/${two}/${hex}/data`))
        .map((hex) => `sha256:${hex}` as Digest),
    );
  }

  hasLayer(name: string, digest: Digest): boolean {
    return this.#p.fs.exists(this.#link(name, 'layer', digest)) && this.getBlob(digest) !== undefined;
  }
  linkLayer(name: string, digest: Digest): void {
    this.#writeLink(this.#link(name, 'layer', digest), digest);
  }
  unlinkLayer(name: string, digest: Digest): void {
    this.#p.fs.unlink(this.#link(name, 'layer', digest));
  }

  getManifest(name: string, digest: Digest): Body | undefined {
    return this.#p.fs.exists(this.#link(name, 'revision', digest)) ? this.getBlob(digest) : undefined;
  }
  linkManifest(name: string, digest: Digest): void {
    this.#writeLink(this.#link(name, 'revision', digest), digest);
  }
  unlinkManifest(name: string, digest: Digest): void {
    this.#p.fs.unlink(this.#link(name, 'revision', digest));
  }
  /** The manifests of a repository that are not deleted, in byte order. */
  manifests(name: string): Digest[] {
    const top = `${this.#repository(name)}/_manifests/revisions/sha256`;
    return this.#names(top)
      .filter((hex) => this.#p.fs.exists(`${top}/${hex}/link`))
      .map((hex) => `sha256:${hex}` as Digest);
  }

  tag(name: string, tag: string): Digest | undefined {
    return this.#readLink(`${this.#repository(name)}/_manifests/tags/${tag}/current/link`);
  }
  setTag(name: string, tag: string, digest: Digest): void {
    const dir = `${this.#repository(name)}/_manifests/tags/${tag}`;
    this.#writeLink(`${dir}/index/sha256/${digest.slice('sha256:'.length)}/link`, digest);
    this.#writeLink(`${dir}/current/link`, digest);
  }
  /** Forgets the tags that point at a manifest. */
  dropTagsOf(name: string, digest: Digest): void {
    for (const tag of this.tags(name))
      if (this.tag(name, tag) === digest) this.#removeTree(`${this.#repository(name)}/_manifests/tags/${tag}`);
  }
  tags(name: string): string[] {
    return this.#names(`${this.#repository(name)}/_manifests/tags`);
  }

  hasRepository(name: string): boolean {
    return this.#p.fs.exists(`${this.#repository(name)}/_manifests`);
  }
  /** Names of the repositories that have manifests, or had, in byte order. */
  repositories(): string[] {
    const found: string[] = [];
    const walk = (path: string, name: string, depth: number): void => {
      if (depth > 16) return;
      for (const each of this.#names(path)) {
        if (each === '_manifests') found.push(name);
        else if (!each.startsWith('_')) walk(`${path}/${each}`, name === '' ? each : `${name}/${each}`, depth + 1);
      }
    };
    walk(`${this.#root}/repositories`, '', 0);
    return found.sort();
  }

  #link(name: string, kind: 'layer' | 'revision', digest: Digest): string {
    const hex = digest.slice('sha256:'.length);
    return `${this.#repository(name)}/${kind === 'layer' ? '_layers' : '_manifests/revisions'}/sha256/${hex}/link`;
  }
  #readLink(path: string): Digest | undefined {
    return this.#or(() => fromBytes(this.#p.fs.readFile(path, 4096)).trim() as Digest);
  }
  #writeLink(path: string, digest: Digest): void {
    this.#makeDirs(path.slice(0, path.lastIndexOf('/')));
    this.#p.fs.writeBody(path, textBody(digest));
  }
  #names(path: string): string[] {
    return this.#or(() => this.#p.fs.readdir(path)) ?? [];
  }
  #makeDirs(path: string): void {
    if (path === '' || this.#p.fs.exists(path)) return;
    this.#makeDirs(path.slice(0, path.lastIndexOf('/')));
    this.#p.fs.mkdir(path);
  }
  #removeTree(path: string): void {
    if (this.#p.fs.lstat(path).kind !== 'dir') {
      this.#p.fs.unlink(path);
      return;
    }
    for (const name of this.#names(path)) this.#removeTree(`${path}/${name}`);
    this.#p.fs.rmdir(path);
  }
  /** Undefined where there is no such file. */
  #or<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      if (error instanceof SysError && (error.errno === 'ENOENT' || error.errno === 'ENOTDIR')) return undefined;
      throw error;
    }
  }
}
