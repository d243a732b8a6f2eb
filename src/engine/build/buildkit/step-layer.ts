import { usesContainerd } from '../../daemon/image/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import { diff, type Layer, makeLayer, packEntries, type TarEntry } from '../../layer/index.ts';
import { depthOf, MAX_LOWERS } from '../../store/index.ts';
import type { Tree } from '../../tree/index.ts';
import { SolveError } from './error.ts';
import type { Ref } from './ref.ts';

/** The layer a step makes of its base. Throws SolveError when overlayfs would have too many directories below it. */
export function stepLayer(daemon: Daemon, base: Ref, tree: Tree): Layer {
  if (!usesContainerd(daemon) && base.layers.length + depthOf(daemon.state.images, base.base) > MAX_LOWERS) {
    const name = (): string => daemon.newID().slice(0, 25);
    throw new SolveError(`failed to prepare ${name()} as ${name()}: max depth exceeded`);
  }
  const entries = packEntries(diff(base.tree, tree));
  const layer = makeLayer(usesContainerd(daemon) ? withoutBareDirs(base.tree, entries) : entries);
  return { ...layer, size: sizeOfFiles(layer) };
}

/** Bytes of a layer as BuildKit counts them: the targets of links do not count. */
const sizeOfFiles = (layer: Layer): number => layer.entries.reduce((sum, entry) => sum + (entry.kind === 'file' ? entry.body.size : 0), 0);

/** Entries without directories that were only touched: containerd's differ compares them with the layers below (continuity fs.Changes). */
function withoutBareDirs(lower: Tree, entries: readonly TarEntry[]): TarEntry[] {
  return entries.filter((entry) => {
    const old = entry.kind === 'dir' ? lower.at(`/${entry.path}`) : undefined;
    if (old?.kind !== 'dir' || old.mode !== entry.mode || old.uid !== entry.uid || old.gid !== entry.gid) return true;
    return Math.floor(old.mtime) !== entry.mtime || entries.some(({ path }) => path.startsWith(`${entry.path}/`));
  });
}
