// The program curl: options, requests, what it prints of answers and failures.
// Knows curl's words and exit codes; refuses to know HTTP's own rules, which are in ../http.
import { type Program, SysError } from '../../kernel/index.ts';
import { curl } from './curl.ts';

/** Its streams may be gone (`curl … | head`): a call that fails outside a transfer ends it. */
const guarded: Program = function* (p) {
  try {
    return yield* curl(p);
  } catch (error) {
    if (error instanceof SysError) return 23;
    throw error;
  }
};

export const programs: Readonly<Record<string, Program>> = { curl: guarded };
