// The first preset's squares, tried while the site is built: they stand in the page, without a script.
import { evaluate } from '../engine/queries/matrix.ts';
import type { Tried } from '../session/queries/matrix.ts';
import { combinations, first } from './combinations.ts';

let known: Promise<readonly Tried[]> | undefined;

export function initialSquares(): Promise<readonly Tried[]> {
  known ??= evaluate(combinations(first.values, first.setup));
  return known;
}
