// docker buildx: builders, what they are told to do, and images in registries.
// Knows how buildx writes builders down and what it prints; refuses to know how a build is done.
import type { Command } from '../command.ts';
import { bake } from './bake.ts';
import { create } from './create.ts';
import { imagetoolsCommands } from './imagetools/index.ts';
import { inspect } from './inspect.ts';
import { ls } from './ls.ts';
import { rm } from './rm.ts';
import { stop } from './stop.ts';
import { use } from './use.ts';
import { version } from './version.ts';

export const buildxCommands: readonly Command[] = [bake, create, inspect, ls, rm, stop, use, version, ...imagetoolsCommands];
