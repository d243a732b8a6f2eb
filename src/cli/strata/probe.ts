import { containerTree, findContainer } from '../../engine/daemon/container/index.ts';
import { findImage, repoDigestsOf, repoTagsOf } from '../../engine/daemon/image/index.ts';
import type { Daemon } from '../../engine/daemon/index.ts';
import { hexOf } from '../../engine/digest/index.ts';
import { DockerError } from '../../engine/errors/index.ts';
import type { RunConfig } from '../../engine/image/index.ts';
import { apply, changesByStat, entryOf, type Layer, type TarEntry } from '../../engine/layer/index.ts';
import { type Image, imageSize, layerSize, mustGet, stackOf } from '../../engine/store/index.ts';
import { Tree } from '../../engine/tree/index.ts';

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const CONFIG_KEYS = [
  'User', 'ExposedPorts', 'Env', 'Entrypoint', 'Cmd', 'ArgsEscaped', 'Volumes', 'WorkingDir', 'Labels', 'OnBuild', 'StopSignal', 'StopTimeout', 'Healthcheck', 'Shell',
] as const satisfies readonly (keyof RunConfig)[]; // biome-ignore format: a list

type Record_ = { readonly [key: string]: Json | undefined };

/** One archive member as the record writes it. */
export function entryRecord(entry: TarEntry): Record_ {
  const base = {
    path: entry.path,
    type: entry.kind,
    mode: (entry.mode & 0o7777).toString(8).padStart(4, '0'),
    uid: entry.uid,
    gid: entry.gid,
  };
  switch (entry.kind) {
    case 'file':
      return { ...base, size: entry.body.size, sha256: hexOf(entry.body.digest()) };
    case 'symlink':
    case 'hardlink':
      return { ...base, linkname: entry.linkname };
    case 'char':
    case 'block':
      return { ...base, linkname: `${entry.major},${entry.minor}` };
    default:
      return base;
  }
}

function treeRecords(tree: Tree): Map<string, Record_> {
  const out = new Map<string, Record_>();
  for (const [path, inode] of tree.walk()) out.set(path.slice(1), entryRecord(entryOf(path.slice(1), inode)));
  return out;
}

const same = (a: Record_ | undefined, b: Record_ | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);
const byPath = (a: { path?: Json | undefined }, b: { path?: Json | undefined }): number =>
  String(a.path) < String(b.path) ? -1 : String(a.path) > String(b.path) ? 1 : 0;

/** Everything a record says of an image, or null when there is none by that reference. `base` is the layer of the case's busybox. */
export function probeImage(daemon: Daemon, ref: string, base: Layer): Json {
  const image = findOrNull(() => findImage(daemon, ref));
  if (image === null) return null;
  const store = daemon.state.images;
  const config = image.config.config ?? {};
  const layers = stackOf(image).map((id) => mustGet(store.snapshots, id).layer);
  const onBase = layers[0]?.diffID === base.diffID;
  const baseRecords = treeRecords(apply(Tree.empty(), base.entries));
  const known = onBase ? baseRecords : new Map(baseRecords);
  const rootfs = layers.reduce((tree, layer) => apply(tree, layer.entries), Tree.empty());
  const fs = treeRecords(rootfs);
  const gone = onBase ? [...baseRecords.keys()].filter((path) => !fs.has(path)) : [];
  const goneSet = new Set(gone);
  const own = onBase ? layers.slice(1) : layers;
  return {
    config: Object.fromEntries(
      CONFIG_KEYS.filter((key) => config[key] !== undefined && config[key] !== null).map((key) => [key, config[key] as Json]),
    ),
    architecture: image.config.architecture,
    os: image.config.os,
    author: image.config.author ?? '',
    comment: image.config.comment || (image.config.history?.at(-1)?.comment ?? ''),
    repo_tags: repoTagsOf(daemon, image.id),
    repo_digests: repoDigestsOf(daemon, image.id),
    size: imageSize(store, image),
    base: onBase ? 'busybox' : 'scratch',
    layer_count: layers.length,
    history: historyRecords(
      image,
      stackOf(image).map((id) => layerSize(store, id)),
      onBase,
    ),
    layers: own.map((layer) => layerRecords(layer.entries, onBase ? undefined : baseRecords)),
    rootfs: [...fs.entries()]
      .filter(([path, record]) => !same(record, known.get(path)))
      .map(([, record]) => record)
      .sort(byPath),
    removed: gone.filter((path) => !goneSet.has(path.slice(0, Math.max(0, path.lastIndexOf('/'))))).sort(),
  };
}

function layerRecords(entries: readonly TarEntry[], without: Map<string, Record_> | undefined): Json[] {
  return entries
    .filter((entry) => entry.path !== '')
    .map(entryRecord)
    .filter((record) => without === undefined || !same(record, without.get(String(record.path))))
    .sort(byPath);
}

function historyRecords(image: Image, sizes: readonly number[], onBase: boolean): Json[] {
  const rows = image.config.history ?? [];
  let layer = 0;
  const records = rows.map((row) => {
    const empty = row.empty_layer ?? false;
    return {
      created_by: row.created_by ?? '',
      comment: row.comment ?? '',
      author: row.author ?? '',
      size: empty ? 0 : (sizes[layer++] ?? 0),
      empty,
    };
  });
  return onBase ? records.slice(1) : records;
}

function findOrNull<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof DockerError) return null;
    throw error;
  }
}

/** Everything a record says of a container, or null when there is none. */
export function probeContainer(daemon: Daemon, name: string): Json {
  const container = findOrNull(() => findContainer(daemon, name));
  if (container === null) return null;
  const { config, state } = container;
  const logs = daemon.live.get(container.id)?.streams.logs ?? container.logs;
  const decoder = new TextDecoder();
  const logOf = (stream: 'stdout' | 'stderr'): string => {
    const parts = logs.filter((line) => line.stream === stream).map((line) => line.bytes);
    const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.length;
    }
    return decoder.decode(out);
  };
  const KINDS = { added: 'A', modified: 'C', deleted: 'D' } as const;
  return {
    status: state.status,
    exit_code: state.exitCode,
    error: state.error,
    health: state.health?.Status ?? null,
    image: container.imageRef,
    cmd: config.Cmd ?? null,
    entrypoint: config.Entrypoint ?? null,
    env: config.Env ?? null,
    user: config.User ?? '',
    working_dir: config.WorkingDir ?? '',
    labels: config.Labels ?? {},
    path: container.path,
    args: [...container.args],
    mounts: container.mounts
      .map(({ Type, Destination, RW, Name }) => ({
        type: Type,
        destination: Destination,
        rw: RW,
        name: Type === 'volume' ? (Name ?? '') : '',
      }))
      .sort((a, b) => (a.destination < b.destination ? -1 : 1)),
    diff: changesByStat(container.lower, containerTree(daemon, container))
      .map(({ kind, path }) => `${KINDS[kind]} ${path}`)
      .sort(),
    logs: { stdout: logOf('stdout'), stderr: logOf('stderr') },
  };
}
