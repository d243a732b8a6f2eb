// Checks of the machine itself: its files, archives and settings.
import type { Check } from '../../check.ts';

export const hostChecks: readonly Check[] = [];
