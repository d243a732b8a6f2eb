import type { Container, MountPoint } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { FileSystem, plainFileSystem } from '../../kernel/index.ts';
import { RuntimeError, type RuntimeMount } from '../../runtime/index.ts';
import { type Inode, resolvePath, Tree, TreeEdit } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { type EngineFile, engineFile } from '../network/network-files.ts';
import type { Sandbox } from '../network/sandbox.ts';
import { placeOf } from '../volume/options.ts';
import { emptyVolume, ensureVolume, volumeFiles } from '../volume/volumes.ts';
import { layerName } from './layer-name.ts';
import { sharedMemory } from './shared-memory.ts';
import { tmpfsOptions } from './tmpfs-options.ts';

export interface ContainerMount extends RuntimeMount {
  /** A file is mounted, not a directory. */
  readonly file: boolean;
}

/**
 * What a starting container gets mounted: the engine's own files, then volumes, host paths and tmpfs, shorter paths first. Throws
 * DockerError or RuntimeError for what cannot be mounted.
 */
export function runtimeMounts(daemon: Daemon, container: Container, { files }: Sandbox): ContainerMount[] {
  const { hostConfig } = container;
  const now = daemon.now();
  checkDevices(container);
  const own: ContainerMount[] =
    files === undefined
      ? []
      : [fileMount('/etc/resolv.conf', files.resolv), fileMount('/etc/hostname', files.hostname), fileMount('/etc/hosts', files.hosts)];
  if (hostConfig.Init) own.push(fileMount('/sbin/docker-init', engineFile('', now)));
  const memory = sharedMemory(daemon, container);
  if (memory !== undefined) own.push(memory);
  const chosen = [
    ...container.mounts.map((point) => pointMount(daemon, container, point)),
    ...Object.entries(hostConfig.Tmpfs ?? {}).map(([path, options]) => tmpfsMount(daemon, container, path, options)),
  ];
  for (const mount of chosen) checkKind(container.id, container.tree, mount);
  return [
    ...own.filter(({ path }) => !chosen.some((other) => other.path === path)),
    ...chosen.sort((a, b) => a.path.length - b.path.length),
  ];
}

/** A file on a directory, or the reverse: runc's refusal. */
function checkKind(id: string, tree: Tree, { path, file, hostPath }: ContainerMount & { readonly hostPath?: string }): void {
  const there = resolvePath(tree, path)?.inode;
  if (path === '/') {
    const top = `/var/lib/docker/overlay2/${layerName(id)}/merged`;
    throw new RuntimeError(
      `error mounting "${hostPath}" to rootfs at "/": create mountpoint for / mount: mountpoint "${top}" is on the top of rootfs "${top}"`,
      125,
    );
  }
  if (there === undefined || hostPath === undefined || (there.kind === 'dir') !== file) return;
  throw new RuntimeError(
    `error mounting "${hostPath}" to rootfs at "${path}": mount src=${hostPath}, dst=${path}, dstFd=/proc/thread-self/fd/14, flags=MS_BIND|MS_REC: not a directory: Are you trying to mount a directory onto a file (or vice-versa)? Check if the specified host path exists and is the expected type`,
    125,
  );
}

function pointMount(daemon: Daemon, container: Container, point: MountPoint): ContainerMount & { readonly hostPath?: string } {
  const base = { path: point.Destination, readonly: !point.RW };
  if (point.Type === 'volume') {
    return { ...base, ...volumeMount(daemon, container, point) };
  }
  if (point.Type === 'tmpfs') {
    const asked = container.hostConfig.Mounts?.find((mount) => mount.Type === 'tmpfs' && mount.Target === point.Destination)?.TmpfsOptions;
    const size = asked?.SizeBytes === undefined ? [] : [`size=${asked.SizeBytes}`];
    const mode = asked?.Mode === undefined ? [] : [`mode=${asked.Mode.toString(8)}`];
    return tmpfsMount(daemon, container, point.Destination, [point.RW ? 'rw' : 'ro', ...size, ...mode].join(','));
  }
  const inode = resolvePath(daemon.hostFiles.tree(), point.Source)?.inode;
  if (inode === undefined) {
    throw new DockerError('InvalidArgument', `invalid mount config for type "bind": bind source path does not exist: ${point.Source}`);
  }
  return { ...base, fs: daemon.hostFiles, root: inode.ino, file: inode.kind !== 'dir', source: '/dev/vda1', hostPath: point.Source };
}

