import type { HostConfig, MountPoint } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { emptyBody, resolvePath, type Tree, TreeEdit } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { ensureVolume, volumeFiles, volumeTree } from '../volume/volumes.ts';
import { findContainer } from './find.ts';
import { makeDirs } from './init-layer.ts';
import { copyTree } from './populate.ts';

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/** Go's path.Clean for absolute paths. */
export function cleanPath(path: string): string {
  const out: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') out.pop();
    else if (part !== '' && part !== '.') out.push(part);
  }
  return `/${out.join('/')}`;
}

interface Parsed {
  readonly point: MountPoint;
  readonly noCopy: boolean;
}

/** One `-v` value: `[SOURCE:]TARGET[:MODE]`. Source: moby volume/mounts/linux_parser.go. */
export function parseBind(spec: string): { source: string; target: string; mode: string } {
  const parts = spec.split(':');
  if (parts[0] === '' || parts.length > 3 || parts.length < 1) throw invalid(`invalid volume specification: '${spec}'`);
  const [source = '', target = '', mode = ''] = parts.length === 1 ? ['', parts[0]!, ''] : parts;
  const bad = mode.split(',').find((word) => mode !== '' && !MODES.has(word));
  if (bad !== undefined) throw invalid(`invalid mode: ${mode}`);
  const type = source.startsWith('/') ? 'bind' : 'volume';
  if (!target.startsWith('/'))
    throw invalid(
      `invalid volume specification: '${spec}': invalid mount config for type "${type}": invalid mount path: '${target}' mount path must be absolute`,
    );
  if (cleanPath(target) === '/')
    throw invalid(
      `invalid volume specification: '${spec}': invalid mount config for type "${type}": invalid specification: destination can't be '/'`,
    );
  if (source !== '' && type === 'volume') checkVolumeName(source);
  return { source, target: cleanPath(target), mode };
}

const MODES = new Set([
  'ro',
  'rw',
  'z',
  'Z',
  'nocopy',
  'private',
  'rprivate',
  'shared',
  'rshared',
  'slave',
  'rslave',
  'consistent',
  'cached',
  'delegated',
  'volume-nocopy',
]);

export function checkVolumeName(name: string): void {
  if (/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(name)) return;
  if (name.length === 1 && /^[a-zA-Z0-9]$/.test(name))
    throw invalid('volume name is too short, names should be at least two alphanumeric characters');
  throw invalid(
    `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" are allowed. If you intended to pass a host directory, use absolute path`,
  );
}

/**
 * A new container's mounts from its configuration, making the volumes they need and filling new ones from the image.
 * Sorted by destination. Throws DockerError. Source: moby daemon/volumes.go registerMountPoints.
 */
export function resolveMounts(daemon: Daemon, config: RunConfig, host: HostConfig, tree: Tree): MountPoint[] {
  const points = new Map<string, Parsed>();
  const add = (parsed: Parsed): void => void points.set(parsed.point.Destination, parsed);
  for (const from of host.VolumesFrom ?? []) {
    const [ref = '', mode = ''] = from.split(':');
    for (const point of findContainer(daemon, ref).mounts)
      add({ point: mode === 'ro' ? { ...point, RW: false, Mode: 'ro' } : point, noCopy: true });
  }
  const explicit = new Set<string>();
  const once = (parsed: Parsed): void => {
    if (explicit.has(parsed.point.Destination)) throw invalid(`Duplicate mount point: ${parsed.point.Destination}`);
    explicit.add(parsed.point.Destination);
    add(parsed);
  };
  for (const spec of host.Binds ?? []) once(bindPoint(daemon, parseBind(spec)));
  for (const mount of host.Mounts ?? []) once(requestPoint(daemon, mount));
  for (const target of Object.keys(host.Tmpfs ?? {})) once({ point: tmpfsPoint(cleanPath(target)), noCopy: true });
  for (const target of Object.keys(config.Volumes ?? {})) {
    const destination = cleanPath(target);
    if (points.has(destination)) continue;
    add({ point: volumePoint(daemon, daemon.newID(), destination, '', true, true), noCopy: false });
  }
  for (const { point, noCopy } of points.values()) if (point.Type === 'volume' && !noCopy) populate(daemon, point, tree);
  return [...points.values()].map(({ point }) => point).sort((a, b) => (a.Destination < b.Destination ? -1 : 1));
}

