import { type Container, type Endpoint, type HostConfig, plainEndpoint } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { type Image, imageTree, MAX_LOWERS, stackOf, topOf } from '../../store/index.ts';
import { resolvePath, type Tree, TreeEdit } from '../../tree/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { ensureUnpacked } from '../image/containerd/unpack.ts';
import { usesContainerd } from '../image/list-by-store.ts';
import { checkEndpoint } from '../network/endpoint-rules.ts';
import { joinedMode } from '../network/mode.ts';
import { commandOf, mergeConfig } from './config.ts';
import { makeDirs, withInitLayer } from './init-layer.ts';
import { layerName } from './layer-name.ts';
import { cleanPath } from './mount-spec.ts';
import { resolveMounts } from './mounts.ts';
import { generateName, isValidName, NAME_CHARS } from './names.ts';
import { verifyDrivers, verifySettings } from './verify.ts';

export interface CreateRequest {
  readonly image: Image;
  /** The image as the user named it. */
  readonly imageRef: string;
  /** What the user asked for; the image's configuration fills the rest. */
  readonly config: RunConfig;
  readonly hostConfig: HostConfig;
  /** Empty or missing: one is made up. */
  readonly name?: string;
  /** Places on networks; the one that its network mode names when missing. */
  readonly endpoints?: readonly Endpoint[];
}

export const defaultHostConfig: HostConfig = {
  NetworkMode: 'bridge',
  PortBindings: {},
  RestartPolicy: { Name: 'no', MaximumRetryCount: 0 },
  AutoRemove: false,
  ReadonlyRootfs: false,
  Privileged: false,
  PublishAllPorts: false,
  Memory: 0,
  MemorySwap: 0,
  MemoryReservation: 0,
  NanoCpus: 0,
  CpuShares: 0,
  LogConfig: { Type: 'json-file', Config: {} },
};

/**
 * Makes a container, its volumes and its working directory; it is not started. Throws DockerError: Conflict for a name in use,
 * InvalidArgument for what cannot be. Source: moby daemon/create.go.
 */
export function createContainer(daemon: Daemon, request: CreateRequest): Container {
  const { image, imageRef } = request;
  const joined = joinedMode(daemon, adapted(request.hostConfig), request.config);
  const { hostConfig } = joined;
  const wanted = request.name ?? '';
  const name = wanted.replace(/^\//, '');
  const id = daemon.newID();
  const asked = request.config.WorkingDir ? { ...request.config, WorkingDir: cleaned(request.config.WorkingDir) } : request.config;
  const config = mergeConfig({ ...asked, Hostname: joined.hostname || id.slice(0, 12) }, image.config.config ?? {});
  verifySettings(request.config, hostConfig);
  verifyDrivers(hostConfig);
  for (const endpoint of request.endpoints ?? []) checkEndpoint(daemon, endpoint);
  const command = commandOf(config);
  if (command === undefined) throw new DockerError('InvalidArgument', 'no command specified');
  if (wanted !== '') checkName(daemon, wanted, name);
  const now = daemon.now();
  ensureUnpacked(daemon, image);
  // One directory more lies below a container than below its image, the one for /etc/hosts and its like.
  if (!usesContainerd(daemon) && stackOf(image).length >= MAX_LOWERS) throw new DockerError('System', 'max depth exceeded');
  const lower = withInitLayer(imageTree(daemon.state.images, image), now);
  const tree = withWorkingDir(lower, id, config.WorkingDir ?? '', now);
  const mounts = resolveMounts(daemon, config, hostConfig, lower);
  for (const { Destination, Type } of mounts) {
    const there = resolvePath(tree, Destination)?.inode;
    if (Type === 'volume' && there !== undefined && there.kind !== 'dir') {
      const path = `/var/lib/docker/overlay2/${layerName(id)}/merged${Destination}`;
      const anonymous = Object.keys(config.Volumes ?? {}).some((target) => cleanPath(target) === Destination);
      throw new DockerError(
        'InvalidArgument',
        anonymous ? `cannot mount volume over existing file, file exists ${path}` : `source ${path} is not directory`,
      );
    }
  }
  const container: Container = {
    id,
    name: name === '' ? generateName(daemon, id) : name,
    created: now,
    image: image.id,
    imageRef,
    ...(image.manifest === undefined ? {} : { imageManifest: image.manifest }),
    config,
    hostConfig,
    path: command.path,
    args: command.args,
    mounts,
    state: { status: 'created', pid: 0, exitCode: 0, error: '', oomKilled: false, startedAt: undefined, finishedAt: undefined },
    restartCount: 0,
    base: topOf(image),
    lower,
    tree,
    logs: [],
    endpoints: hostConfig.NetworkMode.startsWith('container:') ? [] : (request.endpoints ?? [plainEndpoint(hostConfig.NetworkMode)]),
  };
  daemon.update({ containers: new Map(daemon.state.containers).set(id, container) });
  containerEvent(daemon, container, 'create');
  return container;
}

/** A `--workdir` is cleaned; one that is not absolute is refused later. */
const cleaned = (path: string): string => (path.startsWith('/') ? cleanPath(path) : path);

/** Memory alone allows as much swap again. Source: moby daemon/daemon_unix.go adaptContainerSettings. */
function adapted(host: HostConfig): HostConfig {
  return host.Memory > 0 && host.MemorySwap === 0 ? { ...host, MemorySwap: host.Memory * 2 } : host;
}

/** Throws when a container cannot be called that. Source: moby daemon/names.go, daemon/rename.go. */
export function checkName(daemon: Daemon, wanted: string, name: string, to: 'create' | 'rename' = 'create'): void {
  const allocating = to === 'rename' ? 'Error when allocating new name: ' : '';
  if (!isValidName(name)) {
    throw new DockerError('InvalidArgument', `${allocating}Invalid container name (${wanted}), only ${NAME_CHARS} are allowed`);
  }
  const other = [...daemon.state.containers.values()].find((container) => container.name === name);
  if (other === undefined) return;
  const conflict = `Conflict. The container name "/${name}" is already in use by container "${other.id}". You have to remove (or rename) that container to be able to reuse that name.`;
  throw new DockerError('Conflict', `${allocating}${conflict}`);
}

/** Where looking up a path ends at something that is no directory: its real path and the next name. */
function fileAbove(tree: Tree, path: string): string | undefined {
  const parts = path.split('/').slice(1);
  for (let depth = 1; depth < parts.length; depth++) {
    const found = resolvePath(tree, `/${parts.slice(0, depth).join('/')}`);
    if (found?.inode === undefined) return undefined;
    if (found.inode.kind !== 'dir') return `${found.path}/${parts[depth]}`;
  }
  return undefined;
}

function withWorkingDir(tree: Tree, id: string, dir: string, now: number): Tree {
  if (dir === '' || cleanPath(dir) === '/') return tree;
  const found = resolvePath(tree, dir)?.inode;
  if (found?.kind === 'dir') return tree;
  const blocked = found === undefined ? fileAbove(tree, cleanPath(dir)) : undefined;
  if (blocked !== undefined)
    throw new DockerError('System', `lstat /var/lib/docker/overlay2/${layerName(id)}/merged${blocked}: not a directory`);
  const edit = new TreeEdit(tree);
  if (found !== undefined || makeDirs(edit, cleanPath(dir), now) === undefined)
    throw new DockerError('System', `Cannot mkdir: ${dir} is not a directory`);
  return edit.tree();
}
