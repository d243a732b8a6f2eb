// Registries that run in containers of the machines, as one machine names them.
import type { Simulation } from '../../../cli/machine/simulation.ts';
import type { Container } from '../../../engine/container/index.ts';
import { processesIn } from '../../../engine/daemon/container/trace.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { registryInFiles } from '../../../engine/registry/files.ts';
import type { Registry } from '../../../engine/registry/index.ts';
import type { Tree } from '../../../engine/tree/index.ts';
import { portsOf } from './ports.ts';

/** Where a registry keeps its files unless it is told otherwise. */
const ROOT = '/var/lib/registry';

export interface RegistryContainer {
  /** `localhost:5000` for the machine's own, `node02:5000` for another's. */
  readonly host: string;
  readonly container: string;
  readonly machine: string;
  /** What it kept when it was found, read from its files when it is asked. */
  contents(): Registry;
}

/** The registries in containers whose port is published. */
export function registryContainers(simulation: Simulation, from: string): RegistryContainer[] {
  return [...simulation.machines.values()].flatMap(({ name, daemon }) =>
    [...daemon.live.keys()].flatMap((id): RegistryContainer[] => {
      const container = daemon.state.containers.get(id);
      if (container === undefined || !servesRegistry(daemon, id)) return [];
      const port = portsOf(daemon, container).find(({ host, listener }) => host?.open === true && listener !== undefined)?.host?.port;
      if (port === undefined) return [];
      const host = `${name === from ? 'localhost' : name}:${port}`;
      const place = filesOf(daemon, container);
      return [{ host, container: container.name, machine: name, contents: () => ({ ...registryAt(place), host }) }];
    }),
  );
}

function servesRegistry(daemon: Daemon, id: string): boolean {
  const live = daemon.live.get(id);
  if (live === undefined || !daemon.kernel.inNamespace(live.ns).some(({ command }) => command === 'registry')) return false;
  return processesIn(daemon, live).some(({ command, listens }) => command === 'registry' && listens.length > 0);
}

interface Place {
  readonly tree: Tree;
  readonly path: string;
}

const known = new WeakMap<Tree['inodes'], Registry>();

function registryAt({ tree, path }: Place): Registry {
  let registry = known.get(tree.inodes);
  if (registry === undefined) {
    registry = registryInFiles(tree, path, '');
    known.set(tree.inodes, registry);
  }
  return registry;
}

/** The file system that holds a registry's files, and where in it: a volume's, a directory of the host, or the container's own. */
function filesOf(daemon: Daemon, container: Container): Place {
  const variable = container.config.Env?.find((each) => each.startsWith('REGISTRY_STORAGE_FILESYSTEM_ROOTDIRECTORY='));
  const root = variable?.slice(variable.indexOf('=') + 1) ?? ROOT;
  const mount = container.mounts.find(({ Destination }) => root === Destination || root.startsWith(`${Destination}/`));
  const rest = mount === undefined ? root : root.slice(mount.Destination.length);
  if (mount?.Type === 'volume' && mount.Name !== undefined) {
    const open = daemon.openVolumes.get(mount.Name)?.tree() ?? daemon.state.volumes.get(mount.Name)?.tree;
    if (open !== undefined) return { tree: open, path: rest };
  }
  if (mount?.Type === 'bind') return { tree: daemon.hostFiles.tree(), path: `${mount.Source}${rest}` };
  return { tree: daemon.live.get(container.id)?.root.tree() ?? container.tree, path: root };
}
