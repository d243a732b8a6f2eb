// Names of the terminals' tabs. Pure.
import type { TerminalView } from '../../session/view/index.ts';

export interface Tab {
  readonly id: number;
  /** The machine, with a number when it has several terminals. */
  readonly name: string;
  readonly busy: boolean;
  /** Something was printed that has not been looked at. */
  readonly unseen: boolean;
  /** Those that were there from the start stay. */
  readonly closable: boolean;
}

export function tabsOf(terminals: readonly TerminalView[], unseen: ReadonlySet<number>, busy: ReadonlySet<number>): readonly Tab[] {
  const counts = new Map<string, number>();
  const first = new Set<string>();
  return terminals.map(({ id, machine }) => {
    const n = (counts.get(machine) ?? 0) + 1;
    counts.set(machine, n);
    const closable = first.has(machine);
    first.add(machine);
    return { id, name: n === 1 ? machine : `${machine} ${n}`, busy: busy.has(id), unseen: unseen.has(id), closable };
  });
}
