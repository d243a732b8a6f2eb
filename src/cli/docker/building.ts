import { builderCommands } from './builder/index.ts';
import { buildxCommands } from './buildx/index.ts';
import type { Command } from './command.ts';
import { commit } from './container/commit.ts';
import { build } from './image/build.ts';
import { importCommand } from './image/import.ts';
import { manifestCommands } from './manifest/index.ts';

/** The commands that make images, and those that put manifests together: one chunk. */
export const buildingCommands: readonly Command[] = [
  build,
  ...builderCommands,
  ...buildxCommands,
  commit,
  importCommand,
  ...manifestCommands,
];
