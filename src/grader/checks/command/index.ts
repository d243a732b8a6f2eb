// Checks of the commands that were typed.
import type { Check } from '../../check.ts';
import { outputContains } from './output-contains.ts';
import { turnExit } from './turn-exit.ts';

export const commandChecks: readonly Check[] = [outputContains, turnExit];
