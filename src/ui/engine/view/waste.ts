import type { ChainID } from '../../../engine/digest/index.ts';
import type { TarEntry } from '../../../engine/layer/index.ts';
import type { ImageStore, Snapshot } from '../../../engine/store/index.ts';
import type { WasteView } from '../../session/view/index.ts';
import { Efficiency, type Member } from './efficiency.ts';

const results = new WeakMap<Snapshot, WasteView>();
/** Sums of the images that containers were last looked at on: a container's layer is one more on them. */
const kept: { readonly top: Snapshot; readonly sums: Efficiency }[] = [];
const KEPT = 2;

/** dive's numbers of a stack of layers, lowest first; worked out once for each top. */
export function wasteOf(stack: readonly Snapshot[]): WasteView | undefined {
  const top = stack.at(-1);
  if (top === undefined) return undefined;
  const known = results.get(top);
  if (known !== undefined) return known;
  const made = sumsOf(stack).result();
  results.set(top, made);
  return made;
}

/** The same with a container's writable layer on top. */
export function wasteWith(store: ImageStore, base: ChainID | undefined, entries: readonly TarEntry[]): WasteView {
  const stack = stackBelow(store, base);
  const top = stack.at(-1);
  if (top === undefined) return new Efficiency().result(entries.map(memberOf));
  let found = kept.find((one) => one.top === top);
  if (found === undefined) {
    found = { top, sums: sumsOf(stack) };
    kept.unshift(found);
    kept.length = Math.min(kept.length, KEPT);
  }
  return found.sums.result(entries.map(memberOf));
}

function stackBelow(store: ImageStore, top: ChainID | undefined): Snapshot[] {
  const out: Snapshot[] = [];
  for (let at = top; at !== undefined; ) {
    const snapshot = store.snapshots.get(at);
    if (snapshot === undefined) break;
    out.unshift(snapshot);
    at = snapshot.parent;
  }
  return out;
}

function sumsOf(stack: readonly Snapshot[]): Efficiency {
  const sums = new Efficiency();
  for (const { layer } of stack) sums.add(layer.entries.map(memberOf));
  return sums;
}

const memberOf = (entry: TarEntry): Member => ({
  path: entry.path,
  size: entry.kind === 'file' ? entry.body.size : 0,
  isDir: entry.kind === 'dir',
});
