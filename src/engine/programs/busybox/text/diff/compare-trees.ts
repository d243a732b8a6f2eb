import { type Stat, type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { compareFiles, type DiffOptions } from './compare-files.ts';

export interface TreeOptions extends DiffOptions {
  readonly recurse: boolean;
  /** -N: a file that is missing is empty. */
  readonly absentIsEmpty: boolean;
  readonly reportSame: boolean;
  /** -S: names before this are passed over. */
  readonly start: string;
}

const MAX_DEPTH = 200;
const join = (dir: string, name: string): string => (dir.endsWith('/') ? `${dir}${name}` : `${dir}/${name}`);

function statOrNothing(a: Call, path: string): Stat | undefined {
  try {
    return a.p.fs.stat(path);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return undefined;
  }
}

/** Compares two directories; true when they differ. */
export function* compareTrees(a: Call, roots: readonly [string, string], options: TreeOptions): Step<boolean> {
  let differ = false;
  const lists: string[][] = [];
  for (const side of [0, 1] as const) {
    const names: string[] = [];
    const skipped = yield* collect(a, roots[side], roots[1 - side]!, '', options, names, 0);
    differ ||= skipped;
    lists.push(names.sort().filter((name) => name >= options.start));
  }
  const [left, right] = lists as [string[], string[]];
  for (let i = 0, j = 0; i < left.length || j < right.length; ) {
    if (a.p.tick()) yield TURN;
    const [x, y] = [left[i], right[j]];
    const order = x === undefined ? 1 : y === undefined ? -1 : x < y ? -1 : x > y ? 1 : 0;
    const name = order > 0 ? y! : x!;
    if (order <= 0) i++;
    if (order >= 0) j++;
    if (order !== 0 && !options.absentIsEmpty) {
      yield* a.line(`Only in ${roots[order > 0 ? 1 : 0]}: ${name}`);
      differ = true;
    } else if (yield* comparePair(a, [join(roots[0], name), join(roots[1], name)], order, options)) differ = true;
  }
  return differ;
}

/** Names below a directory: files at every depth with -r, else everything in it. True when a directory was left out. */
function* collect(
  a: Call,
  root: string,
  other: string,
  below: string,
  options: TreeOptions,
  names: string[],
  depth: number,
): Step<boolean> {
  let skipped = false;
  if (depth > MAX_DEPTH) return skipped;
  for (const name of a.p.fs.readdir(below === '' ? root : join(root, below))) {
    if (a.p.tick()) yield TURN;
    const path = below === '' ? name : `${below}/${name}`;
    const isDir = statOrNothing(a, join(root, path))?.kind === 'dir';
    if (!isDir || !options.recurse) names.push(path);
    else if (!options.absentIsEmpty && statOrNothing(a, join(other, path))?.kind !== 'dir') skipped = true;
    else if (yield* collect(a, root, other, path, options, names, depth + 1)) skipped = true;
  }
  return skipped;
}

function* comparePair(a: Call, paths: readonly [string, string], order: number, options: TreeOptions): Step<boolean> {
  const stats = paths.map((path) => statOrNothing(a, path)?.kind);
  if (order !== 0) stats[order > 0 ? 0 : 1] = stats[order > 0 ? 1 : 0];
  const [first, second] = stats;
  if (first === 'dir' && second === 'dir') {
    yield* a.line(`Common subdirectories: ${paths[0]} and ${paths[1]}`);
    return false;
  }
  for (const side of [0, 1] as const)
    if (stats[side] !== 'file' && stats[side] !== 'dir') {
      yield* a.line(`File ${paths[side]} is not a regular file or directory and was skipped`);
      return false;
    }
  if (first !== second) {
    const kind = (which: string | undefined): string => (which === 'dir' ? 'directory' : 'regular file');
    yield* a.line(`File ${paths[0]} is a ${kind(first)} while file ${paths[1]} is a ${kind(second)}`);
    return true;
  }
  const missing: [boolean, boolean] = [order > 0, order < 0];
  const shown: [string, string] = [missing[0] ? '/dev/null' : paths[0], missing[1] ? '/dev/null' : paths[1]];
  return yield* compareAndReport(a, shown, missing, paths, options);
}

/** Compares two files and says what -q and -s want said; true when they differ. */
export function* compareAndReport(
  a: Call,
  paths: readonly [string, string],
  missing: readonly [boolean, boolean],
  named: readonly [string, string],
  options: TreeOptions,
): Step<boolean> {
  const verdict = yield* compareFiles(a, paths, missing, options);
  if (verdict === 'differ') yield* a.line(`Files ${named[0]} and ${named[1]} differ`);
  if (verdict === 'same' && options.reportSame) yield* a.line(`Files ${named[0]} and ${named[1]} are identical`);
  return verdict !== 'same';
}
