// Checks of builds: what ran, what was sent.
import type { Check } from '../../check.ts';

export const buildChecks: readonly Check[] = [];
