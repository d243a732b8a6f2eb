import type { HostConfig } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';

const MB = 1024 * 1024;
/** Processors that the engine's machine has. */
const CPUS = 2;

const invalid = (message: string): DockerError => new DockerError('InvalidArgument', message);

/** Throws DockerError for limits that cannot be. Source: moby daemon/daemon_unix.go verifyPlatformContainerResources. */
export function verifyResources(host: HostConfig, update = false): void {
  const { Memory, MemorySwap, MemoryReservation, NanoCpus, CpuShares, CpuPeriod = 0, CpuQuota = 0 } = host;
  if (Memory !== 0 && Memory < 6 * MB) throw invalid('Minimum memory limit allowed is 6MB');
  if (Memory > 0 && MemorySwap > 0 && MemorySwap < Memory)
    throw invalid('Minimum memoryswap limit should be larger than memory limit, see usage');
  if (Memory === 0 && MemorySwap > 0 && !update)
    throw invalid('You should always set the Memory limit when using Memoryswap limit, see usage');
  if (MemoryReservation > 0 && MemoryReservation < 6 * MB) throw invalid('Minimum memory reservation allowed is 6MB');
  if (Memory > 0 && MemoryReservation > Memory)
    throw invalid('Minimum memory limit can not be less than memory reservation limit, see usage');
  if (NanoCpus > 0 && CpuPeriod > 0) throw invalid('Conflicting options: Nano CPUs and CPU Period cannot both be set');
  if (NanoCpus > 0 && CpuQuota > 0) throw invalid('Conflicting options: Nano CPUs and CPU Quota cannot both be set');
  if (NanoCpus < 0 || NanoCpus > CPUS * 1e9)
    throw invalid(`range of CPUs is from 0.01 to ${CPUS.toFixed(2)}, as there are only ${CPUS} CPUs available`);
  if (CpuShares < 0) throw invalid(`invalid CPU shares (${CpuShares}): value must be a positive integer`);
  if (CpuPeriod !== 0 && (CpuPeriod < 1000 || CpuPeriod > 1_000_000))
    throw invalid('CPU cfs period can not be less than 1ms (i.e. 1000) or larger than 1s (i.e. 1000000)');
  if (CpuQuota > 0 && CpuQuota < 1000) throw invalid('CPU cfs quota can not be less than 1ms (i.e. 1000)');
  const { CpuRealtimePeriod = 0, CpuRealtimeRuntime = 0 } = host;
  if (CpuRealtimePeriod > 0 && CpuRealtimeRuntime > CpuRealtimePeriod)
    throw invalid('cpu real-time runtime cannot be higher than cpu real-time period');
  verifySet('CPUs', host.CpusetCpus ?? '', CPUS - 1);
  verifySet('memory nodes', host.CpusetMems ?? '', 0);
  const oom = host.OomScoreAdj ?? 0;
  if (oom < -1000 || oom > 1000) throw invalid(`Invalid value ${oom}, range for oom score adj is [-1000, 1000]`);
}

/** `0-2,4`: all must be there. */
function verifySet(what: string, text: string, last: number): void {
  if (text === '') return;
  const option = what === 'CPUs' ? 'cpuset.cpus' : 'cpuset.mems';
  for (const part of text.split(',')) {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part);
    if (match === null || Number(match[2] ?? match[1]) < Number(match[1]))
      throw invalid(`Invalid value ${text} for ${option.replace('.', ' ')}: invalid format: ${text}`);
    if (Number(match[2] ?? match[1]) > last)
      throw invalid(`Requested ${what} are not available - requested ${text}, available: ${last === 0 ? '0' : `0-${last}`}`);
  }
}
