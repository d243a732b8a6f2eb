import type { Applets } from '../applet.ts';
import { cal } from './cal.ts';
import { getopt } from './getopt.ts';
import { dmesg, free, last, uptime, who } from './machine-facts.ts';
import { ps, top } from './processes.ts';
import { ionice, personality, renice, setpriv, setsid, taskset, watch } from './scheduling.ts';
import { runParts, startStopDaemon } from './services.ts';
import { crontab, stty, sysctl } from './settings.ts';
import { passwd, su } from './switch-user.ts';
import { time } from './time.ts';
import { timeout } from './timeout.ts';

/** The applets of this group that are a chunk of their own. */
export const rareSystemApplets: Applets = {
  'run-parts': runParts,
  'start-stop-daemon': startStopDaemon,
  cal,
  crontab,
  dmesg,
  free,
  getopt,
  ionice,
  last,
  linux32: personality,
  linux64: personality,
  passwd,
  ps,
  renice,
  setpriv,
  setsid,
  stty,
  su,
  sysctl,
  taskset,
  time,
  timeout,
  top,
  uptime,
  w: who,
  watch,
  who,
};
