import { broadcast, type NetworkInterface, netmask, parseSubnet, type Run } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** Whether anything can come through an interface: a bridge needs something that hangs on it. */
export const hasCarrier = ({ bridge, segment }: NetworkInterface): boolean => !bridge || (segment?.interfaces.size ?? 0) > 1;

/** 2048 as `2.0 KiB`, as ifconfig rounds. */
function humanBytes(bytes: number): string {
  let value = bytes;
  let unit = 'B';
  for (const next of ['KiB', 'MiB', 'GiB', 'TiB']) {
    if (value < 1024) break;
    value /= 1024;
    unit = next;
  }
  return `${(Math.floor(value * 10) / 10).toFixed(1)} ${unit}`;
}

function block(each: NetworkInterface): string {
  const { name, mac, mtu, addresses, received, sent, segment } = each;
  const loop = name === 'lo';
  const subnet = addresses[0] === undefined ? undefined : parseSubnet(addresses[0]);
  const flags = loop ? 'UP LOOPBACK RUNNING' : `UP BROADCAST ${hasCarrier(each) ? 'RUNNING ' : ''}MULTICAST`;
  const lines = [
    `${name.padEnd(9)} Link encap:${loop ? 'Local Loopback  ' : `Ethernet  HWaddr ${mac.toUpperCase()}  `}`,
    ...(subnet === undefined
      ? []
      : [`          inet addr:${each.address}  ${loop ? '' : `Bcast:${broadcast(subnet)}  `}Mask:${netmask(subnet.prefix)}`]),
    ...(loop ? ['          inet6 addr: ::1/128 Scope:Host'] : []),
    `          ${flags}  MTU:${mtu}  Metric:1`,
    `          RX packets:${received.packets} errors:0 dropped:0 overruns:0 frame:0`,
    `          TX packets:${sent.packets} errors:0 dropped:0 overruns:0 carrier:0`,
    `          collisions:0 txqueuelen:${segment === undefined && loop ? 1000 : 0} `,
    `          RX bytes:${received.bytes} (${humanBytes(received.bytes)})  TX bytes:${sent.bytes} (${humanBytes(sent.bytes)})`,
  ];
  return `${lines.join('\n')}\n\n`;
}

/** ifconfig [-a] [IFACE] [SETTING]…: the interfaces; settings are refused. */
export function* ifconfig(a: Call): Run {
  const words = a.args.filter((word) => word !== '-a');
  if (words[0]?.startsWith('-')) a.options('a');
  const [name, ...settings] = words;
  const { interfaces } = a.p.net.stack;
  const found = name === undefined ? undefined : interfaces.find((each) => each.name === name);
  if (name !== undefined && found === undefined) {
    if (settings.length === 0) return a.die(`${name}: error fetching interface information: Device not found`);
    return a.die('SIOCGIFFLAGS: No such device');
  }
  if (settings.length > 0) return a.die('SIOCSIFFLAGS: Operation not permitted');
  const shown = found === undefined ? [...interfaces].sort((x, y) => (x.name < y.name ? -1 : 1)) : [found];
  for (const each of shown) yield* a.print(block(each));
  return 0;
}
