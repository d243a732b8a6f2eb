import type { Command } from '../command.ts';
import { history } from './history.ts';
import { inspect } from './inspect.ts';
import { load } from './load.ts';
import { ls } from './ls.ts';
import { prune } from './prune.ts';
import { pullCommand } from './pull.ts';
import { push } from './push.ts';
import { rm } from './rm.ts';
import { save } from './save.ts';
import { tag } from './tag.ts';

/** The docker image commands. */
export const imageCommands: readonly Command[] = [history, inspect, load, ls, prune, pullCommand, push, rm, save, tag];
