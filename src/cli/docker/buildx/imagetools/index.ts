// docker buildx imagetools: indexes and images where they lie, in registries.
// Knows descriptors and what buildx prints of them; refuses to know the engine's own images.
import type { Command } from '../../command.ts';
import { create } from './create.ts';
import { inspect } from './inspect.ts';

export const imagetoolsCommands: readonly Command[] = [create, inspect];
