// A small Python: its own tokens, grammar, values and modules, run step by step on the kernel.
// Knows the language and what teaching programs use of its library; refuses, by name, what it does not do.
// docs/differences.md lists what that is. Flask and redis are there only where they are installed.
import type { Program } from '../../kernel/index.ts';
import { python } from './main.ts';

export const programs: Readonly<Record<string, Program>> = { python, python3: python };
