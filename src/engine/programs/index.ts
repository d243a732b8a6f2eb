// The programs that executables in simulated images carry.
// Knows which programs there are; refuses to know images, containers and the docker command line.
// Programs of other images (interpreters, servers) are added with `withPrograms`.
import type { Program, Programs } from '../kernel/index.ts';
import { fileApplets } from './busybox/files/index.ts';
import { gnuArguments } from './busybox/gnu-options.ts';
import { hostStatus, hostVoice } from './busybox/host-voice.ts';
import { busybox } from './busybox/index.ts';
import { lazyApplets } from './busybox/lazy-applets.ts';
import { shellApplets } from './busybox/shell-applets.ts';
import { systemApplets } from './busybox/system/index.ts';
import { textApplets } from './busybox/text/index.ts';
import { lazyPrograms } from './lazy.ts';

const ARCHIVE = 'bunzip2 bzcat bzip2 gunzip gzip lzcat lzma lzop tar uncompress unlzma unxz unzip xz xzcat zcat'.split(' ');
const NET = 'arp ftpget ftpput httpd ifconfig ip ipneigh nc netstat nslookup ping ping6 route telnet traceroute wget'.split(' ');

/** Groups that are chunks of their own. */
const archiveApplets = lazyApplets(ARCHIVE, async () => (await import('./busybox/archive/index.ts')).archiveApplets);
const hostApplets = lazyApplets(['tar'], async () => (await import('./busybox/archive/index.ts')).hostApplets);
const netApplets = lazyApplets(NET, async () => (await import('./busybox/net/index.ts')).netApplets);
const glibcApplets = lazyApplets(['getent'], async () => (await import('./busybox/net/index.ts')).glibcApplets);

const accountApplets = lazyApplets(
  ['adduser', 'addgroup', 'deluser', 'delgroup'],
  async () => (await import('./accounts/busybox.ts')).accountApplets,
);

const applets = [accountApplets, archiveApplets, netApplets, shellApplets, fileApplets, systemApplets, textApplets];

const gnuTools = busybox([...applets, glibcApplets], { voice: hostVoice, status: hostStatus, arguments: gnuArguments });
/** Tools of glibc distributions; these have little in common with busybox's, or are none of its applets. */
const OWN: Readonly<Record<string, string>> = { setpriv: 'setpriv', service: 'sysv-service' };
const hostTools: Program = (p) => (lazyPrograms.get(OWN[(p.argv[0] ?? '').split('/').at(-1)!] ?? '') ?? gnuTools)(p);

/** The programs every machine has. */
export const programs: Programs = new Map<string, Program>([
  ['busybox', busybox(applets)],
  ['host-tools', hostTools],
  ['gnu-tar', busybox([hostApplets], { voice: hostVoice, status: hostStatus })],
  ...lazyPrograms,
]);

/** The programs of every machine and some more; an extra one replaces one of the same name. */
export const withPrograms = (extra: Readonly<Record<string, Program>>): Programs => new Map([...programs, ...Object.entries(extra)]);
