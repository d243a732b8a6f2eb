import { type Digest, startDigest } from '../digest/index.ts';
import type { Body, Ino, TreeEdit } from '../tree/index.ts';

const encoder = new TextEncoder();

/** The content of a file of /proc: it says it has no bytes, and yet can be read (proc(5)). */
class ProcBody implements Body {
  readonly size = 0;
  readonly #bytes: Uint8Array;
  constructor(text: string) {
    this.#bytes = encoder.encode(text);
  }
  read(offset: number, length: number): Uint8Array {
    return this.#bytes.subarray(offset, offset + length);
  }
  digest(): Digest {
    return startDigest().update(this.#bytes).digest();
  }
}

/** Makes entries of /proc: owned by root unless told, dated now. */
export class ProcTree {
  readonly edit: TreeEdit;
  readonly #now: number;
  readonly #owner: { readonly uid: number; readonly gid: number };
  constructor(edit: TreeEdit, now: number, owner = { uid: 0, gid: 0 }) {
    this.edit = edit;
    this.#now = now;
    this.#owner = owner;
  }
  /** The same tree, for entries of another owner. */
  ownedBy(owner: { readonly uid: number; readonly gid: number }): ProcTree {
    return new ProcTree(this.edit, this.#now, owner);
  }
  get #meta() {
    return { uid: this.#owner.uid, gid: this.#owner.gid, mtime: this.#now };
  }
  file(dir: Ino, name: string, text: string, mode = 0o444): Ino {
    return this.edit.create(dir, name, { kind: 'file', body: new ProcBody(text), mode, ...this.#meta });
  }
  folder(dir: Ino, name: string, mode = 0o555): Ino {
    return this.edit.create(dir, name, { kind: 'dir', mode, ...this.#meta });
  }
  link(dir: Ino, name: string, target: string, mode = 0o777): Ino {
    return this.edit.create(dir, name, { kind: 'symlink', target, mode, ...this.#meta });
  }
}
