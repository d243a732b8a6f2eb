import type { Errno } from '../errno.ts';
import { isLoopback } from './ipv4.ts';
import { type Route, routeTo } from './route.ts';
import type { NetworkStack } from './stack.ts';
import { type Listener, type StreamSocket, socketPair } from './stream.ts';

/** What asking for a connection comes to. `after`: seconds until it is known. */
export type Attempt =
  | { readonly kind: 'connected'; readonly socket: StreamSocket; readonly after: number }
  /** Too many wait already: ask again when the listener has room. */
  | { readonly kind: 'full'; readonly listener: Listener }
  | { readonly kind: 'failed'; readonly errno: Errno; readonly after: number };

type Reached = Extract<Route, { kind: 'reached' }>;

/** Asks for a connection from one machine to an address and port. Throws EADDRNOTAVAIL and ENFILE. */
export function attempt(from: NetworkStack, address: string, port: number): Attempt {
  const route = routeTo(from, address);
  if (route.kind === 'failed') return route;
  from.checkRoom();
  const target = address === '::1' ? '127.0.0.1' : address;
  const published = forwardOf(route.stack, target, port);
  if (published === undefined) return meet(from, route, target, port);
  const { stack, address: inner, port: innerPort } = published.to;
  const onward = routeTo(route.stack, inner);
  if (onward.kind === 'failed') return onward;
  if (onward.stack !== stack) return { kind: 'failed', errno: 'EHOSTUNREACH', after: 3 };
  const source = route.stack === from || route.arrival?.bridge === true ? onward.source : route.source;
  const found = meet(from, { ...onward, source, out: route.out }, inner, innerPort, { address: target, port });
  if (found.kind !== 'failed' || !isLoopback(target)) return found;
  // The proxy before a published port has already said yes when it finds that nobody is behind it.
  const local = { address: route.source, port: from.ephemeralPort() };
  const { client, server } = socketPair({ ...local, stack: from }, { address: target, port });
  server.abort();
  return { kind: 'connected', socket: client, after: route.delay };
}

function forwardOf(stack: NetworkStack, address: string, port: number) {
  for (const each of stack.forwards)
    if (each.protocol === 'tcp' && each.port === port && (each.address === '0.0.0.0' || each.address === address)) return each;
  return undefined;
}

/** Finds who answers at the end of a way. `shown`: the address that the client believes it talks to. */
function meet(from: NetworkStack, route: Reached, address: string, port: number, shown = { address, port }): Attempt {
  const { stack, out, arrival, source, delay } = route;
  const listener = stack.listenerAt(address, port);
  if (listener !== undefined && !listener.hasRoom) return { kind: 'full', listener };
  if (listener === undefined && stack.serve === undefined) return { kind: 'failed', errno: 'ECONNREFUSED', after: delay };
  const local = { address: source, port: from.ephemeralPort() };
  const pair = socketPair({ ...local, stack: from, via: out }, { address, port, stack, via: arrival }, shown);
  if (listener !== undefined) listener.offer(pair.server);
  else if (stack.serve?.(address, port, pair.server) !== true) {
    pair.server.close();
    pair.client.close();
    return { kind: 'failed', errno: 'ECONNREFUSED', after: delay };
  }
  return { kind: 'connected', socket: pair.client, after: delay };
}
