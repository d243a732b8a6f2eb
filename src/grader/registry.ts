// Every check by its name: dots and underscores of the course plan (`layers.common_prefix`) are hyphens here.
import type { Check, ParamKind } from './check.ts';
import { configEquals } from './checks/config-equals.ts';
import { containerState } from './checks/container-state.ts';
import { danglingCount } from './checks/dangling-count.ts';
import { differentId } from './checks/different-id.ts';
import { fsAbsent } from './checks/fs-absent.ts';
import { fsContent } from './checks/fs-content.ts';
import { fsHas } from './checks/fs-has.ts';
import { historyContains } from './checks/history-contains.ts';
import { historyRows } from './checks/history-rows.ts';
import { imageCount } from './checks/image-count.ts';
import { imageExists } from './checks/image-exists.ts';
import { layerHas } from './checks/layer-has.ts';
import { layerWhiteout } from './checks/layer-whiteout.ts';
import { layersAdded } from './checks/layers-added.ts';
import { layersCommonPrefix } from './checks/layers-common-prefix.ts';
import { layersCount } from './checks/layers-count.ts';
import { layersOnBase } from './checks/layers-on-base.ts';
import { sameId } from './checks/same-id.ts';
import { uniqueSize } from './checks/unique-size.ts';
import type { Condition } from './finding.ts';

const checks: ReadonlyMap<string, Check> = new Map(
  [
    configEquals,
    containerState,
    danglingCount,
    differentId,
    fsAbsent,
    fsContent,
    fsHas,
    historyContains,
    historyRows,
    imageCount,
    imageExists,
    layerHas,
    layerWhiteout,
    layersAdded,
    layersCommonPrefix,
    layersCount,
    layersOnBase,
    sameId,
    uniqueSize,
  ].map((check) => [check.name, check]),
);

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
