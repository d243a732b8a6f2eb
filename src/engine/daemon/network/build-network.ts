import { plainEndpoint } from '../../container/index.ts';
import type { NetworkStack } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { attach, detach, idOf } from './attach.ts';
import { BRIDGE } from './builtin.ts';
import { hostServers } from './names.ts';
import { type Attachable, containerStack } from './sandbox.ts';

/** The network of one RUN of BuildKit's. `close` gives its address back. */
export interface BuildNetwork {
  readonly stack: NetworkStack;
  /** The content of /etc/resolv.conf. */
  readonly resolvConf: string;
  close(): void;
}

/**
 * The network that `RUN --network=…` or the build as a whole asks for: the default bridge, the host's, or none. An engine without a bridge has
 * none to give. Source: moby builder/builder-next/executor_linux.go, buildkit util/network.
 */
export function openBuildNetwork(daemon: Daemon, mode: string, id: string): BuildNetwork {
  const resolvConf = hostServers(daemon)
    .map((address) => `nameserver ${address}\n`)
    .join('');
  const { host } = daemon;
  if (mode === 'host' && host !== undefined) return { stack: host.stack, resolvConf, close: () => {} };
  if (mode === 'none' || host?.bridge !== true) return { stack: containerStack(), resolvConf, close: () => {} };
  const stack = containerStack();
  const sandbox: Attachable = { id: idOf(`build ${id}`), stack, attachments: new Map() };
  attach(daemon, sandbox, BRIDGE, plainEndpoint('bridge'));
  return { stack, resolvConf, close: () => detach(daemon, sandbox, BRIDGE.name) };
}
