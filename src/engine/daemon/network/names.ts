import type { Container } from '../../container/index.ts';
import { type NameServer, type NetworkStack, routeTo } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { dnsNames } from './attach.ts';
import type { Sandbox } from './sandbox.ts';

/**
 * Docker's own name server, at 127.0.0.11 in a container on networks that users made: names of the containers there, links, and what the
 * host's name servers know. Source: moby daemon/libnetwork/resolver.go.
 */
export function embeddedNames(daemon: Daemon, sandbox: Sandbox): NameServer {
  return (name) => {
    const found = containersNamed(daemon, sandbox, name);
    if (found.length > 0) return shuffled(daemon, found);
    return askOutside(daemon, sandbox, name);
  };
}

function containersNamed(daemon: Daemon, sandbox: Sandbox, name: string): string[] {
  const out = new Set<string>();
  for (const [network, { endpoint }] of sandbox.attachments) {
    const bare = name.endsWith(`.${network}`) ? name.slice(0, -network.length - 1) : name;
    const wanted = new Set([name, bare]);
    for (const link of endpoint.links ?? []) {
      const [target = '', alias = target] = link.split(':');
      if (alias === name) wanted.add(target);
    }
    for (const other of sandboxesOn(daemon, network)) {
      const container = daemon.state.containers.get(other.container.id);
      const place = other.attachments.get(network);
      if (container === undefined || place === undefined) continue;
      const names = dnsNames(container, network, place.endpoint) ?? [];
      if (names.some((each) => wanted.has(each.toLowerCase()) || wanted.has(each))) out.add(place.address);
    }
  }
  return [...out];
}

/** The sandboxes of running containers on a network, own ones only. */
export function sandboxesOn(daemon: Daemon, network: string): Sandbox[] {
  return [...daemon.live.values()].flatMap(({ sandbox }) => (!sandbox.shared && sandbox.attachments.has(network) ? [sandbox] : []));
}

/** Several addresses come in another order each time. */
function shuffled(daemon: Daemon, addresses: string[]): string[] {
  if (addresses.length < 2) return addresses;
  const first = daemon.kernel.random.bytes(1)[0]! % addresses.length;
  return [...addresses.slice(first), ...addresses.slice(0, first)];
}

function askOutside(daemon: Daemon, sandbox: Sandbox, name: string): readonly string[] | 'failure' {
  const { host } = daemon;
  const { Dns = [] } = sandbox.container.hostConfig;
  const reachable = [...sandbox.attachments.values()].some(({ gateway }) => gateway !== '');
  if (host === undefined || !reachable) return 'failure';
  for (const server of Dns.length > 0 ? Dns : hostServers(daemon)) {
    const answer = serverAt(host.stack, server)?.(name, host.stack);
    if (answer !== undefined && answer !== 'failure') return answer;
  }
  return 'failure';
}

function serverAt(stack: NetworkStack, address: string): NameServer | undefined {
  const route = routeTo(stack, address);
  return route.kind === 'reached' ? route.stack.nameServer : undefined;
}

/** The name servers that the host uses, from its /etc/resolv.conf. */
export function hostServers(daemon: Daemon): string[] {
  return [...hostFileText(daemon, '/etc/resolv.conf').matchAll(/^nameserver\s+(\S+)/gm)].map((match) => match[1]!);
}

/** The text of a file of the host; empty when there is none. */
export function hostFileText(daemon: Daemon, path: string): string {
  const inode = daemon.hostFiles.tree().at(path);
  return inode?.kind === 'file' ? new TextDecoder().decode(inode.body.read(0, Math.min(inode.body.size, 1 << 20))) : '';
}

/** Legacy links of the default network: the containers, by alias. Those that do not run are left out. */
export function linkedContainers(daemon: Daemon, { hostConfig }: Container): { alias: string; container: Container; address: string }[] {
  return (hostConfig.Links ?? []).flatMap((link) => {
    const [ref = '', alias = ref] = link.split(':');
    const container = [...daemon.state.containers.values()].find(({ id, name }) => id === ref || name === ref || id.startsWith(ref));
    const address = container === undefined ? undefined : daemon.live.get(container.id)?.sandbox.attachments.get('bridge')?.address;
    return container === undefined || !address ? [] : [{ alias, container, address }];
  });
}
