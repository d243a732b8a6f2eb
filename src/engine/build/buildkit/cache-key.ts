import { type CacheKey, sha256 } from '../../digest/index.ts';
import type { BuildCache, CacheRecord } from '../cache.ts';
import type { MissReason } from '../miss.ts';
import type { CopyAction, ExecMount, MkdirAction, Operation } from './vertex.ts';

/** What decides whether a step's result is known: the step itself, the result it stands on, and the content it takes. */
export interface KeyParts {
  readonly parent: CacheKey | undefined;
  readonly step: string;
  readonly env: readonly string[];
  /** Digests of what copies and mounts take, in order. */
  readonly content: readonly string[];
}

export const cacheKey = ({ parent, step, env, content }: KeyParts): CacheKey =>
  sha256(JSON.stringify([parent ?? '', step, env, content])) as CacheKey;

const baseName = (path: string): string => path.replace(/\/+$/, '').split('/').at(-1) ?? '';

/** A step as text, apart from its parent, its variables and the content it takes. */
export function stepText(operation: Extract<Operation, { kind: 'file' | 'exec' }>): string {
  if (operation.kind === 'file')
    return JSON.stringify([...operation.actions.map(actionText), ...(operation.epoch === undefined ? [] : [operation.epoch])]);
  const { args, cwd, user, network, extraHosts, mounts, script } = operation;
  return JSON.stringify([args, cwd, user, network, extraHosts, mounts.map(mountText), script ?? null]);
}

function actionText(action: CopyAction | MkdirAction): unknown {
  if (action.kind === 'mkdir') return ['mkdir', action.path, action.user];
  const { src, dest, chown, chmod, unpack, includes, excludes } = action;
  return ['copy', baseName(src), dest, chown, chmod ?? null, unpack, includes, excludes];
}

const mountText = ({ type, target, readOnly, id, sharing, env, uid, gid, mode, source, sizeLimit }: ExecMount): unknown => [
  type, target, readOnly, type === 'bind' ? '' : id, sharing, env ?? null, uid ?? null, gid ?? null, mode ?? null, type === 'bind' ? baseName(source) : '', sizeLimit,
]; // biome-ignore format: a row

/** Why a key is not known, told from the results that are. */
export function explainMiss(cache: BuildCache, parts: KeyParts, sources: ReadonlyMap<string, string>, description: string): MissReason {
  const records = [...cache.records.values()].reverse();
  const sameStep = records.filter((record) => record.step === parts.step);
  const here = sameStep.find((record) => record.parent === parts.parent);
  if (here !== undefined) {
    const names = changedNames(here.env, parts.env);
    if (names.length > 0) return { kind: 'environment', names };
    const changed = changedPaths(here, sources);
    if (changed.length > 0) return { kind: 'files', changed };
  }
  if (sameStep.length > 0 && here === undefined) return { kind: 'parent-changed' };
  const before = records.find((record) => record.parent === parts.parent && verb(record.description) === verb(description));
  if (before !== undefined && before.description !== description)
    return { kind: 'instruction-changed', before: before.description, now: description };
  return { kind: 'first-build' };
}

const verb = (description: string): string => description.split(' ', 1)[0]!;

function changedNames(before: readonly string[], now: readonly string[]): string[] {
  const old = new Set(before);
  const fresh = new Set(now);
  const different = [...now.filter((item) => !old.has(item)), ...before.filter((item) => !fresh.has(item))];
  return [...new Set(different.map((item) => item.split('=', 1)[0]!))];
}

function changedPaths(record: CacheRecord, sources: ReadonlyMap<string, string>): string[] {
  const changed: string[] = [];
  for (const [path, digest] of sources) if (record.sources.get(path) !== digest) changed.push(path);
  for (const path of record.sources.keys()) if (!sources.has(path)) changed.push(path);
  return changed;
}
