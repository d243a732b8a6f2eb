import type { Command } from '../command.ts';

/** The docker system commands. */
export const systemCommands: readonly Command[] = [];
