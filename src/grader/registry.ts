// Every check by its name: dots and underscores of the course plan (`layers.common_prefix`) are hyphens here.
import type { Check, ParamKind } from './check.ts';
import { buildChecks } from './checks/build/index.ts';
import { commandChecks } from './checks/command/index.ts';
import { containerChecks } from './checks/container/index.ts';
import { hostChecks } from './checks/host/index.ts';
import { imageChecks } from './checks/image/index.ts';
import { registryChecks } from './checks/registry/index.ts';
import { runChecks } from './checks/run/index.ts';
import { volumeChecks } from './checks/volume/index.ts';
import type { Condition } from './finding.ts';

const all = [
  ...imageChecks,
  ...containerChecks,
  ...runChecks,
  ...commandChecks,
  ...volumeChecks,
  ...registryChecks,
  ...buildChecks,
  ...hostChecks,
];
const checks: ReadonlyMap<string, Check> = new Map(all.map((check) => [check.name, check]));

export const checkNames: readonly string[] = [...checks.keys()];

export function findCheck(name: string): Check | undefined {
  return checks.get(name);
}

/** The kind of a check's parameter; undefined for an unknown one. */
export function paramKind(check: string, name: string): ParamKind | undefined {
  return checks.get(check)?.params[name];
}

/** What is wrong with a condition as content states it: an unknown check, a missing, unknown or ill-typed parameter. */
export interface ConditionProblem {
  /** Path below `with`; empty when the check's name itself is wrong. */
  readonly path: readonly string[];
  readonly message: string;
  readonly found?: unknown;
}

export function conditionProblems(condition: Condition): readonly ConditionProblem[] {
  const check = checks.get(condition.check);
  if (!check) return [{ path: [], message: `expected the name of a check (${checkNames.join(', ')})`, found: condition.check }];
  const problems: ConditionProblem[] = [];
  for (const [name, kind] of Object.entries(check.params)) {
    const found = condition.with[name];
    if (!fits(kind, found)) problems.push({ path: [name], message: `expected ${describe[kind]} for the check ${check.name}`, found });
  }
  for (const name of Object.keys(condition.with)) {
    if (!(name in check.params))
      problems.push({
        path: [name],
        message: `expected only ${Object.keys(check.params).join(', ')} for the check ${check.name}`,
        found: condition.with[name],
      });
  }
  return problems;
}

const describe: Readonly<Record<ParamKind, string>> = {
  reference: 'an image reference with a tag, such as web:1,',
  path: 'an absolute path',
  name: 'a name',
  number: 'a number',
  text: 'text',
  texts: 'a list of texts',
};

function fits(kind: ParamKind, value: unknown): boolean {
  switch (kind) {
    case 'number':
      return typeof value === 'number';
    case 'texts':
      return Array.isArray(value) && value.every((one) => typeof one === 'string');
    case 'path':
      return typeof value === 'string' && value.startsWith('/');
    case 'reference':
      return typeof value === 'string' && /:[\w][\w.-]*$/.test(value);
    default:
      return typeof value === 'string' && value !== '';
  }
}
