// One cell of the matrix: argv word by word, what came of it, and which facts explain it. Pure data; words are in text.ts.
import { type Assembly, assemble } from '../run/argv.ts';
import type { Combination, Tried } from '../session/queries/matrix.ts';

/** Facts about a combination, in the order in which they explain it. */
export type Fact =
  | 'nothing'
  | 'cmd-alone'
  | 'cmd-alone-shell'
  | 'entrypoint-alone'
  | 'entrypoint-alone-shell'
  | 'joined'
  | 'joined-shell-cmd'
  | 'shell-loses'
  | 'shell-reads'
  | 'parent-inherited'
  | 'parent-reset'
  | 'args-replace'
  | 'flag-replaces'
  | 'flag-drops-cmd'
  | 'stop-handled'
  | 'stop-ended'
  | 'stop-unheard'
  | 'stop-ignored'
  | 'not-found'
  | 'exec-became-shell';

export interface Cell {
  readonly combination: Combination;
  readonly tried: Tried;
  readonly argv: Assembly;
  readonly facts: readonly Fact[];
}

export function cellOf(combination: Combination, tried: Tried): Cell {
  const argv = assemble(tried.own, tried.image, tried.shell);
  return { combination, tried, argv, facts: factsOf(combination, tried, argv) };
}

function factsOf({ parentCmd, entrypoint, cmd, args, flag }: Combination, tried: Tried, argv: Assembly): Fact[] {
  if (tried.error !== undefined && tried.argv.length === 0)
    return tried.error.at === 'run' ? ['nothing', ...parentFacts(parentCmd, entrypoint)] : [];
  const facts: Fact[] = [];
  if ([entrypoint, cmd].some((value) => value?.startsWith('[')) && [argv.entrypoint, argv.cmd].some(meantAsExec))
    facts.push('exec-became-shell');
  if (flag !== undefined)
    facts.push(
      'flag-replaces',
      ...(argv.dropped.some(({ of, why }) => of === 'cmd' && why === 'flag') ? (['flag-drops-cmd'] as const) : []),
    );
  if (args !== undefined) facts.push('args-replace');
  facts.push(...parentFacts(parentCmd, entrypoint));
  if (flag === undefined) facts.push(...joinedFacts(argv));
  if (tried.exitCode === 127 || tried.error?.exitCode === 127) facts.push('not-found');
  if (tried.stop) facts.push(`stop-${tried.stop.outcome}`);
  return facts;
}

/** A list that was begun with a bracket and taken for a shell's words: the JSON in it is wrong. */
const meantAsExec = (part: Assembly['entrypoint']): boolean => part?.form === 'shell' && (part.words.at(-1) ?? '').startsWith('[');

const parentFacts = (parentCmd: string | undefined, entrypoint: string | undefined): Fact[] =>
  parentCmd === undefined ? [] : [entrypoint === undefined ? 'parent-inherited' : 'parent-reset'];

function joinedFacts({ words, entrypoint, cmd }: Assembly): Fact[] {
  if (entrypoint === undefined) return [cmd?.form === 'shell' ? 'cmd-alone-shell' : 'cmd-alone'];
  if (cmd === undefined) return [entrypoint.form === 'shell' ? 'entrypoint-alone-shell' : 'entrypoint-alone'];
  if (entrypoint.form === 'shell') return [words.some(({ lost }) => lost) ? 'shell-loses' : 'shell-reads'];
  return [cmd.form === 'shell' ? 'joined-shell-cmd' : 'joined'];
}
