import type { Command } from '../command.ts';

/** The docker container commands. */
export const containerCommands: readonly Command[] = [];
