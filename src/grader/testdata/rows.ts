// Tables of checks for tests: a check, its parameters, and `true` or the sentences it says when it is not met.
import { expect } from 'vitest';
import { checkDocs, conditionProblems, explain, type GradeInput, grade } from '../index.ts';

export type Row = readonly [check: string, params: Readonly<Record<string, unknown>>, expected: true | readonly [en: string, zh: string]];

const say = { en: '', zh: '' };

/** Grades one condition, as an exercise would, and expects what the row says. */
export function expectRow(input: GradeInput, [check, params, expected]: Row): void {
  const condition = { check, with: params };
  expect(conditionProblems(condition)).toEqual([]);
  const [goal] = grade({ exercise: { id: 'row', traps: [], goals: [{ id: 'goal', say, ...condition }] }, input }).goals;
  const finding = goal?.finding;
  if (!finding) throw new Error('expected a finding');
  if (expected === true) expect(finding).toMatchObject({ ok: true, key: 'met' });
  else expect([finding.ok, explain(finding, 'en'), explain(finding, 'zh')]).toEqual([false, ...expected]);
}

/** Expects that every check of a group is met and unmet somewhere in its table, and its example valid. */
export function expectWhole(group: string, table: readonly Row[]): void {
  const docs = checkDocs.filter((doc) => doc.group === group);
  expect(docs.length).toBeGreaterThan(0);
  for (const { name, example } of docs) {
    expect(conditionProblems({ check: name, with: example })).toEqual([]);
    const results = table.filter(([check]) => check === name).map(([, , expected]) => expected === true);
    expect({ name, met: results.includes(true), unmet: results.includes(false) }).toEqual({ name, met: true, unmet: true });
  }
}