function bindPoint(daemon: Daemon, { source, target, mode }: ReturnType<typeof parseBind>): Parsed {
  const words = mode.split(',');
  const rw = !words.includes('ro');
  if (source.startsWith('/')) {
    const path = cleanPath(source);
    makeHostDirectory(daemon, path);
    return { point: { Type: 'bind', Source: path, Destination: target, Mode: mode, RW: rw, Propagation: 'rprivate' }, noCopy: true };
  }
  return {
    point: volumePoint(daemon, source === '' ? daemon.newID() : source, target, mode || (source === '' ? '' : 'z'), rw, source === ''),
    noCopy: words.includes('nocopy'),
  };
}

function requestPoint(daemon: Daemon, mount: NonNullable<HostConfig['Mounts']>[number]): Parsed {
  const target = cleanPath(mount.Target);
  const rw = mount.ReadOnly !== true;
  if (!mount.Target.startsWith('/'))
    throw invalid(`invalid mount config for type "${mount.Type}": invalid mount path: '${mount.Target}' mount path must be absolute`);
  if (mount.Type === 'tmpfs') return { point: tmpfsPoint(target), noCopy: true };
  if (mount.Type === 'bind') {
    const source = mount.Source ?? '';
    if (!source.startsWith('/'))
      throw invalid(`invalid mount config for type "bind": invalid mount path: '${source}' mount path must be absolute`);
    if (resolvePath(daemon.hostFiles.tree(), source)?.inode === undefined)
      throw invalid(`invalid mount config for type "bind": bind source path does not exist: ${source}`);
    return {
      point: { Type: 'bind', Source: cleanPath(source), Destination: target, Mode: '', RW: rw, Propagation: 'rprivate' },
      noCopy: true,
    };
  }
  if (mount.Source !== undefined) checkVolumeName(mount.Source);
  return { point: volumePoint(daemon, mount.Source ?? daemon.newID(), target, 'z', rw, mount.Source === undefined), noCopy: false };
}

function volumePoint(daemon: Daemon, name: string, target: string, mode: string, rw: boolean, anonymous: boolean): MountPoint {
  ensureVolume(daemon, name, { anonymous });
  return {
    Type: 'volume',
    Name: name,
    Source: `/var/lib/docker/volumes/${name}/_data`,
    Destination: target,
    Driver: 'local',
    Mode: mode,
    RW: rw,
    Propagation: '',
  };
}

const tmpfsPoint = (target: string): MountPoint => ({
  Type: 'tmpfs',
  Source: '',
  Destination: target,
  Mode: '',
  RW: true,
  Propagation: '',
});

/** `-v /missing:/x` makes the host directory. */
function makeHostDirectory(daemon: Daemon, path: string): void {
  if (resolvePath(daemon.hostFiles.tree(), path)?.inode !== undefined) return;
  let parent = '';
  for (const part of path.split('/').filter((name) => name !== '')) {
    const at = `${parent}/${part}`;
    const found = resolvePath(daemon.hostFiles.tree(), at);
    if (found?.inode === undefined) {
      const dir = resolvePath(daemon.hostFiles.tree(), parent || '/')?.inode;
      if (dir?.kind !== 'dir') throw invalid(`error while creating mount source path '${path}': mkdir ${at}: not a directory`);
      daemon.hostFiles.create(dir.ino, part, { kind: 'dir', mode: 0o755, uid: 0, gid: 0, mtime: daemon.now() });
    }
    parent = at;
  }
}

/** An empty volume gets what the image has at its mount point, owner and mode of the directory included. */
function populate(daemon: Daemon, point: MountPoint, tree: Tree): void {
  const name = point.Name!;
  const source = resolvePath(tree, point.Destination)?.inode;
  const files = volumeTree(daemon, name);
  if (source?.kind !== 'dir' || files.root().entries.size > 0) return;
  const filled = copyTree(tree, source, files);
  daemon.update({ volumes: new Map(daemon.state.volumes).set(name, { ...daemon.state.volumes.get(name)!, tree: filled }) });
  daemon.openVolumes.delete(name);
  volumeFiles(daemon, name);
}

/** The container's tree with a directory (or file, for a bound file) at every mount point, as the runtime makes them. */
export function withMountPoints(tree: Tree, points: readonly { readonly path: string; readonly file: boolean }[], now: number): Tree {
  const edit = new TreeEdit(tree);
  for (const { path, file } of points) {
    if (resolvePath(edit.tree(), path)?.inode !== undefined) continue;
    if (!file) {
      makeDirs(edit, path, now);
      continue;
    }
    const slash = path.lastIndexOf('/');
    const parent = makeDirs(edit, path.slice(0, slash), now);
    if (parent !== undefined)
      edit.create(parent, path.slice(slash + 1), { kind: 'file', body: emptyBody, mode: 0o755, uid: 0, gid: 0, mtime: now });
  }
  return edit.tree();
}
