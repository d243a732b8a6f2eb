import type { FromInstruction } from '../../instructions/index.ts';
import type { Environment, Expansion } from '../../shell/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const redundantTargetPlatform = rule(
  'RedundantTargetPlatform',
  'redundant-target-platform',
  'Setting platform to predefined $TARGETPLATFORM in FROM is redundant as this is the default behavior',
  (platform: string) => `Setting platform to predefined ${platform} in FROM is redundant as this is the default behavior`,
);

export function checkTargetPlatform(from: FromInstruction, expansion: Expansion, args: Environment, reporter: Reporter): void {
  const { matched, unmatched, text } = expansion;
  if (matched.size !== 1 || unmatched.size > 0 || !matched.has('TARGETPLATFORM')) return;
  if (text === args.get('TARGETPLATFORM')) reporter.report(redundantTargetPlatform, from.lines, from.platform);
}
