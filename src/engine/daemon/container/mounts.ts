import type { HostConfig, MountPoint, MountRequest } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { resolvePath, type Tree } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { ensureVolume, volumeFiles, volumeTree } from '../volume/volumes.ts';
import { findContainer } from './find.ts';
import { checkVolumeName, cleanPath, parseBind, parseVolumesFrom, verifyMount } from './mount-spec.ts';
import { copyTree } from './populate.ts';

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

interface Parsed {
  readonly point: MountPoint;
  readonly noCopy: boolean;
}

/**
 * A new container's mounts from its configuration, making the volumes they need and filling new ones from the image.
 * Sorted by destination. Throws DockerError. Source: moby daemon/volumes.go registerMountPoints.
 */
export function resolveMounts(daemon: Daemon, config: RunConfig, host: HostConfig, tree: Tree): MountPoint[] {
  const points = new Map<string, Parsed>();
  const add = (parsed: Parsed): void => void points.set(parsed.point.Destination, parsed);
  for (const from of host.VolumesFrom ?? []) {
    const { ref, mode } = parseVolumesFrom(from);
    for (const point of volumesOf(daemon, ref))
      add({ point: { ...point, RW: point.RW && !mode.split(',').includes('ro'), Mode: '' }, noCopy: true });
  }
  const binds = (host.Binds ?? []).map(parseBind);
  const requests = host.Mounts ?? [];
  for (const mount of requests) verifyMount(mount);
  checkOnce([...binds.map(({ target }) => target), ...requests.map(({ Target }) => Target), ...Object.keys(host.Tmpfs ?? {})]);
  const driver = host.VolumeDriver ?? '';
  for (const bind of binds) {
    if (!bind.source.startsWith('/') && driver !== '' && driver !== 'local') throw noDriver(bind.source, driver);
    add(bindPoint(daemon, bind));
  }
  for (const mount of requests) add(requestPoint(daemon, mount));
  for (const target of Object.keys(config.Volumes ?? {})) {
    const destination = cleanPath(target);
    if (points.has(destination) || host.Tmpfs?.[destination] !== undefined) continue;
    add({ point: volumePoint(daemon, daemon.newID(), destination, '', true, { anonymous: true }), noCopy: false });
  }
  for (const { point, noCopy } of points.values()) if (point.Type === 'volume' && !noCopy) populate(daemon, point, tree);
  return [...points.values()].map(({ point }) => point).sort((a, b) => (a.Destination < b.Destination ? -1 : 1));
}

/** What `--volumes-from` names; that it is not there is a fault of the request. */
function volumesOf(daemon: Daemon, ref: string): readonly MountPoint[] {
  try {
    return findContainer(daemon, ref).mounts;
  } catch (error) {
    throw error instanceof DockerError ? invalid(error.message) : error;
  }
}

const propagationOf = (words: readonly string[]): string => words.find((word) => /^r?(private|shared|slave)$/.test(word)) ?? 'rprivate';

function checkOnce(targets: readonly string[]): void {
  const seen = new Set<string>();
  for (const target of targets.map(cleanPath)) {
    if (seen.has(target)) throw invalid(`Duplicate mount point: ${target}`);
    seen.add(target);
  }
}

function bindPoint(daemon: Daemon, { source, target, mode }: ReturnType<typeof parseBind>): Parsed {
  const words = mode.split(',');
  const rw = !words.includes('ro');
  if (source.startsWith('/')) {
    const path = cleanPath(source);
    makeHostDirectory(daemon, path);
    return {
      point: { Type: 'bind', Source: path, Destination: target, Mode: mode, RW: rw, Propagation: propagationOf(words) },
      noCopy: true,
    };
  }
  return {
    point: volumePoint(daemon, source, target, mode || 'z', rw, {}),
    noCopy: words.includes('nocopy'),
  };
}

function requestPoint(daemon: Daemon, mount: MountRequest): Parsed {
  const target = cleanPath(mount.Target);
  const rw = mount.ReadOnly !== true;
  if (mount.Type === 'tmpfs') return { point: tmpfsPoint(target, rw), noCopy: true };
  if (mount.Type === 'bind') {
    const source = mount.Source ?? '';
    if (resolvePath(daemon.hostFiles.tree(), source)?.inode === undefined)
      throw invalid(`invalid mount config for type "bind": bind source path does not exist: ${source}`);
    const Propagation = mount.BindOptions?.Propagation || 'rprivate';
    return { point: { Type: 'bind', Source: cleanPath(source), Destination: target, Mode: '', RW: rw, Propagation }, noCopy: true };
  }
  if (mount.Source !== undefined) checkVolumeName(mount.Source);
  const options = mount.VolumeOptions ?? {};
  const driver = options.DriverConfig?.Name ?? 'local';
  if (driver !== 'local') throw noDriver(mount.Source ?? '', driver);
  const driverOptions = options.DriverConfig?.Options;
  const made = {
    anonymous: mount.Source === undefined,
    ...(options.Labels === undefined ? {} : { labels: options.Labels }),
    ...(driverOptions === undefined ? {} : { options: driverOptions }),
  };
  const noCopy = options.NoCopy === true || (options.Subpath ?? '') !== '';
  return { point: volumePoint(daemon, mount.Source ?? daemon.newID(), target, 'z', rw, made), noCopy };
}

const noDriver = (name: string, driver: string): DockerError =>
  new DockerError('NotFound', `create ${name}: error looking up volume plugin ${driver}: plugin "${driver}" not found`);

function volumePoint(
  daemon: Daemon,
  name: string,
  target: string,
  mode: string,
  rw: boolean,
  made: Parameters<typeof ensureVolume>[2],
): MountPoint {
  ensureVolume(daemon, name, made);
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

const tmpfsPoint = (target: string, rw: boolean): MountPoint => ({
  Type: 'tmpfs',
  Source: '',
  Destination: target,
  Mode: '',
  RW: rw,
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
