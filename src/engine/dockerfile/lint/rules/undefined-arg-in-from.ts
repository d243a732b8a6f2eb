import type { LineRange } from '../../span.ts';
import { suggest } from '../../suggest.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const undefinedArgInFrom = rule(
  'UndefinedArgInFrom',
  'undefined-arg-in-from',
  'FROM command must use declared ARGs',
  (arg: string, near: string) => `FROM argument '${arg}' is not declared${near === '' ? '' : ` (did you mean ${near}?)`}`,
);

/** `declared` are the ARGs before the first FROM, with or without a value, and those every build has. */
export function checkArgsInFrom(unmatched: Iterable<string>, declared: ReadonlySet<string>, lines: LineRange, reporter: Reporter): void {
  for (const arg of unmatched) {
    if (!declared.has(arg)) reporter.report(undefinedArgInFrom, lines, arg, suggest(arg, declared, true));
  }
}
