// The rows of the file tree: the home's entries, then the whole machine. Pure.
import type { TreeEntry } from '../../session/queries/editor.ts';
import { join, nameOf, parentOf } from './paths.ts';

export interface Row {
  readonly kind: 'entry' | 'empty' | 'more';
  readonly path: string;
  readonly name: string;
  /** From 1. */
  readonly level: number;
  readonly entry: TreeEntry;
  /** Undefined for what cannot be opened as a folder. */
  readonly expanded: boolean | undefined;
  /** Which of how many of its folder, from 1. */
  readonly position: number;
  readonly size: number;
  /** Entries that a `more` row stands for. */
  readonly rest?: number;
}

/** Entries by folder; a folder that was not read yet is missing. */
export type Listings = ReadonlyMap<string, readonly TreeEntry[]>;

/** Rows of one folder that are shown at first. */
export const FIRST = 200;

interface TreeState {
  readonly home: string;
  readonly listings: Listings;
  readonly open: ReadonlySet<string>;
  /** Folders whose rows are all shown. */
  readonly whole?: ReadonlySet<string>;
  /** Paths that are about to be deleted. */
  readonly leaving?: ReadonlySet<string>;
}

const rank = ({ kind, leads }: TreeEntry): number => (kind === 'dir' || leads === 'dir' ? 0 : 1);

/** Folders first, then by name as people look for it: without case, dots in front do not count. */
export function inOrder(entries: readonly TreeEntry[]): readonly TreeEntry[] {
  const key = ({ name }: TreeEntry): string => name.replace(/^\.+/, '').toLowerCase();
  return [...entries].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    return rank(a) - rank(b) || (x < y ? -1 : x > y ? 1 : a.name < b.name ? -1 : 1);
  });
}

export const isFolder = ({ kind, leads }: TreeEntry): boolean => kind === 'dir' || leads === 'dir';

const root: TreeEntry = { name: '/', kind: 'dir', size: 0, mode: 0o755, mtime: 0 };

export function rowsOf(state: TreeState): readonly Row[] {
  const { home, listings, open, whole, leaving } = state;
  const rows: Row[] = [];
  const folder = (dir: string, level: number, also = 0): void => {
    const all = inOrder(listings.get(dir) ?? []).filter(({ name }) => !leaving?.has(join(dir, name)));
    const shown = whole?.has(dir) || all.length <= FIRST + 20 ? all : all.slice(0, FIRST);
    shown.forEach((entry, i) => {
      const path = join(dir, entry.name);
      const expanded = isFolder(entry) ? open.has(path) : undefined;
      rows.push({ kind: 'entry', path, name: entry.name, level, entry, expanded, position: i + 1, size: all.length + also });
      if (expanded) folder(path, level + 1);
    });
    const rest = all.length - shown.length;
    const note = { path: dir, name: '', level, entry: root, expanded: undefined, position: all.length, size: all.length };
    if (rest > 0) rows.push({ ...note, kind: 'more', rest });
    if (all.length === 0 && listings.has(dir) && level > 1) rows.push({ ...note, kind: 'empty', position: 1, size: 1 });
  };
  folder(home, 1, 1);
  const count = (listings.get(home)?.length ?? 0) + 1;
  const isOpen = open.has('/');
  rows.push({ kind: 'entry', path: '/', name: '/', level: 1, entry: root, expanded: isOpen, position: count, size: count });
  if (isOpen) folder('/', 2);
  return rows;
}

/** The row of a path: below the home it is found there, not a second time below the root. */
export const rowOf = (rows: readonly Row[], path: string | undefined): Row | undefined =>
  rows.find((row) => row.kind === 'entry' && row.path === path);

/** Folders to open so that a path has a row. */
export function toReveal(path: string, home: string): readonly string[] {
  const above: string[] = [];
  for (let dir = path; ; ) {
    const parent = dir.replace(/\/[^/]*$/, '') || '/';
    if (parent === home || dir === '/') break;
    above.unshift(parent);
    dir = parent;
  }
  return above;
}

export type Mark = 'A' | 'C';

/** What a command has added or changed, of folders that were listed before. */
export function marksBetween(before: Listings, after: Listings): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const [dir, entries] of after) {
    const old = before.get(dir);
    if (old === undefined) continue;
    const known = new Map(old.map((entry) => [entry.name, entry]));
    for (const entry of entries) {
      const was = known.get(entry.name);
      if (was === undefined) marks.set(join(dir, entry.name), 'A');
      else if (entry.kind !== 'dir' && (was.size !== entry.size || was.mtime !== entry.mtime || was.kind !== entry.kind))
        marks.set(join(dir, entry.name), 'C');
    }
  }
  return marks;
}

/** The next row whose name begins with what was typed, from the one behind `from` around. */
export function typeAhead(rows: readonly Row[], from: string | undefined, typed: string): Row | undefined {
  const entries = rows.filter(({ kind }) => kind === 'entry');
  const at = entries.findIndex(({ path }) => path === from);
  const again = new Set(typed).size === 1;
  const wanted = (again ? typed.slice(0, 1) : typed).toLowerCase();
  const start = typed.length === 1 || again ? at + 1 : Math.max(at, 0);
  const around = [...entries.slice(start), ...entries.slice(0, start)];
  return around.find(({ path, name }) =>
    (path === '/' ? name : nameOf(path)).toLowerCase().replace(/^\./, '').startsWith(wanted.replace(/^\./, '')),
  );
}

/** What a machine has when it begins: `files` and `bytes` by path, absolute or from the directory where the terminal is. */
export function startListings(cwd: string, files: Readonly<Record<string, string>>, bytes: Readonly<Record<string, number>>): Listings {
  const found = new Map<string, Map<string, TreeEntry>>();
  const put = (path: string, entry: Omit<TreeEntry, 'name'>): void => {
    if (path === '/') return;
    const parent = parentOf(path);
    put(parent, { kind: 'dir', size: 0, mode: 0o755, mtime: 0 });
    const entries = found.get(parent) ?? new Map<string, TreeEntry>();
    if (!entries.has(nameOf(path))) entries.set(nameOf(path), { ...entry, name: nameOf(path) });
    found.set(parent, entries);
  };
  const absolute = (path: string): string => (path.startsWith('/') ? path : join(cwd, path));
  put(cwd, { kind: 'dir', size: 0, mode: 0o755, mtime: 0 });
  for (const [path, text] of Object.entries(files))
    put(absolute(path), { kind: 'file', size: new TextEncoder().encode(text).length, mode: 0o644, mtime: 0 });
  for (const [path, size] of Object.entries(bytes)) put(absolute(path), { kind: 'file', size, mode: 0o644, mtime: 0 });
  return new Map([...found].map(([dir, entries]) => [dir, [...entries.values()]]));
}
