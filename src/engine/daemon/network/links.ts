import type { Container } from '../../container/index.ts';
import type { Daemon } from '../daemon.ts';
import { linkedContainers } from './names.ts';

/** Variables that tell a container of those it is linked to on the default network. Source: moby daemon/links/links.go. */
export function linkEnvironment(daemon: Daemon, container: Container): string[] {
  return linkedContainers(daemon, container).flatMap(({ alias, container: other, address }) => {
    const prefix = alias.replaceAll('-', '_').toUpperCase();
    const ports = Object.keys(other.config.ExposedPorts ?? {})
      .map((port) => port.split('/'))
      .sort(([a = '', x = ''], [b = '', y = '']) => Number(a) - Number(b) || (x < y ? -1 : 1));
    const [first] = ports;
    const url = (port = '', protocol = ''): string => `${protocol}://${address}:${port}`;
    return [
      ...(first === undefined ? [] : [`${prefix}_PORT=${url(first[0], first[1])}`]),
      ...ports.flatMap(([port = '', protocol = '']) => {
        const name = `${prefix}_PORT_${port}_${protocol.toUpperCase()}`;
        return [`${name}=${url(port, protocol)}`, `${name}_ADDR=${address}`, `${name}_PORT=${port}`, `${name}_PROTO=${protocol}`];
      }),
      `${prefix}_NAME=/${container.name}/${alias}`,
      ...(other.config.Env ?? []).filter((item) => !/^(HOME|PATH)=/.test(item)).map((item) => `${prefix}_ENV_${item}`),
    ];
  });
}
