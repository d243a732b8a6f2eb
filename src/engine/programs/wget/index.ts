// The program wget of GNU: options, what it says of a retrieval, where it saves files.
// Knows wget's words and exit codes; refuses to know HTTP's own rules, which are in ../http.
import { type Program, SysError } from '../../kernel/index.ts';
import { wget } from './wget.ts';

/** Its streams may be gone (`wget … | head`): a call that fails outside a transfer ends it. */
const guarded: Program = function* (p) {
  try {
    return yield* wget(p);
  } catch (error) {
    if (error instanceof SysError) return 3;
    throw error;
  }
};

export const programs: Readonly<Record<string, Program>> = { wget: guarded };
