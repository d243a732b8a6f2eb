import type { Command } from '../command.ts';

/** The docker volume commands. */
export const volumeCommands: readonly Command[] = [];
