import type { RunningMachine, Simulation } from '../../../cli/machine/simulation.ts';
import type { Container } from '../../../engine/container/index.ts';
import { processesIn } from '../../../engine/daemon/container/trace.ts';
import { transfersOf } from '../../../engine/daemon/image/transfer-log.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DEFAULT_DOMAIN } from '../../../engine/reference/index.ts';
import { registryInFiles } from '../../../engine/registry/files.ts';
import type { Registry } from '../../../engine/registry/index.ts';
import type { Tree } from '../../../engine/tree/index.ts';
import type { RegistryView, RemoteView, RepositoryView } from '../../session/view/remote.ts';
import { portsOf } from './ports.ts';

/** Where a registry keeps its files unless it is told otherwise. */
const ROOT = '/var/lib/registry';
/** Most repositories of a registry, and tags of a repository, that a view carries. */
const REPOSITORIES = 100;
const TAGS = 60;

/** The registries that a machine can name, and its last transfers. */
export function remoteOf({ name, daemon }: RunningMachine, simulation: Simulation): RemoteView {
  const { registries, hub } = daemon.network;
  const pushed = registries.get(DEFAULT_DOMAIN);
  const values = [...registries.values()].filter(({ host }) => host !== DEFAULT_DOMAIN);
  return {
    registries: [
      ...(hub === undefined ? [] : [described('hub', pushed ?? { host: DEFAULT_DOMAIN, blobs: new Map(), repositories: new Map() })]),
      ...values.map((registry) => described('value', registry)),
      ...containerRegistries(simulation, name).map(({ registry, container, machine }) => ({
        ...described('container', registry),
        container,
        machine,
      })),
    ],
    transfers: transfersOf(daemon).transfers,
  };
}

/** A registry that a container runs, under the name by which a machine reaches it. */
export interface ContainerRegistry {
  readonly registry: Registry;
  readonly container: string;
  readonly machine: string;
}

/** The registries in containers whose port is published, as one machine names them: `localhost` for its own. */
export function containerRegistries(simulation: Simulation, from: string): ContainerRegistry[] {
  return [...simulation.machines.values()].flatMap(({ name, daemon }) =>
    [...daemon.live.keys()].flatMap((id): ContainerRegistry[] => {
      const container = daemon.state.containers.get(id);
      if (container === undefined || !servesRegistry(daemon, id)) return [];
      const port = portsOf(daemon, container).find(({ host, listener }) => host?.open === true && listener !== undefined)?.host?.port;
      if (port === undefined) return [];
      const host = `${name === from ? 'localhost' : name}:${port}`;
      return [{ registry: { ...contents(daemon, container), host }, container: container.name, machine: name }];
    }),
  );
}

function servesRegistry(daemon: Daemon, id: string): boolean {
  const live = daemon.live.get(id);
  return live !== undefined && processesIn(daemon, live).some(({ command, listens }) => command === 'registry' && listens.length > 0);
}

const known = new WeakMap<Tree['inodes'], Registry>();

/** What a container's registry keeps, read from its files as they are now. */
function contents(daemon: Daemon, container: Container): Registry {
  const variable = container.config.Env?.find((each) => each.startsWith('REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY='));
  const root = variable?.slice(variable.indexOf('=') + 1) ?? ROOT;
  const { tree, path } = filesAt(daemon, container, root);
  let registry = known.get(tree.inodes);
  if (registry === undefined) {
    registry = registryInFiles(tree, path, '');
    known.set(tree.inodes, registry);
  }
  return registry;
}

/** The file system that holds a path of a container, and the path in it: a volume's, a directory of the host, or the container's own. */
function filesAt(daemon: Daemon, container: Container, path: string): { tree: Tree; path: string } {
  const mount = container.mounts.find(({ Destination }) => path === Destination || path.startsWith(`${Destination}/`));
  const rest = mount === undefined ? path : path.slice(mount.Destination.length);
  if (mount?.Type === 'volume' && mount.Name !== undefined) {
    const open = daemon.openVolumes.get(mount.Name)?.tree() ?? daemon.state.volumes.get(mount.Name)?.tree;
    if (open !== undefined) return { tree: open, path: rest };
  }
  if (mount?.Type === 'bind') return { tree: daemon.hostFiles.tree(), path: `${mount.Source}${rest}` };
  return { tree: daemon.live.get(container.id)?.root.tree() ?? container.tree, path };
}

function described(kind: RegistryView['kind'], { host, blobs, repositories }: Registry): RegistryView {
  let size = 0;
  for (const body of blobs.values()) size += body.size;
  return {
    host,
    kind,
    blobs: blobs.size,
    size,
    repositories: [...repositories]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .slice(0, REPOSITORIES)
      .map(
        ([name, repository]): RepositoryView => ({
          name,
          tags: [...repository.tags].slice(0, TAGS).map(([tag, digest]) => ({ tag, digest })),
          manifests: repository.manifests.size,
          blobs: repository.blobs.size,
        }),
      ),
  };
}
