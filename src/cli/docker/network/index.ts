// The docker network commands: their options and what they print.
// Knows docker's words; refuses to know addresses and wires, which are the engine's.
import type { Command } from '../command.ts';
import { connect, create, disconnect, inspect, prune, rm } from './commands.ts';
import { ls } from './ls.ts';

export { inspectNetwork } from './commands.ts';

/** The docker network commands. */
export const networkCommands: readonly Command[] = [connect, create, disconnect, inspect, ls, prune, rm];
