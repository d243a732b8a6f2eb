// Compilers: gcc and go for small C and Go programs, and `compiled`, which runs what they make.
// Knows a subset of both languages, static and dynamic linking, go.mod and GOPATH; refuses by line what it does not understand.
// A compiled file carries its program as JSON in its first bytes, so it can be copied into any image.
import type { Program } from '../../kernel/index.ts';
import { compiled } from './evaluate.ts';
import { gcc } from './gcc.ts';
import { go } from './go-command.ts';

export const programs: Readonly<Record<string, Program>> = { gcc, go, compiled };
