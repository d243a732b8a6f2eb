import type { Command } from '../command.ts';

/** The docker image commands. */
export const imageCommands: readonly Command[] = [];
