import type { EnvInstruction, KeyValue, LabelInstruction } from '../../instructions/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const legacyKeyValueFormat = rule(
  'LegacyKeyValueFormat',
  'legacy-key-value-format',
  'Legacy key/value format with whitespace separator should not be used',
  (name: string) => `"${name} key=value" should be used instead of legacy "${name} key value" format`,
);

export function checkKeyValue(pair: KeyValue, { name, lines }: EnvInstruction | LabelInstruction, reporter: Reporter): void {
  if (pair.legacy) reporter.report(legacyKeyValueFormat, lines, name);
}
