// The network applets over the simulated network: clients, a web server, and what they tell of interfaces and sockets.
// Knows how each applet words its successes and failures; refuses to know where packets go, which is the kernel's.
import type { Applets } from '../applet.ts';
import { getent } from './getent.ts';
import { httpd } from './httpd.ts';
import { ifconfig } from './ifconfig.ts';
import { ip } from './ip.ts';
import { ftp, nc, telnet } from './nc.ts';
import { arp, netstat } from './netstat.ts';
import { nslookup } from './nslookup.ts';
import { ping, traceroute } from './ping.ts';
import { route } from './route.ts';
import { wget } from './wget.ts';

export const netApplets: Applets = {
  arp,
  ftpget: ftp('cvu:p:P:'),
  ftpput: ftp('cvu:p:P:'),
  httpd,
  ifconfig,
  ip,
  ipneigh: ip,
  nc,
  netstat,
  nslookup,
  ping,
  ping6: ping,
  route,
  telnet,
  traceroute,
  wget,
};

/** Those of the GNU C library, which busybox does not have. */
export const glibcApplets: Applets = { getent };
