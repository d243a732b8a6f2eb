// docker manifest: lists of manifests put together on the host and pushed.
// Knows the client's own store of lists and its way to registries; refuses to know the engine's images.
import type { Command } from '../command.ts';
import { annotate } from './annotate.ts';
import { create } from './create.ts';
import { inspect } from './inspect.ts';
import { push } from './push.ts';
import { rm } from './rm.ts';

export const manifestCommands: readonly Command[] = [annotate, create, inspect, push, rm];
