// The processes of a container as rows of a tree, the first process on top; many children of one parent fold.
import type { ProcessView } from '../session/view/run.ts';

export interface ProcessRow {
  readonly process: ProcessView;
  readonly depth: number;
  /** Its ancestors' lines go on below it, outermost first; the last says so of its own siblings. */
  readonly lines: readonly boolean[];
  readonly children: number;
}

/** Rows that stand for children that are folded away. */
export interface FoldRow {
  readonly parent: number;
  readonly depth: number;
  readonly lines: readonly boolean[];
  readonly count: number;
  /** What most of them run. */
  readonly command: string;
}

export type TreeRow = ProcessRow | FoldRow;
export const isFold = (row: TreeRow): row is FoldRow => 'count' in row;

/** A tree with at most this many processes is drawn whole. */
const WHOLE = 12;
/** Children that a parent shows when the tree is larger. */
const SHOWN = 4;

/** `open`: pids whose children are shown whatever their number. */
export function processRows(processes: readonly ProcessView[], open: ReadonlySet<number> = new Set()): TreeRow[] {
  const rows: TreeRow[] = [];
  const pids = new Set(processes.map(({ pid }) => pid));
  const childrenOf = (pid: number) => processes.filter((one) => one.ppid === pid && one.pid !== pid);
  const place = (process: ProcessView, depth: number, lines: readonly boolean[]): void => {
    const children = childrenOf(process.pid);
    rows.push({ process, depth, lines, children: children.length });
    const all = processes.length <= WHOLE || children.length <= SHOWN || open.has(process.pid);
    const shown = all ? children : children.slice(0, SHOWN - 1);
    const rest = children.slice(shown.length);
    for (const [index, child] of shown.entries()) place(child, depth + 1, [...lines, index < shown.length - 1 || rest.length > 0]);
    if (rest.length > 0)
      rows.push({ parent: process.pid, depth: depth + 1, lines: [...lines, false], count: rest.length, command: commonest(rest) });
  };
  const tops = processes.filter(({ pid, ppid }) => pid === 1 || ppid === 0 || !pids.has(ppid));
  for (const top of tops) place(top, 0, []);
  return rows;
}

function commonest(processes: readonly ProcessView[]): string {
  const counts = new Map<string, number>();
  for (const { command } of processes) counts.set(command, (counts.get(command) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
}
