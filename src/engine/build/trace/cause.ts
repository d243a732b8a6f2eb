import type { BuildCache } from '../cache.ts';
import type { MissReason } from '../miss.ts';
import type { BuildTrace, Cause, FileDifference, FileFacts, VariableDifference } from './trace.ts';

/** Most files that a cause names. */
const NAMED = 20;

/** What a step is made of, as far as its cause is told from it. */
interface Inputs {
  readonly env: readonly string[];
  readonly sources: ReadonlyMap<string, string>;
}

/** A miss of BuildKit's with the inputs themselves: `step` and `parent` are those of its cache key. */
export function causeOf(
  reason: MissReason,
  cache: BuildCache,
  step: Inputs & { readonly step: string; readonly parent: string | undefined },
): Cause {
  if (reason.kind !== 'files' && reason.kind !== 'environment') return reason;
  const before = [...cache.records.values()].findLast((record) => record.step === step.step && record.parent === step.parent);
  if (reason.kind === 'files') return filesCause(before?.sources, step.sources);
  return { kind: 'environment', variables: variables(reason.names, before?.env ?? [], step.env) };
}

/** A miss of the classic builder: it keeps only checksums, so the files are told from the last build that took them. */
export function classicCause(reason: MissReason, builds: readonly BuildTrace[], step: Inputs & { readonly text: string }): Cause {
  if (reason.kind === 'files') return filesCause(lastSources(builds, step.text), step.sources);
  if (reason.kind === 'environment') return { kind: 'environment', variables: variables(reason.names, [], step.env) };
  return reason;
}

/** What the same instruction took when it was last done. */
function lastSources(builds: readonly BuildTrace[], text: string): ReadonlyMap<string, string> | undefined {
  for (const build of [...builds].reverse())
    for (const stage of build.stages) {
      const step = stage.steps.find((one) => one.text === text && one.sources !== undefined);
      if (step !== undefined) return step.sources;
    }
  return undefined;
}

function filesCause(before: ReadonlyMap<string, string> | undefined, now: ReadonlyMap<string, string>): Cause {
  if (before === undefined) return { kind: 'files', files: [], more: 0 };
  const files: FileDifference[] = [];
  for (const [path, text] of now) {
    const old = before.get(path);
    if (old !== text) files.push({ path, ...(old === undefined ? {} : { before: factsOf(old) }), now: factsOf(text) });
  }
  for (const [path, text] of before) if (!now.has(path)) files.push({ path, before: factsOf(text) });
  return { kind: 'files', files: files.slice(0, NAMED), more: Math.max(0, files.length - NAMED) };
}

/** Reads a content line. */
function factsOf(line: string): FileFacts {
  const [kind = '', ...rest] = line.split(' ');
  if (kind === 'symlink') return { kind, mode: 0o777, target: rest.slice(2).join(' ') };
  const [mode, , , size, digest] = rest;
  return { kind, mode: Number(mode), ...(kind === 'file' ? { size: Number(size), digest: digest ?? '' } : {}) };
}

function variables(names: readonly string[], before: readonly string[], now: readonly string[]): VariableDifference[] {
  const value = (list: readonly string[], name: string): string | undefined =>
    list.find((item) => item.split('=', 1)[0] === name)?.slice(name.length + 1);
  return names.map((name) => {
    const old = value(before, name);
    const fresh = value(now, name);
    return { name, ...(old === undefined ? {} : { before: old }), ...(fresh === undefined ? {} : { now: fresh }) };
  });
}
