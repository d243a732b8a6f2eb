import type { Command } from '../command.ts';
import { du } from './du.ts';
import { prune } from './prune.ts';

/** The docker builder commands. */
export const builderCommands: readonly Command[] = [prune, du];
