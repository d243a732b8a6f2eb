// The docker container commands, one file each.
import type { Command } from '../command.ts';
import { create } from './create.ts';
import { exec } from './exec.ts';
import { kill } from './kill.ts';
import { logs } from './logs.ts';
import { rm } from './rm.ts';
import { run } from './run.ts';
import { start } from './start.ts';
import { stop } from './stop.ts';
import { wait } from './wait.ts';

/** The docker container commands. */
export const containerCommands: readonly Command[] = [create, exec, kill, logs, rm, run, start, stop, wait];
