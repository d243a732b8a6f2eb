import { builderCommands } from './builder/index.ts';
import type { Command } from './command.ts';
import { containerCommands } from './container/index.ts';
import { imageCommands } from './image/index.ts';
import { networkCommands } from './network/index.ts';
import { systemCommands } from './system/index.ts';
import { volumeCommands } from './volume/index.ts';

const all: readonly Command[] = [
  ...imageCommands,
  ...containerCommands,
  ...volumeCommands,
  ...networkCommands,
  ...systemCommands,
  ...builderCommands,
];

/** Every command that is simulated, by each path that reaches it. */
export const commands: ReadonlyMap<string, Command> = new Map(
  all.flatMap((command) => command.paths.map((path) => [path, command] as const)),
);
