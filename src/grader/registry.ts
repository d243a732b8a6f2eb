// Every check by its name: dots and underscores of the course plan (`layers.common_prefix`) are hyphens here.
import type { Check, CheckDoc } from './check.ts';
import { buildChecks } from './checks/build/index.ts';
import { commandChecks } from './checks/command/index.ts';
import { containerChecks } from './checks/container/index.ts';
import { hostChecks } from './checks/host/index.ts';
import { imageChecks } from './checks/image/index.ts';
import { registryChecks } from './checks/registry/index.ts';
import { runChecks } from './checks/run/index.ts';
import { volumeChecks } from './checks/volume/index.ts';
import type { Condition } from './finding.ts';
import { describe, everywhere, fits, plainKind, type Spec } from './params.ts';

/** By the area of the authoring guide they stand in. */
const groups: Readonly<Record<CheckGroup, readonly Check[]>> = {
  image: imageChecks,
  container: containerChecks,
  run: runChecks,
  command: commandChecks,
  volume: volumeChecks,
  registry: registryChecks,
  build: buildChecks,
  host: hostChecks,
};
export type CheckGroup = 'image' | 'container' | 'run' | 'command' | 'volume' | 'registry' | 'build' | 'host';

const checks: ReadonlyMap<string, Check> = new Map(
  Object.values(groups)
    .flat()
    .map((check) => [check.name, check]),
);

/** What the authoring guide says of every check, in its order. Every check takes `machine` as well. */
export const checkDocs: readonly (CheckDoc & { readonly name: string; readonly group: CheckGroup; readonly params: Spec })[] = (
  Object.keys(groups) as CheckGroup[]
).flatMap((group) => groups[group].map(({ name, params, about, example }) => ({ group, name, params, about, example })));

export const checkNames: readonly string[] = [...checks.keys()];

export function findCheck(name: string): Check | undefined {
  return checks.get(name);
}

const specOf = (check: Check): Spec => ({ ...everywhere, ...check.params });

/** The kind of a check's parameter, whether it may be left out or not; undefined for an unknown one. */
export function paramKind(check: string, name: string): string | undefined {
  const found = checks.get(check);
  const kind = found && specOf(found)[name];
  return kind && plainKind(kind);
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
  const spec = specOf(check);
  const problems: ConditionProblem[] = [];
  for (const [name, kind] of Object.entries(spec)) {
    const found = condition.with[name];
    if (!fits(kind, found)) problems.push({ path: [name], message: `expected ${describe(kind)} for the check ${check.name}`, found });
  }
  for (const name of Object.keys(condition.with)) {
    if (!(name in spec))
      problems.push({
        path: [name],
        message: `expected only ${Object.keys(spec).join(', ')} for the check ${check.name}`,
        found: condition.with[name],
      });
  }
  return problems;
}
