// What entries of a layer cover: older copies, hidden bytes by layer, and secrets that stay behind.
import type { ChainID } from '../../../engine/digest/index.ts';
import type { ImageStore, Snapshot } from '../../../engine/store/index.ts';
import type { Inode, Tree } from '../../../engine/tree/index.ts';
import type { ChangeView, LeakView } from '../../session/view/index.ts';
import { hiddenBelow } from './origin.ts';
import { looksSecret } from './secret-names.ts';

/** Most secrets that are told of one layer. */
const MOST_LEAKS = 20;

/** Collects, entry by entry, what a layer over `lower` (whose layers end at `top`) puts out of sight. */
export class Cover {
  /** Hidden bytes by the layer they lie in. */
  readonly hides = new Map<Snapshot, number>();
  readonly leaks: LeakView[] = [];
  readonly #store: ImageStore;
  readonly #lower: Tree;
  readonly #top: ChainID | undefined;
  readonly #opaque: string[] = [];

  constructor(store: ImageStore, lower: Tree, top: ChainID | undefined) {
    this.#store = store;
    this.#lower = lower;
    this.#top = top;
  }

  /** What an entry at a path covers. `next` is what stands there afterwards, undefined when nothing does. */
  at(path: string, how: 'replaced' | 'deleted' | 'opaque', next?: Inode): Pick<ChangeView, 'over' | 'hides'> {
    const counted = this.#opaque.some((dir) => path.startsWith(dir));
    const files = hiddenBelow(this.#store, this.#lower, this.#top, path);
    if (how === 'opaque') this.#opaque.push(path === '/' ? '/' : `${path}/`);
    const bytes = new Map<Snapshot, number>();
    for (const { path: at, bytes: size, inode, origin } of files) {
      if (origin === undefined) continue;
      bytes.set(origin, (bytes.get(origin) ?? 0) + size);
      if (!counted) this.#tell(at, inode, origin, how === 'replaced' && at === path ? next : undefined);
    }
    let hides = 0;
    let over: Snapshot | undefined;
    for (const [snapshot, size] of bytes) {
      hides += size;
      if (over === undefined || size > (bytes.get(over) ?? 0)) over = snapshot;
      if (!counted && size > 0) this.hides.set(snapshot, (this.hides.get(snapshot) ?? 0) + size);
    }
    return { ...(over === undefined ? {} : { over: over.layer.diffID }), ...(hides > 0 && !counted ? { hides } : {}) };
  }

  #tell(path: string, old: Inode, origin: Snapshot, next: Inode | undefined): void {
    if (this.leaks.length >= MOST_LEAKS || old.kind !== 'file' || old.body.size === 0 || !looksSecret(path)) return;
    if (next?.kind === 'file' && next.body.size === old.body.size && next.body.digest() === old.body.digest()) return;
    const how = next === undefined ? 'deleted' : 'replaced';
    this.leaks.push({ path, diffID: origin.layer.diffID, chainID: origin.chainID, how });
  }
}
