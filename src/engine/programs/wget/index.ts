// The program wget of GNU: options, what it says of a retrieval, where it saves files.
// Knows wget's words and exit codes; refuses to know HTTP's own rules, which are in ../http.
import type { Program } from '../../kernel/index.ts';
import { wget } from './wget.ts';

export const programs: Readonly<Record<string, Program>> = { wget };
