// diff: differences between files and between directories, in unified form.
// Knows lines and how they are compared; refuses to know how differences are applied (patch).
// Status 0: no differences; 1: some; 2: an argument that cannot be looked at.
import { type Stat, type Step, SysError } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { numberArgument } from '../number-argument.ts';
import { compareAndReport, compareTrees, type TreeOptions } from './compare-trees.ts';

const LONG = {
  'ignore-space-change': { as: 'b' },
  'ignore-blank-lines': { as: 'B' },
  minimal: { as: 'd' },
  'expand-tabs': { as: 't' },
  'ignore-case': { as: 'i' },
  'initial-tab': { as: 'T' },
  'new-file': { as: 'N' },
  'ignore-all-space': { as: 'w' },
  text: { as: 'a' },
  brief: { as: 'q' },
  'report-identical-files': { as: 's' },
  'show-c-function': { as: 'p' },
  recursive: { as: 'r' },
  'starting-file': { as: 'S', arg: 'required' },
  unified: { as: 'U', arg: 'optional' },
  label: { as: 'L', arg: 'required' },
} as const;

/** diff: compares two files or directories. */
export const diff: Applet = function* (a) {
  const given = a.options('abdiL:NqrsS:tTU:wupBE', { long: LONG, min: 2, max: 2 });
  const context = given.value('U');
  const options: TreeOptions = {
    text: given.has('a'),
    blanks: given.has('w') ? 'none' : given.has('b') ? 'amount' : 'exact',
    skipBlankLines: given.has('B'),
    thorough: given.has('d'),
    ignoreCase: given.has('i'),
    brief: given.has('q'),
    tabPrefix: given.has('T'),
    expandTabs: given.has('t'),
    context: context === undefined || context === '' ? 3 : numberArgument(a, context, { max: 0x7fff_ffff }),
    labels: given.values('L').slice(0, 2),
    recurse: given.has('r'),
    absentIsEmpty: given.has('N'),
    reportSame: given.has('s'),
    start: given.value('S') ?? '',
  };
  const files = given.rest.slice(0, 2) as [string, string];
  const stats = files.map((file) => (file === '-' ? undefined : statOf(a, file, 2, options.absentIsEmpty)));
  return (yield* compare(a, files, stats, options)) ? 1 : 0;
};

function statOf(a: Call, file: string, status: number, mayBeAbsent: boolean): Stat | undefined {
  try {
    return a.p.fs.stat(file);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (mayBeAbsent) return undefined;
    return a.die(`can't stat '${file}': ${error.message}`, status);
  }
}

function* compare(a: Call, files: readonly [string, string], stats: readonly (Stat | undefined)[], options: TreeOptions): Step<boolean> {
  const [first, second] = stats;
  const isDir = stats.map((stat) => stat?.kind === 'dir');
  if (files.includes('-') && isDir.includes(true)) a.die("can't compare stdin to a directory", 1);
  if (first !== undefined && second !== undefined && first.ino === second.ino && first.dev === second.dev) return false;
  if (isDir[0] && isDir[1]) return yield* compareTrees(a, files, options);
  const paths: [string, string] = [...files];
  for (const side of [0, 1] as const) {
    if (!isDir[side]) continue;
    const name = files[1 - side]!.replace(/\/+$/, '').split('/').at(-1)!;
    paths[side] = `${files[side].replace(/\/+$/, '')}/${name}`;
    statOf(a, paths[side], 1, false);
  }
  const missing = ([0, 1] as const).map((side) => files[side] !== '-' && stats[side] === undefined) as [boolean, boolean];
  return yield* compareAndReport(a, paths, missing, paths, options);
}
