// What a container's writable layer holds over its image: as `docker diff` tells it, with what each entry covers.
import type { Container } from '../../../engine/container/index.ts';
import { changesByStat, diff, packEntries } from '../../../engine/layer/index.ts';
import type { ImageStore } from '../../../engine/store/index.ts';
import type { Tree } from '../../../engine/tree/index.ts';
import type { ChangeView, ContainerView } from '../../session/view/index.ts';
import { Cover } from './cover.ts';
import { countChanges, kindOf } from './layer-changes.ts';
import { wasteWith } from './waste.ts';

type WritableView = Required<Pick<ContainerView, 'changes' | 'counts' | 'size' | 'hides' | 'leaks'>> & Pick<ContainerView, 'waste'>;

/** Most entries of a writable layer that a view lists. */
const SHOWN = 100;
const known = new WeakMap<Tree, { readonly lower: Tree; readonly view: WritableView }>();

/** The writable layer of a container whose file system is `tree`; worked out once for each state of it. */
export function writableView(store: ImageStore, container: Container, tree: Tree): WritableView {
  const done = known.get(tree);
  if (done?.lower === container.lower) return done.view;
  const { changes, cover } = writableChanges(store, container, tree);
  const hides: Record<string, number> = {};
  for (const [{ layer }, bytes] of cover.hides) hides[layer.diffID] = (hides[layer.diffID] ?? 0) + bytes;
  const view: WritableView = {
    changes: changes.slice(0, SHOWN),
    counts: countChanges(changes),
    size: changes.reduce((sum, change) => sum + (change.size ?? 0), 0),
    hides,
    leaks: cover.leaks,
    ...(container.base === undefined ? {} : { waste: wasteWith(store, container.base, packEntries(diff(container.lower, tree))) }),
  };
  known.set(tree, { lower: container.lower, view });
  return view;
}

/** All entries of it, without directories that only pass through. */
export function writableChanges(store: ImageStore, container: Container, tree: Tree): { changes: ChangeView[]; cover: Cover } {
  const { lower } = container;
  const cover = new Cover(store, lower, container.base);
  const changes = changesByStat(lower, tree).flatMap((change): ChangeView[] => {
    const { path } = change;
    if (change.kind === 'deleted') return [{ kind: 'D', path, entryKind: 'whiteout', ...cover.at(path, 'deleted') }];
    const { inode } = change;
    const old = change.kind === 'added' ? undefined : lower.at(path);
    if (old?.kind === 'dir' && inode.kind === 'dir' && old.mode === inode.mode && old.uid === inode.uid && old.gid === inode.gid) return [];
    const plain = {
      path,
      entryKind: kindOf(inode.kind),
      ...(inode.kind === 'file' ? { size: inode.body.size } : {}),
      ...(inode.kind === 'symlink' ? { target: inode.target } : {}),
    };
    if (old === undefined) return [{ kind: 'A', ...plain }];
    return [{ kind: 'C', ...plain, ...(old.kind === 'dir' && inode.kind === 'dir' ? {} : cover.at(path, 'replaced', inode)) }];
  });
  return { changes, cover };
}
