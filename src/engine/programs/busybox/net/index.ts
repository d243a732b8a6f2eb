// The network applets against what a container without a network has: the loopback interface, on which nobody listens.
// Knows /etc/hosts and how each applet words its failure; refuses to know any other host.
// `resolveHost` is the one place that turns names into addresses.
import type { Applets } from '../applet.ts';
import { connector, nc, nslookup } from './connect.ts';
import { arp, ifconfig, ip, netstat, route } from './interfaces.ts';
import { ping } from './ping.ts';
import { wget } from './wget.ts';

export const netApplets: Applets = {
  arp,
  ftpget: connector('cvu:p:P:', 2, 21),
  ftpput: connector('cvu:p:P:', 2, 21),
  ifconfig,
  ip,
  ipneigh: ip,
  nc,
  netstat,
  nslookup,
  ping,
  ping6: ping,
  route,
  telnet: connector('al:', 1, 23),
  traceroute: connector('46FIlnrdvxt:i:m:p:q:s:w:z:f:g:', 1, 33434),
  wget,
};
