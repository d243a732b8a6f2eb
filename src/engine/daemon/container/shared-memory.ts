import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { FileSystem } from '../../kernel/index.ts';
import { Tree, TreeEdit } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { findContainer } from './find.ts';
import type { ContainerMount } from './runtime-mounts.ts';

const PATH = '/dev/shm';
/** Bytes of it unless `--shm-size` says otherwise. */
const SIZE = 64 * 1024 * 1024;

/**
 * The memory that a starting container's processes share as files, or that of the container whose IPC namespace it joins; undefined for
 * `--ipc none`. Throws DockerError when that container does not run or does not share. Source: moby daemon/container_operations_unix.go.
 */
export function sharedMemory(daemon: Daemon, { hostConfig }: Container): ContainerMount | undefined {
  const { IpcMode = '', ShmSize = 0 } = hostConfig;
  if (IpcMode === 'none') return undefined;
  const size = ShmSize > 0 ? ShmSize : SIZE;
  const options = `rw,nosuid,nodev,noexec,relatime,size=${Math.floor(size / 1024)}k`;
  const mount = { path: PATH, file: false, source: 'shm', options };
  if (IpcMode.startsWith('container:')) return { ...mount, fs: sharedBy(daemon, IpcMode.slice('container:'.length)) };
  const edit = new TreeEdit(Tree.empty(daemon.now()));
  edit.patch(1, { mode: 0o1777 });
  return { ...mount, fs: new FileSystem({ type: 'tmpfs', tree: edit.tree(), quota: size }) };
}

function sharedBy(daemon: Daemon, ref: string): FileSystem {
  const { id, hostConfig } = findContainer(daemon, ref);
  const refuse = (why: string): DockerError => new DockerError('Conflict', `failed to join IPC namespace: container ${id}${why}`);
  const live = daemon.live.get(id);
  if (live === undefined) throw refuse(' is not running');
  const fs = live.ns.mountAt(PATH)?.fs;
  if (hostConfig.IpcMode !== 'shareable' || fs === undefined)
    throw refuse(': non-shareable IPC (hint: use IpcMode:shareable for the donor container)');
  return fs;
}
