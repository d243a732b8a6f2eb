import { toLower, toUpper } from '../../../go/case.ts';
import type { Node } from '../../parser/index.ts';
import type { Reporter } from '../reporter.ts';
import { rule } from '../rule.ts';

export const fromAsCasing = rule(
  'FromAsCasing',
  'from-as-casing',
  "The 'as' keyword should match the case of the 'from' keyword",
  (from: string, as: string) => `'${as}' and '${from}' keywords' casing do not match`,
);

/** A FROM of mixed case is the concern of another rule. */
export function checkFromAsCasing(from: Node, reporter: Reporter): void {
  if (from.args.length < 3) return;
  const keyword = from.args[1]!;
  const name = from.value;
  const expected = name === toLower(name) ? toLower(keyword) : name === toUpper(name) ? toUpper(keyword) : keyword;
  if (keyword !== expected) reporter.report(fromAsCasing, from.lines, name, keyword);
}
