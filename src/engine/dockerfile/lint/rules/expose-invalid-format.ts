import type { LineRange } from '../../span.ts';
import type { PortWord } from '../../values/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const exposeInvalidFormat = rule(
  'ExposeInvalidFormat',
  'expose-invalid-format',
  'IP address and host-port mapping should not be used in EXPOSE instruction. This will become an error in a future release',
  (port: string) => `EXPOSE instruction should not define an IP address or host-port mapping, found '${port}'`,
);

export function checkExposeFormat({ raw, mapped }: PortWord, lines: LineRange, reporter: Reporter): void {
  if (mapped) reporter.report(exposeInvalidFormat, lines, raw);
}
