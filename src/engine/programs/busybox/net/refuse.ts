import type { Step } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { resolveHost } from './resolve.ts';

/** Whether an address is on the loopback interface, the only one there is. */
export const isLoopback = (address: string): boolean => address.startsWith('127.') || address === '0.0.0.0';

/** Ends the applet as trying to reach a host ends: no such address, no route to it, or nobody listening. `connecting`: how the line before it names the host. */
export function* refuse(a: Call, host: string, port: number, options: { readonly connecting?: string | undefined } = {}): Step<never> {
  if (/^\[.*\]$/.test(host)) {
    if (options.connecting !== undefined) yield* a.warn(`Connecting to ${options.connecting} (${host}:${port})\n`);
    return a.die(`can't connect to remote host: ${host === '[::1]' ? 'Connection refused' : 'Network is unreachable'}`);
  }
  const found = resolveHost(a.p, host) ?? a.die(`bad address '${host}'`);
  if (options.connecting !== undefined) yield* a.warn(`Connecting to ${options.connecting} (${found.address}:${port})\n`);
  return a.die(
    `can't connect to remote host (${found.address}): ${isLoopback(found.address) ? 'Connection refused' : 'Network is unreachable'}`,
  );
}
