import type { ParseWarning } from '../../parser/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const noEmptyContinuation = rule(
  'NoEmptyContinuation',
  'no-empty-continuation',
  'Empty continuation lines will become errors in a future release',
  () => 'Empty continuation line',
);

/** The parser finds these; each is located at the last line of its instruction. */
export function checkEmptyContinuations(warnings: readonly ParseWarning[], reporter: Reporter): void {
  for (const { line } of warnings) reporter.report(noEmptyContinuation, { start: line, end: line });
}
