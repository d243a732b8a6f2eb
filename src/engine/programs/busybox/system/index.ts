// The applets that look at the machine: who runs, what runs, what time it is, and how programs are started.
// Knows processes, users, signals and the clock; refuses to know file contents.
// What needs hardware or a capability that containers lack answers with the kernel's refusal.
import type { Applets } from '../applet.ts';
import { arch, clear, hostid, logger, no, nologin, nproc, reset, sync, tty, yes, yes_ } from './answers.ts';
import { cal } from './cal.ts';
import { date } from './date.ts';
import { env } from './environment.ts';
import { getopt } from './getopt.ts';
import { hostname, uname } from './host.ts';
import { groups, id, logname, whoami } from './identity.ts';
import { kill, killall, pidof } from './kill.ts';
import { dmesg, free, last, uptime, who } from './machine-facts.ts';
import { ps, top } from './processes.ts';
import { ionice, personality, renice, setpriv, setsid, taskset, watch } from './scheduling.ts';
import { runParts, startStopDaemon } from './services.ts';
import { crontab, stty, sysctl } from './settings.ts';
import { sleep, usleep } from './sleep.ts';
import { passwd, su } from './switch-user.ts';
import { time } from './time.ts';
import { timeout } from './timeout.ts';

export const systemApplets: Applets = {
  arch,
  cal,
  clear,
  crontab,
  date,
  dmesg,
  dnsdomainname: hostname,
  env,
  false: no,
  free,
  getopt,
  groups,
  hostid,
  hostname,
  id,
  ionice,
  kill,
  killall,
  last,
  linux32: personality,
  linux64: personality,
  logger,
  logname,
  nologin,
  nproc,
  passwd,
  pidof,
  ps,
  renice,
  reset,
  'run-parts': runParts,
  setpriv,
  setsid,
  sleep,
  'start-stop-daemon': startStopDaemon,
  stty,
  su,
  sync,
  sysctl,
  taskset,
  time,
  timeout,
  top,
  true: yes_,
  tty,
  uname,
  uptime,
  usleep,
  w: who,
  watch,
  who,
  whoami,
  yes,
};
