import type { Connector, Daemon } from '../../engine/daemon/index.ts';
import type { Site } from '../../engine/internet/index.ts';
import { type Kernel, lazyProgram, load, type Program } from '../../engine/kernel/index.ts';
import { DEFAULT_DOMAIN } from '../../engine/reference/index.ts';
import type { Hosts } from './host-programs/index.ts';

const HOST_PROGRAMS = ['dockerd', 'journalctl', 'service', 'ssh', 'systemctl'] as const;
const hostPrograms = async (): Promise<typeof import('./host-programs/index.ts')> => import('./host-programs/index.ts');

/** The host's own programs, fetched when one first runs. */
export function lazyHostPrograms(hosts: Hosts): Readonly<Record<string, Program>> {
  return Object.fromEntries(HOST_PROGRAMS.map((name) => [name, lazyProgram(async () => (await hostPrograms()).hostPrograms(hosts)[name])]));
}

const distribution = async (): Promise<typeof import('../../engine/distribution/index.ts')> => import('../../engine/distribution/index.ts');

/** The way to Docker Hub with an engine's mirrors before it; without any it is that way itself. */
export const behindMirrors =
  (hub: Connector): Connector =>
  (daemon, domain) =>
    daemon.config.registryMirrors.length === 0 ? hub(daemon, domain) : mirrored(hub, daemon, domain);

function* mirrored(hub: Connector, daemon: Daemon, domain: string): ReturnType<Connector> {
  const { withMirrors } = yield* load(distribution);
  return yield* withMirrors(hub)(daemon, domain);
}

/** Docker Hub's registry as a host of the simulated internet. */
export function lazyHubSite(kernel: Kernel, hub: Connector, daemon: () => Daemon | undefined): Site {
  function* remote(): ReturnType<Connector> {
    const engine = daemon();
    return engine === undefined ? undefined : yield* hub(engine, DEFAULT_DOMAIN);
  }
  return {
    names: ['registry-1.docker.io'],
    *respond(request) {
      const { answerForHub } = yield* load(distribution);
      return yield* answerForHub(kernel, request, remote);
    },
  };
}

/** The way to registries on the simulated network, fetched when one is first asked. */
export const lazyHttpConnector: Connector = function* connector(daemon, domain) {
  const { httpConnector } = yield* load(distribution);
  return yield* httpConnector(daemon, domain);
};
