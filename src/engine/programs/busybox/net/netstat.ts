import type { Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { routeTable } from './route.ts';

/** netstat [-ral] [-tuwx] [-en]: listening sockets and connections. Addresses are shown as numbers, as where no name is known. */
export function* netstat(a: Call): Run {
  const o = a.options('laentuwxrW', { max: 0 });
  if (o.has('r')) return yield* routeTable(a, { numeric: o.has('n'), wide: true });
  const which = o.has('l') ? 'only servers' : o.has('a') ? 'servers and established' : 'w/o servers';
  const any = ['t', 'u', 'w', 'x'].some((key) => o.has(key));
  const head = 'Proto Recv-Q Send-Q Local Address           Foreign Address         State       ';
  if (!any || o.has('t') || o.has('u') || o.has('w')) {
    yield* a.print(`Active Internet connections (${which})\n${head}\n`);
    if (!any || o.has('t')) yield* tcp(a, { servers: o.has('l') || o.has('a'), clients: !o.has('l') });
  }
  if (!any || o.has('x'))
    yield* a.print(`Active UNIX domain sockets (${which})\nProto RefCnt Flags       Type       State         I-Node Path\n`);
  return 0;
}

function* tcp(a: Call, { servers, clients }: { servers: boolean; clients: boolean }): Run {
  const { stack } = a.p.net;
  const row = (receive: number, local: string, remote: string, state: string): string =>
    `tcp   ${String(receive).padStart(6)} ${'0'.padStart(6)} ${local.padEnd(23)} ${remote.padEnd(23)} ${state.padEnd(12)}\n`;
  if (servers)
    for (const { address, port } of stack.listeners)
      yield* a.print(row(0, `${address}:${port}`, `${address.includes(':') ? '::' : '0.0.0.0'}:*`, 'LISTEN'));
  // A published port has a proxy of the engine's that listens.
  if (servers)
    for (const { protocol, address, port } of stack.forwards)
      if (protocol === 'tcp') yield* a.print(row(0, `${address}:${port}`, '0.0.0.0:*', 'LISTEN'));
  if (clients)
    for (const { local, remote, received, state } of stack.connections)
      yield* a.print(row(received, `${local.address}:${local.port}`, `${remote.address}:${remote.port}`, state));
  return 0;
}

/** arp [-an]: the neighbours on the machine's wires. */
export function* arp(a: Call): Run {
  const o = a.options('A:p:H:t:i:adnDsv');
  if (o.has('s') || o.has('d')) return a.die(o.has('d') ? 'SIOCDARP(pub): Operation not permitted' : 'SIOCSARP: Operation not permitted');
  const { stack } = a.p.net;
  for (const each of stack.interfaces)
    for (const other of each.segment?.interfaces ?? [])
      if (other.stack !== stack && stack.connections.size > 0)
        yield* a.line(`? (${other.address}) at ${other.mac} [ether]  on ${each.name}`);
  return 0;
}
