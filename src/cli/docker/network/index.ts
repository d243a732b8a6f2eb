// The docker network commands. Networks are records here: nothing is sent over them.
import type { Command } from '../command.ts';
import { connect, create, disconnect, inspect, prune, rm } from './commands.ts';
import { ls } from './ls.ts';

export { inspectNetwork } from './commands.ts';

/** The docker network commands. */
export const networkCommands: readonly Command[] = [connect, create, disconnect, inspect, ls, prune, rm];
