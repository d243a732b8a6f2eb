import type { HostConfig } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { RunConfig } from '../../image/index.ts';
import { findContainer } from '../container/find.ts';
import type { Daemon } from '../daemon.ts';

/**
 * The network mode with another container's id in the place of its name, and the host name that comes with the mode: the other's, the
 * host's, or the one asked for. Throws DockerError for what cannot go together. Source: moby daemon/container.go verifyContainerSettings, runconfig.
 */
export function joinedMode(daemon: Daemon, hostConfig: HostConfig, config: RunConfig): { hostConfig: HostConfig; hostname: string } {
  const { NetworkMode } = hostConfig;
  const asked = config.Hostname ?? '';
  if (NetworkMode === 'host') return { hostConfig, hostname: asked || (daemon.host?.ns.hostname ?? '') };
  if (!NetworkMode.startsWith('container:')) return { hostConfig, hostname: asked };
  const conflict = (what: string): DockerError => new DockerError('InvalidArgument', `conflicting options: ${what}`);
  if (asked !== '') throw conflict('hostname and the network mode');
  if ((hostConfig.Links ?? []).length > 0)
    throw conflict("container type network can't be used with links. This would result in undefined behavior");
  if ((hostConfig.Dns ?? []).length > 0) throw conflict('dns and the network mode');
  if ((hostConfig.ExtraHosts ?? []).length > 0) throw conflict('custom host-to-IP mapping and the network mode');
  if (Object.keys(hostConfig.PortBindings).length > 0 || hostConfig.PublishAllPorts)
    throw conflict('port publishing and the container type network mode');
  if (Object.keys(config.ExposedPorts ?? {}).length > 0) throw conflict('port exposing and the container type network mode');
  try {
    const other = findContainer(daemon, NetworkMode.slice('container:'.length));
    return { hostConfig: { ...hostConfig, NetworkMode: `container:${other.id}` }, hostname: other.config.Hostname ?? '' };
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    return { hostConfig, hostname: '' };
  }
}
