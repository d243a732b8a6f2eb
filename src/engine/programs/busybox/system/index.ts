// The applets that look at the machine: who runs, what runs, what time it is, and how programs are started.
// Knows processes, users, signals and the clock; refuses to know file contents.
// What needs hardware or a capability that containers lack answers with the kernel's refusal.
import type { Applets } from '../applet.ts';
import { lazyApplets } from '../lazy-applets.ts';
import { arch, clear, hostid, logger, no, nologin, nproc, reset, sync, tty, yes, yes_ } from './answers.ts';
import { date } from './date.ts';
import { env } from './environment.ts';
import { hostname, uname } from './host.ts';
import { groups, id, logname, whoami } from './identity.ts';
import { kill, killall, pidof } from './kill.ts';
import { sleep, usleep } from './sleep.ts';

/** Applets that few sessions use, fetched together when one first runs. */
const RARE =
  'cal crontab dmesg free getopt ionice last linux32 linux64 passwd ps renice run-parts setpriv setsid start-stop-daemon stty su sysctl taskset time timeout top uptime w watch who'.split(
    ' ',
  );

export const systemApplets: Applets = {
  ...lazyApplets(RARE, async () => (await import('./rare.ts')).rareSystemApplets),
  arch,
  clear,
  date,
  dnsdomainname: hostname,
  env,
  false: no,
  groups,
  hostid,
  hostname,
  id,
  kill,
  killall,
  logger,
  logname,
  nologin,
  nproc,
  pidof,
  reset,
  sleep,
  sync,
  true: yes_,
  tty,
  uname,
  usleep,
  whoami,
  yes,
};
