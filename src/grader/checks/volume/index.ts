// Checks of volumes and networks.
import type { Check } from '../../check.ts';

export const volumeChecks: readonly Check[] = [];
