// A point of a build, looked at: its config, its files, and what the step did to both.
import type { StepTrace } from '../../../engine/build/index.ts';
import { diff } from '../../../engine/layer/index.ts';
import { type Inode, readBody, resolvePath, type Tree } from '../../../engine/tree/index.ts';
import type { BuildQueries, PointEntry, PointView } from '../../session/queries/build.ts';
import { Refusal } from '../../session/refusal/index.ts';
import type { ChangeView } from '../../session/view/index.ts';
import { decodeText } from '../content.ts';
import { kindOf } from '../view/index.ts';

type After = NonNullable<StepTrace['after']>;

/** Most changes told of one step, and entries of one directory. */
const SHOWN = 300;
/** Most bytes of a file that are shown. */
const READ = 64 * 1024;

export function pointView(now: After, before: After | undefined): PointView {
  const changes = changesBetween(before?.tree, now.tree);
  const was = new Map(configRows(before));
  const hadEnv = new Set(before?.env ?? []);
  return {
    config: configRows(now).map(([name, value]) => ({ name, value, changed: before !== undefined && was.get(name) !== value })),
    env: now.env.map((text) => ({ text, changed: before !== undefined && !hadEnv.has(text) })),
    workdir: now.workdir,
    user: now.user,
    changes: changes.slice(0, SHOWN),
    moreChanges: Math.max(0, changes.length - SHOWN),
  };
}

/** Fields of the config but the variables, which are told apart. */
function configRows(after: After | undefined): [string, string][] {
  return Object.entries(after?.config ?? {})
    .filter(([name, value]) => name !== 'Env' && name !== 'ArgsEscaped' && name !== 'Image' && value !== undefined && value !== '')
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(isSet(value) ? Object.keys(value) : value)]);
}

const isSet = (value: unknown): value is Record<string, object> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((one) => typeof one === 'object' && one !== null && Object.keys(one).length === 0);

/** What lies between two trees, as a layer would hold it; directories that were only touched are left out. */
export function changesBetween(before: Tree | undefined, now: Tree): ChangeView[] {
  if (before === undefined) return [];
  const changes = diff(before, now);
  return changes.flatMap((change): ChangeView[] => {
    if (change.kind === 'deleted') return [{ kind: 'D', path: change.path, entryKind: 'whiteout' }];
    const { inode, path } = change;
    if (change.kind === 'modified' && inode.kind === 'dir' && sameDir(before.at(path), inode)) return [];
    const size = inode.kind === 'file' ? { size: inode.body.size } : {};
    return [{ kind: change.kind === 'added' ? 'A' : 'C', path, entryKind: kindOf(inode.kind), ...size }];
  });
}

const sameDir = (old: Inode | undefined, now: Inode): boolean =>
  old?.kind === 'dir' && old.mode === now.mode && old.uid === now.uid && old.gid === now.gid;

export function entriesAt(tree: Tree, before: Tree | undefined, path: string): PointEntry[] {
  const dir = resolvePath(tree, path)?.inode;
  if (dir?.kind !== 'dir') throw new Refusal('build.at.dir', { path });
  const changed = new Map(changesBetween(before, tree).map((change) => [change.path, change.kind]));
  const prefix = path === '/' ? '' : path;
  return tree
    .names(dir.ino)
    .slice(0, SHOWN * 4)
    .flatMap((name) => {
      const inode = tree.child(dir.ino, name);
      if (inode === undefined) return [];
      const full = `${prefix}/${name}`;
      const own = changed.get(full);
      const change =
        own === 'A' || own === 'C' ? own : [...changed.keys()].some((one) => one.startsWith(`${full}/`)) ? ('below' as const) : undefined;
      return [{ ...entryOf(name, inode), ...(change === undefined ? {} : { change }) }];
    });
}

function entryOf(name: string, inode: Inode): PointEntry {
  const kind = inode.kind === 'file' || inode.kind === 'dir' || inode.kind === 'symlink' ? inode.kind : 'other';
  return {
    name,
    kind,
    size: inode.kind === 'file' ? inode.body.size : 0,
    mode: modeText(inode.mode),
    ...(inode.kind === 'symlink' ? { target: inode.target } : {}),
  };
}

function modeText(mode: number): string {
  const triple = (bits: number, special: boolean, letter: string): string =>
    `${bits & 4 ? 'r' : '-'}${bits & 2 ? 'w' : '-'}${special ? (bits & 1 ? letter : letter.toUpperCase()) : bits & 1 ? 'x' : '-'}`;
  return (
    triple(mode >> 6, (mode & 0o4000) !== 0, 's') + triple(mode >> 3, (mode & 0o2000) !== 0, 's') + triple(mode, (mode & 0o1000) !== 0, 't')
  );
}

export function fileAt(tree: Tree, path: string): BuildQueries['build.file']['answer'] {
  const inode = resolvePath(tree, path)?.inode;
  if (inode?.kind !== 'file') throw new Refusal('build.at.file', { path });
  const { size } = inode.body;
  const cut = size > READ;
  const bytes = cut ? readBody(inode.body).subarray(0, READ) : readBody(inode.body);
  const text = decodeText(bytes, cut);
  return text === undefined ? { size, cut } : { size, cut, text };
}
