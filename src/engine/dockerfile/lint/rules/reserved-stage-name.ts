import { quote } from '../../../go/quote.ts';
import type { Stage } from '../../instructions/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';
import { duplicateStageName } from './duplicate-stage-name.ts';

export const reservedStageName = rule(
  'ReservedStageName',
  'reserved-stage-name',
  'Reserved words should not be used as stage names',
  (stage: string) => `Stage name should not use the same name as reserved stage ${quote(stage)}`,
);

/** Both rules about names walk the stages together. */
export function checkStageNames(stages: readonly Stage[], reporter: Reporter): void {
  const seen = new Set<string>();
  for (const { from } of stages) {
    if (from.stage === '') continue;
    if (from.stage === 'context' || from.stage === 'scratch') reporter.report(reservedStageName, from.lines, from.stage);
    if (seen.has(from.stage)) reporter.report(duplicateStageName, from.lines, from.stage);
    seen.add(from.stage);
  }
}
