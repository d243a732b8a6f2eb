// The rows of the drawing, top to bottom: what is folded is one row, and how high rows are follows from how many there are.
import type { Base, Bed, StackModel, Writable } from './model.ts';

export interface GroupRow {
  readonly kind: 'group';
  readonly base: Base;
  readonly open: boolean;
  /** Newest first. */
  readonly beds: readonly Bed[];
}

export interface BedRow {
  readonly kind: 'bed';
  readonly bed: Bed;
  /** It belongs to an unfolded base. */
  readonly inBase: boolean;
}

export interface WritableRow {
  readonly kind: 'writable';
  readonly writable: Writable;
}

export type StackRow = WritableRow | BedRow | GroupRow;
export type Density = 'comfortable' | 'normal' | 'compact' | 'dense' | 'trace';

/** `open`: the learner has unfolded the base. */
export function rowsOf({ writable, beds, base }: StackModel, open: boolean): readonly StackRow[] {
  const rows: StackRow[] = writable ? [{ kind: 'writable', writable }] : [];
  const own = base ? beds.slice(0, beds.length - base.count) : beds;
  for (const bed of own) rows.push({ kind: 'bed', bed, inBase: false });
  if (!base) return rows;
  const inside = beds.slice(beds.length - base.count);
  rows.push({ kind: 'group', base, open, beds: inside });
  if (open) for (const bed of inside) rows.push({ kind: 'bed', bed, inBase: true });
  return rows;
}

export function densityOf(rows: readonly StackRow[]): Density {
  const count = rows.filter((row) => row.kind === 'bed' || (row.kind === 'group' && !row.open)).length;
  if (count <= 8) return 'comfortable';
  if (count <= 20) return 'normal';
  if (count <= 40) return 'compact';
  return count <= 60 ? 'dense' : 'trace';
}

export const keyOf = (row: StackRow): string => (row.kind === 'bed' ? row.bed.key : row.kind === 'group' ? row.base.key : row.writable.key);
