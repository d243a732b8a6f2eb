// Images as the grader sees them: cheap to state; whatever walks or reads does so when a check asks.
import { repoTagsOf } from '../../../engine/daemon/image/find.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { OPAQUE, type TarEntry, WHITEOUT } from '../../../engine/layer/index.ts';
import { type Image, imageSize, imageTree, type Snapshot as Layer, stackOf } from '../../../engine/store/index.ts';
import { type Inode, readBody, resolveIn } from '../../../engine/tree/index.ts';
import type { ConfigFacts, EntryFacts, ImageFacts, LayerFacts } from '../../../grader/index.ts';
import { kindOf } from '../view/index.ts';

const decoder = new TextDecoder();

export function imageFacts(daemon: Daemon, image: Image): ImageFacts {
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
