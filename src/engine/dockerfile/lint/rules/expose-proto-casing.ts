import { toLower } from '../../../go/case.ts';
import type { LineRange } from '../../span.ts';
import type { PortWord } from '../../values/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const exposeProtoCasing = rule(
  'ExposeProtoCasing',
  'expose-proto-casing',
  'Protocol in EXPOSE instruction should be lowercase',
  (port: string) => `Defined protocol '${port}' in EXPOSE instruction should be lowercase`,
);

export function checkProtocolCasing({ raw, protocol }: PortWord, lines: LineRange, reporter: Reporter): void {
  if (protocol !== toLower(protocol)) reporter.report(exposeProtoCasing, lines, raw);
}
