// Checks of builds: what ran, what came from the cache, what was sent.
import type { Check } from '../../check.ts';
import { cacheEmpty, contextBelow, contextNotSent, contextSent, stepCached, stepsRunAtMost } from './builds.ts';

export const buildChecks: readonly Check[] = [stepCached, stepsRunAtMost, contextSent, contextNotSent, contextBelow, cacheEmpty];
