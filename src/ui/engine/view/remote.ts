import type { RunningMachine, Simulation } from '../../../cli/machine/simulation.ts';
import { transfersOf } from '../../../engine/daemon/image/transfer-log.ts';
import { DEFAULT_DOMAIN } from '../../../engine/reference/index.ts';
import type { Registry } from '../../../engine/registry/index.ts';
import type { RegistryView, RemoteView, RepositoryView } from '../../session/view/remote.ts';
import { registryContainers } from './registry-containers.ts';

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
      ...registryContainers(simulation, name).map(({ container, machine, contents }) => ({
        ...described('container', contents()),
        container,
        machine,
      })),
    ],
    transfers: transfersOf(daemon).transfers,
  };
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
