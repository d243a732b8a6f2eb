import type { Connector } from '../../engine/daemon/daemon.ts';
import { lazyProgram, load, type Program } from '../../engine/kernel/index.ts';
import type { Hosts } from './host-programs/index.ts';

const HOST_PROGRAMS = ['dockerd', 'journalctl', 'service', 'ssh', 'systemctl'] as const;
const hostPrograms = async (): Promise<typeof import('./host-programs/index.ts')> => import('./host-programs/index.ts');

/** The host's own programs, fetched when one first runs. */
export function lazyHostPrograms(hosts: Hosts): Readonly<Record<string, Program>> {
  return Object.fromEntries(HOST_PROGRAMS.map((name) => [name, lazyProgram(async () => (await hostPrograms()).hostPrograms(hosts)[name])]));
}

const distribution = async (): Promise<typeof import('../../engine/distribution/index.ts')> => import('../../engine/distribution/index.ts');

/** The way to registries on the simulated network, fetched when one is first asked. */
export const lazyHttpConnector: Connector = function* connector(daemon, domain) {
  const { httpConnector } = yield* load(distribution);
  return yield* httpConnector(daemon, domain);
};
