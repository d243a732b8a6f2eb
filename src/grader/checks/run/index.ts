// Checks of what has run since the exercise began, removed containers included.
import type { Check } from '../../check.ts';
import { ran } from './ran.ts';
import { ranArgv } from './ran-argv.ts';
import { ranContains } from './ran-contains.ts';
import { ranCount } from './ran-count.ts';
import { ranExit } from './ran-exit.ts';
import { ranOom } from './ran-oom.ts';

export const runChecks: readonly Check[] = [ranArgv, ranContains, ranCount, ranExit, ranOom, ran];
