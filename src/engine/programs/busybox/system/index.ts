// The applets that look at the machine: who runs, what runs, what time it is, and how programs are started.
// Knows processes, users, signals and the clock; refuses to know file contents.
// What needs hardware or a capability that containers lack answers with the kernel's refusal.
import type { Applets } from '../applet.ts';
import { arch, clear, hostid, logger, no, nologin, nproc, reset, sync, tty, yes, yes_ } from './answers.ts';
import { date } from './date.ts';
import { env } from './environment.ts';
import { hostname, uname } from './host.ts';
import { groups, id, logname, whoami } from './identity.ts';
import { kill, killall, pidof } from './kill.ts';
import { sleep, usleep } from './sleep.ts';
import { passwd, su } from './switch-user.ts';
import { time } from './time.ts';
import { timeout } from './timeout.ts';

export const systemApplets: Applets = {
  arch, clear, date, dnsdomainname: hostname, env, false: no, groups, hostid, hostname, id, kill, killall, logger, logname, nologin, nproc, passwd,
  pidof, reset, sleep, su, sync, time, timeout, true: yes_, tty, uname, usleep, whoami, yes,
}; // biome-ignore format: a table
