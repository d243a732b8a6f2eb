// What the last command did to files, of which the picture tells one thing: a copy-up, or a whiteout.
import type { ChangeView, ContainerView, ImageView } from '../session/view/index.ts';

export interface Told {
  readonly kind: 'copyup' | 'whiteout';
  readonly path: string;
  /** diffID of the layer that holds the older copy. */
  readonly from?: string;
}

/** Above so many changed marks nothing moves. */
export const MOST_MARKS = 40;

/** Entries of the writable layer that are new since the command before. */
export function newChanges(now: ContainerView, before: ContainerView | undefined): readonly ChangeView[] {
  const old = new Set(before?.changes.map((change) => `${change.kind} ${change.path}`));
  return now.changes.filter((change) => !old.has(`${change.kind} ${change.path}`));
}

/** The one to tell of several: the last file that was copied up, else the whiteout that hides most. */
export function toTell(changes: readonly ChangeView[]): Told | undefined {
  if (changes.length > MOST_MARKS) return undefined;
  const copied = changes.findLast((change) => change.kind === 'C' && change.over !== undefined && change.size !== undefined);
  if (copied?.over !== undefined) return { kind: 'copyup', path: copied.path, from: copied.over };
  const gone = changes.filter((change) => change.kind === 'D' && change.entryKind === 'whiteout' && change.over !== undefined);
  const most = gone.reduce<ChangeView | undefined>((best, one) => ((one.hides ?? 0) > (best?.hides ?? -1) ? one : best), undefined);
  return most && { kind: 'whiteout', path: most.path, ...(most.over === undefined ? {} : { from: most.over }) };
}

/** Whiteouts in the layers that a command made. */
export function newWhiteouts(image: ImageView, fresh: ReadonlySet<string>): readonly ChangeView[] {
  return image.rows.flatMap((row) =>
    row.chainID !== undefined && fresh.has(row.chainID) ? (row.changes ?? []).filter((change) => change.kind === 'D') : [],
  );
}
