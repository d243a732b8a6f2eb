// The program curl: options, requests, what it prints of answers and failures.
// Knows curl's words and exit codes; refuses to know HTTP's own rules, which are in ../http.
import type { Program } from '../../kernel/index.ts';
import { curl } from './curl.ts';

export const programs: Readonly<Record<string, Program>> = { curl };
