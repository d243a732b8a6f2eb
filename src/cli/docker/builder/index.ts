import type { Command } from '../command.ts';

/** The docker builder commands. */
export const builderCommands: readonly Command[] = [];
