import type { Container } from '../../../../engine/container/index.ts';
import type { ChainID, ImageID } from '../../../../engine/digest/index.ts';
import { diff, packEntries, type TarEntry } from '../../../../engine/layer/index.ts';
import { type Image, type Snapshot, stackOf, treeOf } from '../../../../engine/store/index.ts';
import type { Tree } from '../../../../engine/tree/index.ts';
import type { Machine } from '../../../../engine/world/index.ts';
import type { StackSubject } from '../../../session/queries/stack.ts';
import { Refusal } from '../../../session/refusal/index.ts';

/** A layer of a subject: what it stands on, its entries, and the file system with it. */
export interface StackLayer {
  /** Undefined for the container's writable layer. */
  readonly snapshot: Snapshot | undefined;
  readonly createdBy: string;
  readonly below: Tree;
  readonly entries: readonly TarEntry[];
  readonly tree: Tree;
}

export interface SubjectLayers {
  readonly image: Image;
  /** Oldest first; the container's writable layer last. */
  readonly layers: readonly StackLayer[];
}

export function layerAt({ engine }: Machine, chainID: string): Snapshot {
  const snapshot = engine.images.snapshots.get(chainID as ChainID);
  if (snapshot === undefined) throw new Refusal('gone.layer');
  return snapshot;
}

export function containerAt({ engine }: Machine, id: string): Container {
  const container = engine.containers.get(id);
  if (container === undefined) throw new Refusal('gone.container');
  return container;
}

export function layersOf(machine: Machine, { image: id, container: containerID }: StackSubject): SubjectLayers {
  const store = machine.engine.images;
  const image = store.images.get(id as ImageID);
  if (image === undefined) throw new Refusal('gone.image');
  const made = (image.config.history ?? []).filter((row) => !row.empty_layer).map((row) => row.created_by ?? '');
  const layers: StackLayer[] = stackOf(image).flatMap((chainID, index) => {
    const snapshot = store.snapshots.get(chainID);
    if (snapshot === undefined) return [];
    const { entries } = snapshot.layer;
    return [{ snapshot, createdBy: made[index] ?? '', below: treeOf(store, snapshot.parent), entries, tree: snapshot.tree }];
  });
  if (containerID !== undefined) {
    const { lower, tree } = containerAt(machine, containerID);
    layers.push({ snapshot: undefined, createdBy: '', below: lower, entries: packEntries(diff(lower, tree)), tree });
  }
  return { image, layers };
}
