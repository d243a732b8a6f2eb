import type { Environment } from '../../shell/index.ts';
import type { LineRange } from '../../span.ts';
import { suggest } from '../../suggest.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const undefinedVar = rule(
  'UndefinedVar',
  'undefined-var',
  'Variables should be defined before their use',
  (name: string, near: string) => `Usage of undefined variable '$${name}'${near === '' ? '' : ` (did you mean $${near}?)`}`,
);

const withoutVariable = new Set(['BUILDKIT_SBOM_SCAN_CONTEXT', 'BUILDKIT_SBOM_SCAN_STAGE']);

/** `declared` are the stage's ARGs, which need no value to count as defined. Several names of one word come in the order of their use. */
export function checkVariables(
  unmatched: Iterable<string>,
  declared: ReadonlySet<string>,
  environment: Environment,
  lines: LineRange,
  reporter: Reporter,
): void {
  for (const name of unmatched) {
    if (declared.has(name) || withoutVariable.has(name)) continue;
    reporter.report(undefinedVar, lines, name, suggest(name, environment.keys(), true));
  }
}
