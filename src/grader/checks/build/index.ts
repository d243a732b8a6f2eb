// Checks of builds: what ran, what came from the cache, what was sent.
import type { Check } from '../../check.ts';
import { cacheEmpty } from './cache-empty.ts';
import { contextBelow } from './context-below.ts';
import { contextNotSent } from './context-not-sent.ts';
import { contextSent } from './context-sent.ts';
import { stepCached } from './step-cached.ts';
import { stepsRunAtMost } from './steps-run-at-most.ts';

export const buildChecks: readonly Check[] = [stepCached, stepsRunAtMost, contextSent, contextNotSent, contextBelow, cacheEmpty];
