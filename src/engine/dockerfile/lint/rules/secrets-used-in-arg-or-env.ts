import { quote } from '../../../go/quote.ts';
import type { LineRange } from '../../span.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const secretsUsedInArgOrEnv = rule(
  'SecretsUsedInArgOrEnv',
  'secrets-used-in-arg-or-env',
  'Sensitive data should not be used in the ARG or ENV commands',
  (instruction: string, key: string) => `Do not use ARG or ENV instructions for sensitive data (${instruction} ${quote(key)})`,
);

const secret = /(?:_|^)(?:apikey|auth|credential|credentials|key|password|pword|passwd|secret|token)(?:_|$)/iu;
const open = /(?:_|^)public(?:_|$)/iu;

/** Words between underscores decide; PUBLIC among them makes any name harmless. */
export function checkSecretKey(instruction: 'ARG' | 'ENV', key: string, lines: LineRange, reporter: Reporter): void {
  if (secret.test(key) && !open.test(key)) reporter.report(secretsUsedInArgOrEnv, lines, instruction, key);
}
