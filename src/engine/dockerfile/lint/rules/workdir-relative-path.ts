import { quote } from '../../../go/quote.ts';
import type { WorkdirInstruction } from '../../instructions/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const workdirRelativePath = rule(
  'WorkdirRelativePath',
  'workdir-relative-path',
  'Relative workdir without an absolute workdir declared within the build can have unexpected results if the base image changes',
  (path: string) => `Relative workdir ${quote(path)} can have unexpected results if the base image changes`,
);

function isAbsolute(path: string, os: string): boolean {
  return os === 'windows' ? /^(?:[cC]:)?[\\/](?![\\/])/.test(path) : path.startsWith('/');
}

/** For the first WORKDIR of a stage whose base stages have none; the path is expanded. */
export function checkWorkdir(instruction: WorkdirInstruction, os: string, reporter: Reporter): void {
  if (!isAbsolute(instruction.path, os)) reporter.report(workdirRelativePath, instruction.lines, instruction.path);
}
