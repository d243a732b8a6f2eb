import type { Container, HostConfig } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { changeContainer } from './find.ts';
import { limitsOf } from './limits.ts';
import { verifyRestartPolicy } from './verify.ts';
import { verifyResources } from './verify-resources.ts';

/** Limits and the restart policy that `docker update` gives; what is missing stays as it is. */
export type Update = Partial<
  Pick<
    HostConfig,
    | 'Memory'
    | 'MemorySwap'
    | 'MemoryReservation'
    | 'NanoCpus'
    | 'CpuShares'
    | 'CpuPeriod'
    | 'CpuQuota'
    | 'CpusetCpus'
    | 'CpusetMems'
    | 'BlkioWeight'
    | 'PidsLimit'
    | 'RestartPolicy'
  >
>;

/** Throws DockerError for limits that cannot be, whatever container they are for. */
export function verifyUpdate(defaults: HostConfig, update: Update): void {
  if (update.RestartPolicy !== undefined) verifyRestartPolicy(update.RestartPolicy);
  verifyResources({ ...defaults, ...update }, true);
}

/** Changes a container's limits and restart policy. Throws DockerError. Source: moby container/container_unix.go UpdateContainer. */
export function updateContainer(daemon: Daemon, container: Container, update: Update): void {
  const { id, hostConfig } = container;
  const refuse = (why: string): DockerError => new DockerError('Conflict', `Cannot update container ${id}: ${why}`);
  if (update.NanoCpus !== undefined && ((hostConfig.CpuPeriod ?? 0) > 0 || (hostConfig.CpuQuota ?? 0) > 0))
    throw refuse('Conflicting options: Nano CPUs cannot be updated as CPU Period has already been set');
  const swap = hostConfig.MemorySwap;
  if (update.Memory !== undefined && update.MemorySwap === undefined && update.Memory > swap && swap !== -1)
    throw refuse('Memory limit should be smaller than already set memoryswap limit, update the memoryswap at the same time');
  if (update.RestartPolicy !== undefined && hostConfig.AutoRemove && update.RestartPolicy.Name !== 'no')
    throw refuse('Restart policy cannot be updated because AutoRemove is enabled for the container');
  changeContainer(daemon, id, { hostConfig: { ...hostConfig, ...update } });
  const live = daemon.live.get(id);
  const now = daemon.state.containers.get(id);
  if (live !== undefined && now !== undefined) live.ns.limits = limitsOf(now.hostConfig);
  containerEvent(daemon, container, 'update');
}
