import { toLower } from '../../../go/case.ts';
import type { Node } from '../../parser/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const stageNameCasing = rule(
  'StageNameCasing',
  'stage-name-casing',
  'Stage names should be lowercase',
  (stage: string) => `Stage name '${stage}' should be lowercase`,
);

/** Looks at a FROM before it is known to be right. */
export function checkStageNameCasing(from: Node, reporter: Reporter): void {
  const name = from.args[2] ?? '';
  if (from.args.length === 3 && name !== toLower(name)) reporter.report(stageNameCasing, from.lines, name);
}
