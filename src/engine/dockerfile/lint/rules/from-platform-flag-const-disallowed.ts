import { quote } from '../../../go/quote.ts';
import type { FromInstruction } from '../../instructions/index.ts';
import type { Expansion } from '../../shell/index.ts';
import { parsePlatform } from '../../values/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const fromPlatformFlagConstDisallowed = rule(
  'FromPlatformFlagConstDisallowed',
  'from-platform-flag-const-disallowed',
  'FROM --platform flag should not use a constant value',
  (platform: string) => `FROM --platform flag should not use constant value ${quote(platform)}`,
);

/** A stage whose name tells its system or architecture may be constant. */
export function checkConstantPlatform(from: FromInstruction, expansion: Expansion, reporter: Reporter): void {
  if (expansion.matched.size > 0 || expansion.unmatched.size > 0) return;
  const platform = parsePlatform(expansion.text);
  if (!platform.ok || from.stage.includes(platform.value.os) || from.stage.includes(platform.value.architecture)) return;
  reporter.report(fromPlatformFlagConstDisallowed, from.lines, expansion.text);
}
