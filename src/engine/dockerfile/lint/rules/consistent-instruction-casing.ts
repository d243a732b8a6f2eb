import { toLower, toUpper } from '../../../go/case.ts';
import type { Origin, Stage } from '../../instructions/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const consistentInstructionCasing = rule(
  'ConsistentInstructionCasing',
  'consistent-instruction-casing',
  'All commands within the Dockerfile should use the same casing (either upper or lower)',
  (command: string, casing: string) => `Command '${command}' should match the case of the command majority (${casing})`,
);

/** The majority among names that are all lower or all upper case decides; a draw is for upper case. ARGs before the first FROM do not count. */
export function checkInstructionCasing(stages: readonly Stage[], reporter: Reporter): void {
  const all: Origin[] = stages.flatMap((stage) => [stage.from, ...stage.instructions]);
  const lower = all.filter(({ name }) => name === toLower(name)).length;
  const upper = all.filter(({ name }) => name !== toLower(name) && name === toUpper(name)).length;
  const [normalize, casing] = lower > upper ? ([toLower, 'lowercase'] as const) : ([toUpper, 'uppercase'] as const);
  for (const { name, lines } of all) {
    if (name !== normalize(name)) reporter.report(consistentInstructionCasing, lines, name, casing);
  }
}
