import { emptyBody, type Inode, resolvePath } from '../../tree/index.ts';
import { type ScratchTree, splitPath } from '../files/scratch-tree.ts';

/**
 * The mount points that a RUN needs in its root and that do not exist: made before, taken away after, unless something was put there. Their directory
 * keeps its times but has been touched, which is why `etc` is in the layer of every RUN. Source: buildkit executor/stubs.go MountStubsCleaner.
 */
export class MountPoints {
  readonly #scratch: ScratchTree;
  /** What was made, outermost first. */
  readonly #made: string[] = [];

  constructor(scratch: ScratchTree) {
    this.#scratch = scratch;
  }

  add(path: string, kind: 'dir' | 'file'): void {
    const at = resolvePath(this.#scratch.tree(), path);
    if (at === undefined || at.inode !== undefined) return;
    const { dir } = splitPath(at.path);
    this.#keepingTime(dir, () => {
      this.#made.push(...this.#scratch.mkdirAll(dir, 0o755, { uid: 0, gid: 0 }));
      if (kind === 'dir') this.#made.push(...this.#scratch.mkdirAll(at.path, 0o755, { uid: 0, gid: 0 }));
      else {
        this.#scratch.create(at.path, { kind: 'file', body: emptyBody, mode: 0o755, uid: 0, gid: 0, mtime: this.#scratch.now });
        this.#made.push(at.path);
      }
    });
  }

  /** Takes away what is still as it was made. */
  remove(): void {
    for (const path of [...this.#made].reverse()) {
      const inode = this.#scratch.lstat(path);
      if (inode === undefined || !isEmpty(inode)) continue;
      this.#keepingTime(splitPath(path).dir, () => this.#scratch.removeAll(path));
    }
  }

  #keepingTime(dir: string, act: () => void): void {
    const existing = nearest(this.#scratch, dir);
    const before = this.#scratch.lstat(existing)?.mtime;
    act();
    if (before !== undefined && this.#scratch.lstat(existing) !== undefined) this.#scratch.setTime(existing, before);
  }
}

const isEmpty = (inode: Inode): boolean =>
  inode.kind === 'dir' ? inode.entries.size === 0 : inode.kind === 'file' && inode.body.size === 0;

function nearest(scratch: ScratchTree, dir: string): string {
  let at = dir;
  while (at !== '/' && scratch.lstat(at) === undefined) at = splitPath(at).dir;
  return at;
}
