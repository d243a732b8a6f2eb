import { formatIPv4, type NetworkInterface, type NetworkStack, netmask, parseSubnet, type Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** One route of a machine; the one with a gateway is the default. */
export interface RouteEntry {
  readonly destination: string;
  readonly prefix: number;
  readonly gateway: string | undefined;
  readonly via: NetworkInterface;
}

/** The routes of a machine: the default, then the blocks its interfaces are in, in order of address. */
export function routesOf(stack: NetworkStack): RouteEntry[] {
  const own = stack.interfaces.flatMap((via) => {
    if (via.segment === undefined) return [];
    return via.addresses.flatMap((address) => {
      const subnet = parseSubnet(address);
      return subnet === undefined
        ? []
        : [{ destination: formatIPv4(subnet.base), prefix: subnet.prefix, gateway: undefined, via, base: subnet.base }];
    });
  });
  const { gateway } = stack;
  const first: RouteEntry[] =
    gateway === undefined ? [] : [{ destination: '0.0.0.0', prefix: 0, gateway: gateway.address, via: gateway.via }];
  return [...first, ...own.sort((a, b) => a.base - b.base)];
}

const HEAD = 'Kernel IP routing table\nDestination     Gateway         Genmask         Flags ';

/** The table of `route` and `netstat -r`. `numeric`: no names; `wide`: with MSS and window. */
export function* routeTable(a: Call, options: { readonly numeric: boolean; readonly wide: boolean }): Run {
  const { numeric, wide } = options;
  yield* a.print(`${HEAD}${wide ? '  MSS Window  irtt Iface' : 'Metric Ref    Use Iface'}\n`);
  for (const { destination, prefix, gateway, via } of routesOf(a.p.net.stack)) {
    const to = prefix === 0 && !numeric ? 'default' : destination;
    const by = gateway ?? (numeric ? '0.0.0.0' : '*');
    const flags = gateway === undefined ? 'U' : 'UG';
    const numbers = wide ? '    0 0          0' : '0      0        0';
    yield* a.line(`${to.padEnd(15)} ${by.padEnd(15)} ${netmask(prefix).padEnd(15)} ${flags.padEnd(5)} ${numbers} ${via.name}`);
  }
  return 0;
}

/** route [-ne]: the table; changes are refused. */
export function* route(a: Call): Run {
  const [first] = a.args.filter((word) => !word.startsWith('-'));
  if (first === 'add' || first === 'del' || first === 'delete')
    return a.die(`${first === 'add' ? 'SIOCADDRT' : 'SIOCDELRT'}: Operation not permitted`);
  const o = a.options('A:ne');
  return yield* routeTable(a, { numeric: o.has('n'), wide: o.has('e') });
}
