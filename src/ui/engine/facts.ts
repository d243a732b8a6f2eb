import type { Container } from '../../engine/container/index.ts';
import { containerTree } from '../../engine/daemon/container/find.ts';
import { repoTagsOf } from '../../engine/daemon/image/find.ts';
import type { Daemon } from '../../engine/daemon/index.ts';
import { changesByStat, OPAQUE, type TarEntry, WHITEOUT } from '../../engine/layer/index.ts';
import { type Image, imageSize, imageTree, type Snapshot as Layer, stackOf } from '../../engine/store/index.ts';
import { type Inode, readBody, resolveIn } from '../../engine/tree/index.ts';
import type { ConfigFacts, ContainerFacts, EntryFacts, ImageFacts, LayerFacts, Snapshot } from '../../grader/index.ts';
import { isShown, kindOf } from './view/index.ts';

const decoder = new TextDecoder();

/** The facts that exercises are graded on, read from an engine as it is now. */
export function factsOf(daemon: Daemon): Snapshot {
  const images = [...daemon.state.images.images.values()]
    .filter((image) => isShown(daemon, image))
    .map((image) => imageFacts(daemon, image));
  const containers = [...daemon.state.containers.values()].map((container) => containerFacts(daemon, container));
  return { images, containers };
}

function imageFacts(daemon: Daemon, image: Image): ImageFacts {
  const store = daemon.state.images;
  const tree = imageTree(store, image);
  return {
    id: image.id,
    refs: repoTagsOf(daemon, image.id),
    size: imageSize(store, image),
    layers: stackOf(image)
      .flatMap((id) => store.snapshots.get(id) ?? [])
      .map(layerFacts),
    history: (image.config.history ?? []).map((row) => ({
      createdBy: row.created_by ?? '',
      comment: row.comment ?? '',
      empty: row.empty_layer ?? false,
    })),
    config: configFacts(image),
    stat: (path) => {
      const inode = resolveIn(tree, path, false);
      return inode === undefined ? undefined : inodeFacts(path, inode);
    },
    text: (path) => {
      const inode = resolveIn(tree, path);
      return inode?.kind === 'file' ? decoder.decode(readBody(inode.body)) : undefined;
    },
  };
}

function configFacts(image: Image): ConfigFacts {
  const { ExposedPorts, Volumes, ...rest } = image.config.config ?? {};
  const set = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null && value !== undefined));
  return {
    ...(set as ConfigFacts),
    ...(ExposedPorts ? { ExposedPorts: Object.keys(ExposedPorts) } : {}),
    ...(Volumes ? { Volumes: Object.keys(Volumes) } : {}),
  };
}

function layerFacts(snapshot: Layer): LayerFacts {
  const { diffID, size, entries } = snapshot.layer;
  return { diffID, chainID: snapshot.chainID, size, entries: () => entries.map(entryFacts).sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

function entryFacts(entry: TarEntry): EntryFacts {
  const { mode, uid, gid } = entry;
  const slash = entry.path.lastIndexOf('/') + 1;
  const name = entry.path.slice(slash);
  const base = { mode, uid, gid, size: entry.kind === 'file' ? entry.body.size : 0 };
  if (name === OPAQUE) return { ...base, kind: 'opaque', path: `/${entry.path.slice(0, slash - 1)}` };
  if (name.startsWith(WHITEOUT)) return { ...base, kind: 'whiteout', path: `/${entry.path.slice(0, slash)}${name.slice(WHITEOUT.length)}` };
  const target = entry.kind === 'symlink' || entry.kind === 'hardlink' ? { target: entry.linkname } : {};
  return { ...base, ...target, kind: kindOf(entry.kind), path: `/${entry.path}` };
}

function inodeFacts(path: string, inode: Inode): EntryFacts {
  const { mode, uid, gid } = inode;
  const target = inode.kind === 'symlink' ? { target: inode.target } : {};
  return { path, kind: kindOf(inode.kind), size: inode.kind === 'file' ? inode.body.size : 0, mode, uid, gid, ...target };
}

function containerFacts(daemon: Daemon, container: Container): ContainerFacts {
  const { id, name, image, state } = container;
  const KINDS = { added: 'A', modified: 'C', deleted: 'D' } as const;
  const changes = changesByStat(container.lower, containerTree(daemon, container)).map(({ kind, path }) => ({ kind: KINDS[kind], path }));
  return { id, name, image, state: state.status === 'removing' ? 'dead' : state.status, exit: state.exitCode, changes };
}
