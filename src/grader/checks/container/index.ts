// Checks of containers.
import type { Check } from '../../check.ts';
import { containerState } from './container-state.ts';

export const containerChecks: readonly Check[] = [containerState];
