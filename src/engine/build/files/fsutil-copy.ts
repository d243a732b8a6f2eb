import { type MatchInfo, PatternMatcher } from '../../context/index.ts';
import { type Attrs, type Inode, resolvePath, type Tree } from '../../tree/index.ts';
import { cleanAbsolute, contentOf, joinPath, type Owner, PathError, type ScratchTree, splitPath } from './scratch-tree.ts';
import { changeMode } from './symbolic-mode.ts';

export interface CopyOptions {
  readonly owner: Owner | undefined;
  readonly mode: number | string | undefined;
  readonly followLinks: boolean;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
  /** Where the engine has the new layer mounted: some errors name it. */
  readonly mountPoint: string;
}

/** A copy cannot be made; BuildKit's text. */
export class CopyError extends Error {}

/**
 * Copies one path of a tree as BuildKit's COPY does: the contents of a directory, a file under its own name into an existing directory. Links in the
 * destination are taken as in a chroot. Throws CopyError or PathError. Source: tonistiigi/fsutil copy/copy.go.
 */
export function copyPath(source: Tree, src: string, scratch: ScratchTree, dest: string, options: CopyOptions): void {
  new Copier(source, scratch, options).copy(src, dest);
}

class Copier {
  readonly #source: Tree;
  readonly #scratch: ScratchTree;
  readonly #options: CopyOptions;
  readonly #mountPoint: string;
  readonly #links = new Map<number, string>();
  readonly #includes: PatternMatcher | undefined;
  readonly #excludes: PatternMatcher | undefined;

  constructor(source: Tree, scratch: ScratchTree, options: CopyOptions) {
    this.#source = source;
    this.#scratch = scratch;
    this.#options = options;
    this.#mountPoint = options.mountPoint;
    this.#includes = options.includes.length === 0 ? undefined : new PatternMatcher(options.includes);
    this.#excludes = options.excludes.length === 0 ? undefined : new PatternMatcher(options.excludes);
  }

  copy(src: string, dest: string): void {
    const slash = dest.lastIndexOf('/');
    const last = dest.slice(slash + 1);
    const parent = last !== '' && last !== '.' ? dest.slice(0, slash) || '/' : dest;
    this.#makeDirs(this.#scratch.resolve(parent));
    const path = src === '' ? '/' : cleanAbsolute(src);
    const from = this.#options.followLinks ? resolvePath(this.#source, path) : { path, inode: this.#source.at(path) };
    if (from?.inode === undefined) throw new PathError('lstat', path, 'no such file or directory');
    const target = this.#target(from.inode, path, this.#scratch.resolve(cleanAbsolute(dest)));
    this.#one(from.inode, '', target, true, undefined, undefined);
  }

