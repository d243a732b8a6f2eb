import type { Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

const LOOPBACK = `lo        Link encap:Local Loopback  
          inet addr:127.0.0.1  Mask:255.0.0.0
          inet6 addr: ::1/128 Scope:Host
          UP LOOPBACK RUNNING  MTU:65536  Metric:1
          RX packets:0 errors:0 dropped:0 overruns:0 frame:0
          TX packets:0 errors:0 dropped:0 overruns:0 carrier:0
          collisions:0 txqueuelen:1000 
          RX bytes:0 (0.0 B)  TX bytes:0 (0.0 B)

`;

/** ifconfig [-a] [IFACE] [SETTING]…: the loopback interface; settings are refused. */
export function* ifconfig(a: Call): Run {
  const words = a.args.filter((word) => word !== '-a');
  if (words[0]?.startsWith('-')) a.options('a');
  const [name, ...settings] = words;
  if (name !== undefined && name !== 'lo') {
    if (settings.length === 0) return a.die(`${name}: error fetching interface information: Device not found`);
    return a.die('SIOCGIFFLAGS: No such device');
  }
  if (settings.length > 0) return a.die('SIOCSIFFLAGS: Operation not permitted');
  yield* a.print(LOOPBACK);
  return 0;
}

const LINK = '1: lo: <LOOPBACK,UP,LOWER_UP> mtu 65536 qdisc noqueue qlen 1000';
const ETHER = '    link/loopback 00:00:00:00:00:00 brd 00:00:00:00:00:00';
const INET = ['    inet 127.0.0.1/8 scope host lo', '       valid_lft forever preferred_lft forever'] as const;
const INET6 = ['    inet6 ::1/128 scope host ', '       valid_lft forever preferred_lft forever'] as const;
const RULES = '0:\tfrom all lookup local \n32766:\tfrom all lookup main \n32767:\tfrom all lookup default \n';
const CHANGES = ['add', 'del', 'delete', 'change', 'replace', 'append', 'flush'];

/** ip OBJECT COMMAND: shows the loopback interface and refuses changes. */
export function* ip(a: Call): Run {
  let family = a.name === 'ip' ? '' : 'fixed';
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
  if (CHANGES.includes(command) || command === 'set') {
    if (kind === 'link' && command === 'set')
      return a.die(
        rest[0] === 'lo' ? 'SIOCSIFFLAGS: Operation not permitted' : `can't find device '${rest[0] ?? ''}'`,
        rest[0] === 'lo' ? 2 : 1,
      );
    return a.die('RTNETLINK answers: Operation not permitted', 2);
  }
  if (kind === 'rule') yield* a.print(RULES);
  if (kind !== 'address' && kind !== 'link') return 0;
  const device = rest[0] === 'dev' ? rest[1] : /^(s|l)/.test(command) ? rest[0] : command === 'dev' ? rest[0] : command;
  if (device !== undefined && device !== 'lo' && device !== 'up') return a.die(`can't find device '${device}'`);
  yield* showAddresses(a, kind, family, oneLine);
  return 0;
}

function* showAddresses(a: Call, kind: string, family: string, oneLine: boolean): Run {
  const blocks =
    kind === 'link' ? [] : [...(family === '6' || family === '0' ? [] : [INET]), ...(family === '4' || family === '0' ? [] : [INET6])];
  if (oneLine) {
    if (kind === 'link') yield* a.line(`${LINK}\\${ETHER}`);
    for (const [first, second] of blocks) yield* a.line(`1: lo${first}\\${second}`);
    return 0;
  }
  yield* a.line(LINK);
  if (family !== '4' && family !== '6') yield* a.line(ETHER);
  for (const block of blocks) for (const line of block) yield* a.line(line);
  return 0;
}

const ROUTES = 'Kernel IP routing table\nDestination     Gateway         Genmask         Flags ';

/** route [-ne]: the table is empty; changes are refused. */
export function* route(a: Call): Run {
  const [first] = a.args.filter((word) => !word.startsWith('-'));
  if (first === 'add' || first === 'del' || first === 'delete')
    return a.die(`${first === 'add' ? 'SIOCADDRT' : 'SIOCDELRT'}: Operation not permitted`);
  const o = a.options('A:ne');
  yield* a.print(`${ROUTES}${o.has('e') ? '  MSS Window  irtt Iface' : 'Metric Ref    Use Iface'}\n`);
  return 0;
}

/** netstat: no socket is open. */
export function* netstat(a: Call): Run {
  const o = a.options('laentuwxrW', { max: 0 });
  if (o.has('r')) {
    yield* a.print(`${ROUTES}  MSS Window  irtt Iface\n`);
    return 0;
  }
  const which = o.has('l') ? 'only servers' : o.has('a') ? 'servers and established' : 'w/o servers';
  const any = ['t', 'u', 'w', 'x'].some((key) => o.has(key));
  const head = 'Proto Recv-Q Send-Q Local Address           Foreign Address         State       ';
  if (!any || o.has('t') || o.has('u') || o.has('w')) yield* a.print(`Active Internet connections (${which})\n${head}\n`);
  if (!any || o.has('x'))
    yield* a.print(`Active UNIX domain sockets (${which})\nProto RefCnt Flags       Type       State         I-Node Path\n`);
  return 0;
}

/** arp: no neighbour is known. */
export function* arp(a: Call): Run {
  const o = a.options('A:p:H:t:i:adnDsv');
  if (o.has('s') || o.has('d')) return a.die(o.has('d') ? 'SIOCDARP(pub): Operation not permitted' : 'SIOCSARP: Operation not permitted');
  return 0;
}