/** A volume, or what `volume-subpath` names in it. Throws DockerError. */
function volumeMount(
  daemon: Daemon,
  container: Container,
  point: MountPoint,
): Pick<ContainerMount, 'fs' | 'file' | 'source' | 'root'> & { readonly hostPath: string } {
  const name = point.Name!;
  const place = placeOf(ensureVolume(daemon, name));
  const asked = container.hostConfig.Mounts?.find((mount) => mount.Type === 'volume' && mount.Target === point.Destination);
  const subpath = asked?.VolumeOptions?.Subpath ?? '';
  if (place.kind === 'bind') {
    const failed = `error while mounting volume '${point.Source}': failed to mount local volume: mount ${place.device}:${point.Source}, flags: 0x1000: no such file or directory`;
    const top = resolvePath(daemon.hostFiles.tree(), place.device)?.inode;
    if (top === undefined) throw new DockerError('System', failed);
    return { fs: daemon.hostFiles, root: top.ino, file: top.kind !== 'dir', source: '/dev/vda1', hostPath: place.device };
  }
  if (place.kind === 'tmpfs' && !usedByOther(daemon, container, name)) emptyVolume(daemon, name);
  const fs = volumeFiles(daemon, name);
  const source = place.kind === 'tmpfs' ? 'tmpfs' : '/dev/vda1';
  if (subpath === '') return { fs, file: false, source, hostPath: point.Source };
  const found = subpathInode(fs.tree(), point.Source, subpath);
  return { fs, root: found.ino, file: found.kind !== 'dir', source, hostPath: `${point.Source}/${subpath}` };
}

const usedByOther = (daemon: Daemon, container: Container, name: string): boolean =>
  [...daemon.live.keys()].some(
    (id) => id !== container.id && daemon.state.containers.get(id)?.mounts.some((mount) => mount.Type === 'volume' && mount.Name === name),
  );

/** What a path inside a volume names; links may not lead out of it. Throws DockerError. Source: moby volume/safepath. */
function subpathInode(tree: Tree, base: string, subpath: string): Inode {
  const escapes = new DockerError('System', `path concatenation escapes the base directory, base: ${base}, subpath: ${subpath}`);
  const names = subpath.split('/').reverse();
  const at: string[] = [];
  for (let links = 0; names.length > 0; ) {
    const name = names.pop()!;
    if (name === '' || name === '.') continue;
    if (name === '..') {
      if (at.pop() === undefined) throw escapes;
      continue;
    }
    const inode = resolvePath(tree, `/${[...at, name].join('/')}`, false)?.inode;
    if (inode === undefined) {
      const path = `${base}/${[...at, name].join('/')}`;
      throw new DockerError('System', `cannot access path ${base}/${subpath}: lstat ${path}: no such file or directory`);
    }
    if (inode.kind !== 'symlink') at.push(name);
    else if (inode.target.startsWith('/') || ++links > 40) throw escapes;
    else names.push(...inode.target.split('/').reverse());
  }
  return resolvePath(tree, `/${at.join('/')}`)!.inode!;
}

/** An empty file system in memory; its root has the mode of the directory it hides, or 1777. */
function tmpfsMount(daemon: Daemon, container: Container, path: string, given: string): ContainerMount {
  const { readonly, mode, uid, gid, size, text } = tmpfsOptions(given);
  const under = resolvePath(container.lower, path)?.inode;
  const edit = new TreeEdit(Tree.empty(daemon.now()));
  edit.patch(1, { mode: mode ?? (under?.kind === 'dir' ? under.mode : 0o1777), uid: uid ?? 0, gid: gid ?? 0 });
  const tree = edit.tree();
  const fs = size === undefined ? plainFileSystem('tmpfs', tree) : new FileSystem({ type: 'tmpfs', tree, quota: size });
  return { path, fs, file: false, readonly, source: 'tmpfs', options: text };
}

const fileMount = (path: string, { fs, ino }: EngineFile): ContainerMount => ({ path, fs, root: ino, file: true, source: '/dev/vda1' });

/** What a container can be made with, but not started with. */
function checkDevices({ hostConfig }: Container): void {
  const { LogConfig, DeviceRequests = [], Devices = [] } = hostConfig;
  for (const device of Devices)
    throw new DockerError(
      'System',
      `error gathering device information while adding custom device "${device.split(':')[0]}": no such file or directory`,
    );
  if (DeviceRequests.length > 0) throw new DockerError('System', 'could not select device driver "" with capabilities: [[gpu]]');
  const size = LogConfig.Config['max-size'];
  if (size !== undefined && !/^\d+(\.\d+)? ?([kmgtp]i?b?|b)?$/i.test(size))
    throw new DockerError('System', `failed to create task for container: failed to initialize logging driver: invalid size: '${size}'`);
}
