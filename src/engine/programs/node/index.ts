// A small Node.js: JavaScript parsed by acorn and run step by step on the kernel, with the modules that teaching programs use.
// Knows the language to ES2022 and Node's words; refuses, by name, what it does not do (docs/differences.md lists it).
// Express is there only where node_modules has it and leads to `strata:express`.
import type { Program } from '../../kernel/index.ts';
import { node } from './main.ts';

export const programs: Readonly<Record<string, Program>> = { node };
