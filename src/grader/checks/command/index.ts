// Checks of the commands that were typed.
import type { Check } from '../../check.ts';

export const commandChecks: readonly Check[] = [];
