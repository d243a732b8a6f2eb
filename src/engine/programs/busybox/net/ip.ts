import { broadcast, type NetworkInterface, parseSubnet, type Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { hasCarrier } from './ifconfig.ts';
import { routesOf } from './route.ts';

const RULES = '0:\tfrom all lookup local \n32766:\tfrom all lookup main \n32767:\tfrom all lookup default \n';
const CHANGES = ['add', 'del', 'delete', 'change', 'replace', 'append', 'flush'];
const FOREVER = '       valid_lft forever preferred_lft forever';

/** ip OBJECT COMMAND: shows interfaces, addresses and routes, and refuses changes. */
export function* ip(a: Call): Run {
  let family = '';
  let oneLine = false;
  const words = a.name === 'ipneigh' ? ['neigh', ...a.args] : [...a.args];
  while (words[0]?.startsWith('-')) {
    const word = words.shift()!;
    if (word === '-4' || word === '-6' || word === '-0') family = word.slice(1);
    else if (/^-o/.test(word)) oneLine = true;
    else if (/^-f/.test(word)) family = { inet: '4', inet6: '6', link: '0' }[words.shift() ?? ''] ?? '';
    else a.showUsage();
  }
  const [object, command = 'show', ...rest] = words;
  const kind = ['address', 'route', 'link', 'tunnel', 'tunl', 'neighbour', 'rule'].find(
    (each) => object !== undefined && object !== '' && each.startsWith(object),
  );
  if (kind === undefined) a.showUsage();
  const { stack } = a.p.net;
  if (CHANGES.includes(command) || command === 'set') {
    if (kind === 'link' && command === 'set') {
      const known = stack.interfaceNamed(rest[0] ?? '') !== undefined;
      return a.die(known ? 'SIOCSIFFLAGS: Operation not permitted' : `can't find device '${rest[0] ?? ''}'`, known ? 2 : 1);
    }
    return a.die('RTNETLINK answers: Operation not permitted', 2);
  }
  if (kind === 'rule') yield* a.print(RULES);
  if (kind === 'route' && family !== '6') return yield* showRoutes(a, command, rest);
  if (kind !== 'address' && kind !== 'link') return 0;
  const device = rest[0] === 'dev' ? rest[1] : /^(s|l)/.test(command) ? rest[0] : command === 'dev' ? rest[0] : command;
  const wanted = device === 'up' ? undefined : device;
  if (wanted !== undefined && stack.interfaceNamed(wanted) === undefined) return a.die(`can't find device '${wanted}'`);
  for (const each of stack.interfaces) {
    if (wanted === undefined || wanted === each.name) yield* show(a, each, { kind, family, oneLine });
  }
  return 0;
}

function* showRoutes(a: Call, command: string, rest: readonly string[]): Run {
  if (command === 'get') {
    const target = rest[0] ?? a.showUsage();
    const out = a.p.net.stack.interfaces.find((each) => each.segment !== undefined && each.subnetOf(target) !== undefined);
    const { gateway } = a.p.net.stack;
    if (out !== undefined) yield* a.line(`${target} dev ${out.name}  src ${out.address} `);
    else if (gateway !== undefined) yield* a.line(`${target} via ${gateway.address} dev ${gateway.via.name}  src ${gateway.via.address} `);
    else return a.die('RTNETLINK answers: Network is unreachable', 2);
    return 0;
  }
  for (const { destination, prefix, gateway, via } of routesOf(a.p.net.stack)) {
    if (gateway !== undefined) yield* a.line(`default via ${gateway} dev ${via.name} `);
    else yield* a.line(`${destination}/${prefix} dev ${via.name} scope link  src ${via.address} `);
  }
  return 0;
}

interface Shown {
  readonly kind: string;
  readonly family: string;
  readonly oneLine: boolean;
}

function* show(a: Call, each: NetworkInterface, { kind, family, oneLine }: Shown): Run {
  const { name, index, mac, peer, mtu, master } = each;
  const loop = name === 'lo';
  const up = hasCarrier(each);
  const flags = loop
    ? 'LOOPBACK,UP,LOWER_UP'
    : `${up ? '' : 'NO-CARRIER,'}BROADCAST,MULTICAST,UP${up ? ',LOWER_UP' : ''}${peer === undefined ? '' : ',M-DOWN'}`;
  const head = `${index}: ${name}${peer === undefined ? '' : `@if${peer}`}: <${flags}> mtu ${mtu} qdisc noqueue ${master === undefined ? '' : `master ${master} `}${loop ? 'qlen 1000' : ''}`;
  const ether = `    link/${loop ? 'loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00' : `ether ${mac} brd ff:ff:ff:ff:ff:ff`}`;
  const blocks: string[] = [];
  if (kind !== 'link' && family !== '6' && family !== '0') blocks.push(...each.addresses.map((address) => addressLine(each, address)));
  if (kind !== 'link' && family !== '4' && family !== '0' && loop) blocks.push('    inet6 ::1/128 scope host ');
  if (oneLine) {
    if (kind === 'link') yield* a.line(`${head}\\${ether}`);
    for (const block of blocks) yield* a.line(`${index}: ${name}${block}\\${FOREVER}`);
    return 0;
  }
  if (kind !== 'link' && family !== '' && blocks.length === 0) return 0;
  yield* a.line(head);
  if (family !== '4' && family !== '6') yield* a.line(ether);
  for (const block of blocks) yield* a.print(`${block}\n${FOREVER}\n`);
  return 0;
}

function addressLine({ name }: NetworkInterface, address: string): string {
  const subnet = parseSubnet(address);
  if (name === 'lo' || subnet === undefined) return `    inet ${address} scope host ${name}`;
  return `    inet ${address} brd ${broadcast(subnet)} scope global ${name}`;
}
