import { type Dockerfile, environmentOfMap, expandWord, type LineRange, parseMount } from '../../dockerfile/index.ts';
import { linuxAmd64 } from '../../platform/index.ts';
import { SolveError } from './error.ts';
import { globalArgs } from './global-args.ts';
import type { StageState } from './stage-state.ts';
import { Stages } from './stages.ts';

export interface OutlineArg {
  readonly name: string;
  readonly value: string | undefined;
  readonly description: string;
  readonly lines: LineRange;
}

export interface OutlineSecret {
  readonly name: string;
  readonly required: boolean;
  readonly lines: LineRange;
}

/** What a target can be given. Source: buildkit frontend/dockerfile/dockerfile2llb/outline.go. */
export interface Outline {
  readonly name: string;
  readonly description: string;
  readonly args: readonly OutlineArg[];
  readonly secrets: readonly OutlineSecret[];
  readonly ssh: readonly OutlineSecret[];
}

/** Names that a word takes the value of. */
const namesIn = (word: string): string[] => [...word.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name = '']) => name);

/** The build args, secrets and keys that a target and what it is built from ask for, in the order of their lines. Throws SolveError. */
export function outlineOf(file: Dockerfile, target: string, buildArgs: ReadonlyMap<string, string>): Outline {
  const last = file.stages.at(-1);
  const global = globalArgs(file, buildArgs, linuxAmd64, target || (last?.from.stage ?? ''));
  const expand = (word: string, known: ReadonlyMap<string, string>): string =>
    expandWord(word, environmentOfMap(known), { escapeToken: file.escapeToken }).text;
  const stages = new Stages(
    file.stages,
    file.stages.map(({ from }) => expand(from.base, global)),
  );
  const chosen = stages.target(target);
  if (chosen === undefined) throw new SolveError(`target stage "${target}" could not be found`);
  const reached = stages.reachable(chosen);
  const meta = new Map<string, OutlineArg>();
  const deps = new Map<string, string[]>();
  for (const { args, lines } of file.metaArgs)
    for (const { key, value, comment } of args) {
      meta.set(key, { name: key, value: global.get(key) ?? value, description: comment, lines });
      deps.set(key, namesIn(value ?? ''));
    }
  const found = new Map<string, OutlineArg>();
  const use = (name: string): void => {
    const arg = meta.get(name);
    if (arg === undefined || found.has(name)) return;
    found.set(name, arg);
    for (const dep of deps.get(name) ?? []) use(dep);
  };
  const secrets = new Map<string, OutlineSecret>();
  const ssh = new Map<string, OutlineSecret>();
  for (const [i, { from, instructions }] of file.stages.entries()) {
    const state: StageState | undefined = stages.all[i];
    if (state === undefined || !reached.has(state)) continue;
    for (const name of [...namesIn(from.base), ...namesIn(from.platform)]) use(name);
    const known = new Map<string, string>();
    for (const instruction of instructions) {
      if (instruction.kind === 'ARG') {
        for (const { key, value, comment } of instruction.args) {
          if (value === undefined && meta.has(key)) use(key);
          else {
            const given = buildArgs.get(key) ?? (value === undefined ? undefined : expand(value, known));
            if (!found.has(key)) found.set(key, { name: key, value: given, description: comment, lines: instruction.lines });
            if (given !== undefined) known.set(key, given);
          }
        }
      } else if (instruction.kind === 'RUN') {
        for (const text of instruction.mounts) {
          const mount = parseMount(text, (word) => expand(word, known));
          if (mount.type !== 'secret' && mount.type !== 'ssh') continue;
          const into = mount.type === 'ssh' ? ssh : secrets;
          const id = mount.id || (mount.type === 'ssh' ? 'default' : (mount.target.split('/').at(-1) ?? ''));
          if (!into.has(id)) into.set(id, { name: id, required: mount.required, lines: instruction.lines });
        }
      }
    }
  }
  const stage = file.stages[stages.all.indexOf(chosen)];
  const byLine = <T extends { readonly lines: LineRange }>(items: Iterable<T>): T[] =>
    [...items].sort((a, b) => a.lines.start - b.lines.start);
  return {
    name: stage?.from.stage ?? '',
    description: stage?.from.comment ?? '',
    args: byLine(found.values()),
    secrets: byLine(secrets.values()),
    ssh: byLine(ssh.values()),
  };
}
