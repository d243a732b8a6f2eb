import type { ByteString, Process, Step } from '../../../kernel/index.ts';

/** A host that a name or address leads to. */
export interface Host {
  readonly name: ByteString;
  readonly address: string;
}

/** Looks a host name or an address up, as the C library does. Undefined when there is no such host or nobody to ask. Every network applet asks here. */
export function* resolveHost(p: Process, name: ByteString): Step<Host | undefined> {
  const found = yield* p.net.lookup(name);
  return found.kind === 'found' ? { name: found.name, address: found.addresses[0]! } : undefined;
}
