import type { Container } from '../../../engine/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { isLoopback, type NetworkStack, Process } from '../../../engine/kernel/index.ts';
import type { PortView } from '../../session/view/run.ts';

/** The ports of a container: published ones with their place on the host, then those that are only exposed. */
export function portsOf(daemon: Daemon, container: Container): PortView[] {
  const sandbox = daemon.live.get(container.id)?.sandbox;
  const { hostConfig, config } = container;
  const inside = (port: number, protocol: string) => (sandbox === undefined || protocol !== 'tcp' ? {} : listenerOf(sandbox.stack, port));
  const published: PortView[] =
    sandbox === undefined
      ? wanted(container)
      : sandbox.published
          .filter(({ hostIP }) => hostIP !== '::')
          .map(({ containerPort: port, protocol, hostIP, hostPort }) => ({
            port,
            protocol,
            host: { address: hostIP, port: hostPort, open: true },
            ...inside(port, protocol),
          }));
  const names = new Set([
    ...Object.keys(config.ExposedPorts ?? {}),
    ...(sandbox === undefined ? [] : Object.keys(hostConfig.PortBindings)),
  ]);
  const exposed = [...names].flatMap((name): PortView[] => {
    const [port = '', protocol = 'tcp'] = name.split('/');
    if (published.some((one) => one.port === Number(port) && one.protocol === protocol)) return [];
    return [{ port: Number(port), protocol: protocol as PortView['protocol'], ...inside(Number(port), protocol) }];
  });
  return [...published, ...exposed].sort((a, b) => a.port - b.port);
}

/** What was asked for, while nothing is open. A port of the host that the engine would choose is 0. */
function wanted({ hostConfig }: Container): PortView[] {
  return Object.entries(hostConfig.PortBindings).flatMap(([name, bindings]) => {
    const [port = '', protocol = 'tcp'] = name.split('/');
    return bindings.map(({ HostIp, HostPort }) => ({
      port: Number(port),
      protocol: protocol as PortView['protocol'],
      host: { address: HostIp || '0.0.0.0', port: Number(HostPort) || 0, open: false },
    }));
  });
}

function listenerOf(stack: NetworkStack, port: number): Pick<PortView, 'listener' | 'loopback'> {
  const all = [...stack.listeners].filter((one) => one.port === port);
  const found = all.find(({ address }) => !isLoopback(address)) ?? all[0];
  if (found === undefined) return {};
  const pid = found.owner instanceof Process ? found.owner.pid : 0;
  return { listener: pid, ...(isLoopback(found.address) ? { loopback: true } : {}) };
}
