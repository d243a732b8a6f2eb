import { useEffect, useMemo } from 'preact/hooks';
import type { FileContext } from './FileRows.tsx';
import { closedAbove, type FileRow, fileTree, isList, listRows, treeRows } from './file-tree.ts';
import type { Bed, Writable } from './model.ts';
import type { Entries } from './use-entries.ts';

export interface FileList {
  readonly rows: readonly FileRow[];
  /** A plain list of whole paths, not a tree. */
  readonly short: boolean;
  /** Place of the path of the core, −1 when it is not among the rows. */
  readonly chosen: number;
}

/** The rows of an open layer's files; the directories above a path that is chosen are opened for it. */
export function useFileRows(row: Bed | Writable, { changes, missing }: Entries, open: boolean, context: FileContext): FileList {
  const { path, toggled, toggle } = context;
  const short = isList(changes, missing);
  const own = useMemo(
    () => new Set([...toggled].flatMap((one) => (one.startsWith(`${row.key}\n`) ? one.slice(row.key.length + 1) : []))),
    [toggled, row.key],
  );
  const nodes = useMemo(() => (open && !short ? fileTree(changes) : []), [changes, short, open]);
  const rows = useMemo(() => (short ? (open ? listRows(changes) : []) : treeRows(nodes, own)), [changes, nodes, short, own, open]);
  const chosen = useMemo(() => (path === undefined ? -1 : rows.findIndex(({ node }) => node.path === path)), [rows, path]);
  useEffect(() => {
    if (path !== undefined) for (const dir of closedAbove(nodes, own, path)) toggle(`${row.key}\n${dir}`);
  }, [nodes, path]);
  return { rows, short, chosen };
}
