// Checks of registries and what was pushed.
import type { Check } from '../../check.ts';

export const registryChecks: readonly Check[] = [];
