import type { CommandLine, Origin } from '../../instructions/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const jsonArgsRecommended = rule(
  'JSONArgsRecommended',
  'json-args-recommended',
  'JSON arguments recommended for ENTRYPOINT/CMD to prevent unintended behavior related to OS signals',
  (instruction: string) => `JSON arguments recommended for ${instruction} to prevent unintended behavior related to OS signals`,
);

/** Silent once a SHELL, here or in the base image, says that a shell is wanted. */
export function checkJsonArgs(instruction: Origin & CommandLine, shellIsSet: boolean, reporter: Reporter): void {
  if (instruction.shellForm && !shellIsSet) reporter.report(jsonArgsRecommended, instruction.lines, instruction.name);
}
