// Entries of a layer as a tree of directories, and the rows of it that are to be seen.
import type { ChangeView } from '../session/view/index.ts';

export interface FileNode {
  /** Name, with the directories above that hold nothing else: `usr/share/doc`. */
  readonly name: string;
  readonly path: string;
  /** What the layer does to it; absent for directories that only lead somewhere. */
  readonly change?: ChangeView;
  readonly children: readonly FileNode[];
  /** Entries and bytes below and with it. */
  readonly entries: number;
  readonly size: number;
  /** Of everything below: A only added, else mixed; tells the mark of a folded directory. */
  readonly kinds: string;
}

export interface FileRow {
  readonly node: FileNode;
  /** 1 for the first level below the layer. */
  readonly depth: number;
  readonly open: boolean;
  readonly position: number;
  readonly siblings: number;
}

interface Making {
  name: string;
  path: string;
  change?: ChangeView;
  children: Map<string, Making>;
}

/** At most so many entries stand as a plain list of whole paths. */
export const LIST = 12;
/** A tree of at most so many rows stands open. */
const OPEN = 16;

export const isList = (changes: readonly ChangeView[], more: number): boolean => more === 0 && changes.length <= LIST;

export function listRows(changes: readonly ChangeView[]): readonly FileRow[] {
  return changes.map((change, index) => ({
    node: {
      name: change.path,
      path: change.path,
      change,
      children: [],
      entries: 1,
      size: change.size ?? 0,
      kinds: change.kind,
    },
    depth: 1,
    open: false,
    position: index + 1,
    siblings: changes.length,
  }));
}

export function fileTree(changes: readonly ChangeView[]): readonly FileNode[] {
  const root: Making = { name: '', path: '', children: new Map() };
  for (const change of changes) {
    let at = root;
    const parts = change.path.split('/');
    for (let index = 1; index < parts.length; index++) {
      const name = parts[index] ?? '';
      if (name === '') continue;
      let next = at.children.get(name);
      if (next === undefined) {
        next = { name, path: `${at.path}/${name}`, children: new Map() };
        at.children.set(name, next);
      }
      at = next;
    }
    // A directory that is made opaque and listed as changed is one row: the opaque mark says more.
    if (at.change?.entryKind !== 'opaque') at.change = change;
  }
  return finish(root).children;
}

function finish(made: Making): FileNode {
  let node = made;
  let name = made.name;
  // Directories that lead only to one other are one row with it.
  while (node.path !== '' && node.change === undefined && node.children.size === 1) {
    const [only] = node.children.values();
    if (only === undefined || only.children.size === 0) break;
    node = only;
    name = `${name}/${only.name}`;
  }
  const children = inOrder([...node.children.values()].map(finish));
  let entries = node.change ? 1 : 0;
  let size = node.change?.size ?? 0;
  let kinds: string = node.change?.kind ?? '';
  for (const child of children) {
    entries += child.entries;
    size += child.size;
    for (const kind of child.kinds) if (!kinds.includes(kind)) kinds += kind;
  }
  return { name, path: node.path, ...(node.change ? { change: node.change } : {}), children, entries, size, kinds };
}

/** Directories first, names in the order of their characters: archives mostly have it already. */
function inOrder(nodes: readonly FileNode[]): readonly FileNode[] {
  const sorted = (list: readonly FileNode[]): readonly FileNode[] =>
    list.every((node, index) => index === 0 || (list[index - 1]?.name ?? '') <= node.name)
      ? list
      : [...list].sort((a, b) => (a.name < b.name ? -1 : 1));
  const dirs = nodes.filter((node) => node.children.length > 0);
  if (dirs.length === 0) return sorted(nodes);
  return [...sorted(dirs), ...sorted(nodes.filter((node) => node.children.length === 0))];
}

/** The rows that are to be seen; `toggled` holds the paths of directories that are not as they would be by themselves. */
export function treeRows(nodes: readonly FileNode[], toggled: ReadonlySet<string>): readonly FileRow[] {
  const standsOpen = countRows(nodes, OPEN + 1) <= OPEN;
  const rows: FileRow[] = [];
  const walk = (list: readonly FileNode[], depth: number): void => {
    for (const [index, node] of list.entries()) {
      const open = node.children.length > 0 && standsOpen !== toggled.has(node.path);
      rows.push({ node, depth, open, position: index + 1, siblings: list.length });
      if (open) walk(node.children, depth + 1);
    }
  };
  walk(nodes, 1);
  return rows;
}

function countRows(nodes: readonly FileNode[], enough: number): number {
  let count = 0;
  for (const node of nodes) {
    count += 1 + countRows(node.children, enough - count);
    if (count >= enough) return count;
  }
  return count;
}

/** The directories that have to be opened for a path to be seen. */
export function closedAbove(nodes: readonly FileNode[], toggled: ReadonlySet<string>, path: string): readonly string[] {
  const standsOpen = countRows(nodes, OPEN + 1) <= OPEN;
  const out: string[] = [];
  let list = nodes;
  for (;;) {
    const next = list.find((node) => node.path !== path && path.startsWith(`${node.path}/`));
    if (next === undefined || next.children.length === 0) return list.some((node) => node.path === path) ? out : [];
    if (standsOpen === toggled.has(next.path)) out.push(next.path);
    list = next.children;
  }
}
