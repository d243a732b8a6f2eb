// The docker container commands, one file each.
import type { Command } from '../command.ts';
import { attach } from './attach-command.ts';
import { cp } from './cp.ts';
import { create } from './create.ts';
import { diff } from './diff.ts';
import { exec } from './exec.ts';
import { exportCommand } from './export.ts';
import { kill } from './kill.ts';
import { logs } from './logs.ts';
import { pause, unpause } from './pause.ts';
import { port } from './port.ts';
import { prune } from './prune.ts';
import { ps } from './ps.ts';
import { rename } from './rename.ts';
import { restart } from './restart.ts';
import { rm } from './rm.ts';
import { run } from './run.ts';
import { start } from './start.ts';
import { stats } from './stats.ts';
import { stop } from './stop.ts';
import { top } from './top.ts';
import { update } from './update.ts';
import { wait } from './wait.ts';

/** The docker container commands. */
export const containerCommands: readonly Command[] = [
  attach,
  cp,
  create,
  diff,
  exec,
  exportCommand,
  kill,
  logs,
  pause,
  port,
  prune,
  ps,
  rename,
  restart,
  rm,
  run,
  start,
  stats,
  stop,
  top,
  unpause,
  update,
  wait,
];
