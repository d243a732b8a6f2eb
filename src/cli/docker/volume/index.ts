import type { Command } from '../command.ts';
import { create } from './create.ts';
import { inspect } from './inspect.ts';
import { ls } from './ls.ts';
import { prune } from './prune.ts';
import { rm } from './rm.ts';

/** The docker volume commands. */
export const volumeCommands: readonly Command[] = [create, inspect, ls, prune, rm];
