import type { Command } from '../command.ts';
import { build } from './build.ts';

/** The docker image commands. */
export const imageCommands: readonly Command[] = [build];