  #target(inode: Inode, src: string, dest: string): string {
    const there = this.#scratch.stat(dest);
    const isDir = inode.kind === 'dir';
    const target = !isDir && there?.kind === 'dir' ? joinPath(dest, splitPath(src).name) : dest;
    this.#makeDirs(isDir && there === undefined ? target : splitPath(target).dir);
    return target;
  }

  #makeDirs(path: string): void {
    const { owner = { uid: 0, gid: 0 }, mode } = this.#options;
    for (const made of this.#scratch.mkdirAll(path, 0o755, owner))
      if (mode !== undefined) this.#scratch.setAttrs(made, { mode: changeMode(mode, 0o755, true) });
  }

  #one(
    inode: Inode,
    rel: string,
    target: string,
    top: boolean,
    includeInfo: MatchInfo | undefined,
    excludeInfo: MatchInfo | undefined,
  ): void {
    let nextInclude = includeInfo;
    let nextExclude = excludeInfo;
    let included = true;
    if (rel !== '') {
      if (this.#includes !== undefined) {
        const { matched, info } = this.#includes.matchesBelow(rel, includeInfo);
        nextInclude = info;
        included = matched;
      }
      if (this.#excludes !== undefined) {
        const { matched, info } = this.#excludes.matchesBelow(rel, excludeInfo);
        nextExclude = info;
        if (matched && (inode.kind !== 'dir' || !this.#excludes.hasExclusions)) return;
        if (matched) included = false;
      }
    } else if (this.#includes !== undefined) included = false;
    if (inode.kind === 'dir') {
      this.#directory(inode, rel, target, top, included, nextInclude, nextExclude);
      return;
    }
    if (!included && rel !== '') return;
    this.#parentsOf(target, rel);
    this.#file(inode, target);
  }

  #directory(
    dir: Extract<Inode, { kind: 'dir' }>,
    rel: string,
    target: string,
    top: boolean,
    included: boolean,
    includeInfo: MatchInfo | undefined,
    excludeInfo: MatchInfo | undefined,
  ): void {
    if (included) {
      if (!top) this.#parentsOf(target, rel);
      this.#directoryOnly(dir, target, top);
    }
    for (const name of this.#source.names(dir.ino)) {
      const child = this.#source.child(dir.ino, name)!;
      this.#one(child, rel === '' ? name : `${rel}/${name}`, joinPath(target, name), false, includeInfo, excludeInfo);
    }
    if (included && this.#scratch.lstat(target) !== undefined) this.#scratch.setTime(target, dir.mtime);
  }

  #directoryOnly(dir: Inode, target: string, top: boolean): void {
    const there = this.#scratch.lstat(target);
    if (there !== undefined && there.kind !== 'dir') throw new CopyError(`cannot copy to non-directory: ${this.#mountPoint}${target}`);
    if (there === undefined) this.#scratch.create(target, { ...contentOf(dir), ...this.#attrs(dir) });
    else if (!top) this.#scratch.setAttrs(target, this.#attrs(dir));
  }

  /** Directories above an included path that were not made because they did not match themselves. */
  #parentsOf(target: string, rel: string): void {
    if (this.#includes === undefined && this.#excludes === undefined) return;
    const parts = rel.split('/').slice(0, -1);
    let at = target;
    for (let i = 0; i < parts.length + 1; i++) at = splitPath(at).dir;
    let from = '';
    for (const part of parts) {
      at = joinPath(at, part);
      from = from === '' ? part : `${from}/${part}`;
      const there = this.#scratch.lstat(at);
      if (there?.kind === 'dir') continue;
      if (there !== undefined) throw new CopyError(`cannot copy to non-directory: ${this.#mountPoint}${at}`);
      this.#scratch.create(at, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: this.#scratch.now });
    }
  }

  #file(inode: Inode, target: string): void {
    const there = this.#scratch.lstat(target);
    if (there?.kind === 'dir') throw new CopyError(`cannot replace to directory ${this.#mountPoint}${target} with file`);
    if (there !== undefined) this.#scratch.removeAll(target);
    const linked = this.#links.get(inode.ino);
    const first = linked === undefined ? undefined : this.#scratch.lstat(linked);
    if (first !== undefined) {
      this.#scratch.link(first, target);
      return;
    }
    if (inode.kind === 'socket' || inode.kind === 'fifo') {
      if (inode.kind === 'socket') return;
    }
    this.#scratch.create(target, { ...contentOf(inode), ...this.#attrs(inode) });
    if (inode.kind === 'file' && inode.links.length > 1) this.#links.set(inode.ino, target);
  }

  #attrs(inode: Inode): Pick<Attrs, 'mode' | 'uid' | 'gid' | 'mtime'> {
    const { owner, mode } = this.#options;
    const changed = mode === undefined || inode.kind === 'symlink' ? inode.mode : changeMode(mode, inode.mode, inode.kind === 'dir');
    return { mode: changed, uid: owner?.uid ?? inode.uid, gid: owner?.gid ?? inode.gid, mtime: inode.mtime };
  }
}
