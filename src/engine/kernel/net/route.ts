import type { Errno } from '../errno.ts';
import type { NetworkInterface } from './interface.ts';
import { isAny, isLoopback } from './ipv4.ts';
import type { NetworkStack } from './stack.ts';

/** Where packets for an address end. */
export type Route =
  | {
      readonly kind: 'reached';
      readonly stack: NetworkStack;
      /** The interface they leave by, and its address as the other end sees it. */
      readonly out: NetworkInterface;
      /** The interface they arrive at, where there is one. */
      readonly arrival: NetworkInterface | undefined;
      readonly source: string;
      /** Addresses of the routers between, the nearest first. */
      readonly routers: readonly string[];
      /** Seconds there and back. */
      readonly delay: number;
    }
  | {
      readonly kind: 'failed';
      readonly errno: Extract<Errno, 'ENETUNREACH' | 'EHOSTUNREACH' | 'ETIMEDOUT'>;
      /** Seconds until the sender knows. */
      readonly after: number;
    };

/** Most routers on a way. */
const MAX_HOPS = 16;
/** Seconds: an address nobody on the wire answers for (three ARP requests), and a connection without any answer (tcp_syn_retries 6). */
const NO_NEIGHBOUR = 3.07;
const NO_ANSWER = 130;
/** Seconds there and back on a wire of its own kind. */
const LOOP_DELAY = 0.000_05;
const WIRE_DELAY = 0.000_08;

/** The way from a machine to an address. */
export function routeTo(from: NetworkStack, address: string): Route {
  if (isLoopback(address) || isAny(address) || from.owns(address)) {
    const source = isLoopback(address) || isAny(address) ? '127.0.0.1' : address;
    return { kind: 'reached', stack: from, out: from.loopback, arrival: from.loopback, source, routers: [], delay: LOOP_DELAY };
  }
  const out = connected(from, address) ?? from.gateway?.via;
  if (out === undefined) return { kind: 'failed', errno: 'ENETUNREACH', after: 0 };
  return walk(from, out, out.address, address);
}

/** The interface whose own block holds an address, the smallest block first. */
function connected(stack: NetworkStack, address: string): NetworkInterface | undefined {
  let best: NetworkInterface | undefined;
  let bits = -1;
  for (const each of stack.interfaces) {
    const prefix = each.segment === undefined ? undefined : each.subnetOf(address)?.prefix;
    if (prefix === undefined || prefix <= bits) continue;
    best = each;
    bits = prefix;
  }
  return best;
}

function walk(from: NetworkStack, first: NetworkInterface, source: string, address: string): Route {
  let out = first;
  let at = from;
  let seenAs = source;
  let delay = WIRE_DELAY;
  const routers: string[] = [];
  while (routers.length < MAX_HOPS) {
    const direct = out.subnetOf(address) !== undefined;
    const next = out.segment?.owner(direct ? address : (at.gateway?.address ?? ''));
    if (next === undefined) return { kind: 'failed', errno: 'EHOSTUNREACH', after: NO_NEIGHBOUR };
    const { stack } = next;
    delay += stack.delay;
    if (stack.owns(address) || stack.answersFor?.(address) === true)
      return { kind: 'reached', stack, out: first, arrival: next, source: seenAs, routers, delay };
    const onward = connected(stack, address) ?? stack.gateway?.via;
    if (onward === undefined || stack.forward?.(next, onward) !== true) return { kind: 'failed', errno: 'ETIMEDOUT', after: NO_ANSWER };
    routers.push(next.address);
    // What leaves a machine's own networks is sent in its name (masquerading).
    if (next.bridge && !onward.bridge) seenAs = onward.address;
    at = stack;
    out = onward;
    delay += WIRE_DELAY;
  }
  return { kind: 'failed', errno: 'EHOSTUNREACH', after: NO_NEIGHBOUR };
}
