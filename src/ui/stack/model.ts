// An image, and perhaps a container on it, as the Stack picture shows them: beds newest first, in plain data without words.
// Knows LabView. Refuses to know the language, the DOM and the engine.

import { instruction } from '../picture/instruction.ts';
import { bedWidth, type Paint, paint } from '../picture/paint.ts';
import type { ChangeCounts, ChangeView, ContainerView, HistoryRowView, ImageView } from '../session/view/index.ts';

export interface FileRow {
  readonly kind: 'A' | 'C' | 'D';
  readonly path: string;
  readonly entryKind: ChangeView['entryKind'];
  readonly size?: number;
  /** Code of the layer that holds the nearest older copy. */
  readonly older?: string;
  /** Bytes of older copies that this entry puts out of sight. */
  readonly hides: number;
}

interface Row {
  readonly files: readonly FileRow[];
  readonly counts: ChangeCounts;
  readonly size: number;
  /** Entries that exist beyond `files`. */
  readonly more: number;
}

export interface Bed extends Row {
  readonly kind: 'bed';
  readonly key: string;
  /** 1 for the oldest layer. */
  readonly position: number;
  readonly diffID: string;
  readonly paint: Paint;
  readonly width: number;
  readonly instruction: string;
  readonly comment: string;
  /** Config-only instructions that came after this layer, newest first. */
  readonly planes: readonly string[];
  /** Bytes in this layer that later layers hide. */
  readonly hidden: number;
  /** How many other images have this same layer on the same layers. */
  readonly sharedBy: number;
}

export interface Writable extends Row {
  readonly kind: 'writable';
  readonly key: string;
  readonly name: string;
  readonly state: ContainerView['state'];
}

export interface StackModel {
  readonly name: string;
  readonly id: string;
  readonly writable?: Writable;
  /** Newest first. */
  readonly beds: readonly Bed[];
  /** Config-only instructions older than every layer, newest first. */
  readonly ground: readonly string[];
  readonly size: number;
  readonly hidden: number;
  /** Rows of history without a layer. */
  readonly configRows: number;
  readonly density: 'comfortable' | 'normal' | 'compact' | 'dense';
}

const none: ChangeCounts = { added: 0, changed: 0, deleted: 0 };

export function displayName(image: ImageView): string {
  return image.tags[0] ?? image.id.replace(/^sha256:/, '').slice(0, 12);
}

export function stackModel(image: ImageView, others: readonly ImageView[], container?: ContainerView): StackModel {
  const seen = new Map<string, { readonly bed: number; readonly size: number }>();
  const hiddenIn: number[] = [];
  const beds: Bed[] = [];
  let planes: string[] = [];
  let ground: readonly string[] = [];
  let configRows = 0;

  const bury = (change: ChangeView): Pick<FileRow, 'older' | 'hides'> => {
    let hides = 0;
    let older: string | undefined;
    const take = (path: string) => {
      const found = seen.get(path);
      if (!found) return;
      hides += found.size;
      hiddenIn[found.bed] = (hiddenIn[found.bed] ?? 0) + found.size;
      older = beds[found.bed]?.paint.code;
      seen.delete(path);
    };
    if (change.entryKind !== 'opaque') take(change.path);
    if (change.kind === 'D' || change.entryKind === 'opaque') {
      const inside = `${change.path.replace(/\/$/, '')}/`;
      for (const path of [...seen.keys()]) if (path.startsWith(inside)) take(path);
    }
    return older === undefined ? { hides } : { hides, older };
  };

  const rowOf = (changes: readonly ChangeView[], counts: ChangeCounts, size: number, bed: number): Row => {
    const files = changes.map((change): FileRow => {
      const buried = bury(change);
      return {
        kind: change.kind,
        path: change.path,
        entryKind: change.entryKind,
        ...(change.size === undefined ? {} : { size: change.size }),
        ...buried,
      };
    });
    for (const change of changes)
      if (change.kind !== 'D' && change.size !== undefined && bed >= 0) seen.set(change.path, { bed, size: change.size });
    return { files, counts, size, more: Math.max(0, counts.added + counts.changed + counts.deleted - changes.length) };
  };

  const close = () => {
    const last = beds.at(-1);
    const newestFirst = planes.reverse();
    if (last) beds[beds.length - 1] = { ...last, planes: newestFirst };
    else ground = newestFirst;
    planes = [];
  };

  const total = image.rows.filter((row) => !row.empty).length;
  for (const row of image.rows) {
    if (row.empty || row.diffID === undefined) {
      planes.push(instruction(row.createdBy));
      configRows++;
      continue;
    }
    close();
    beds.push(bedOf(row, row.diffID, beds.length + 1, others, rowOf(row.changes ?? [], row.counts, row.size, beds.length)));
  }
  close();

  const writable = container && writableOf(container, rowOf(container.changes, countsOf(container.changes), container.size, -1));
  const withHidden = beds.map((bed, index) => ({ ...bed, hidden: hiddenIn[index] ?? 0 }));
  return {
    name: displayName(image),
    id: image.id,
    ...(writable ? { writable } : {}),
    beds: withHidden.reverse(),
    ground,
    size: image.size,
    hidden: hiddenIn.reduce((sum, bytes) => sum + (bytes ?? 0), 0),
    configRows,
    density: total <= 8 ? 'comfortable' : total <= 20 ? 'normal' : total <= 40 ? 'compact' : 'dense',
  };
}

function bedOf(row: HistoryRowView, diffID: string, position: number, others: readonly ImageView[], entries: Row): Bed {
  const sharedBy = others.filter((other) => other.rows.some((one) => one.chainID !== undefined && one.chainID === row.chainID)).length;
  return {
    ...entries,
    kind: 'bed',
    key: row.chainID ?? `${position}:${diffID}`,
    position,
    diffID,
    paint: paint(diffID),
    width: bedWidth(row.size),
    instruction: instruction(row.createdBy),
    comment: row.comment ?? '',
    planes: [],
    hidden: 0,
    sharedBy,
  };
}

function writableOf(container: ContainerView, entries: Row): Writable {
  return { ...entries, kind: 'writable', key: container.id, name: container.name, state: container.state };
}

function countsOf(changes: readonly ChangeView[]): ChangeCounts {
  return changes.reduce(
    (sum, { kind }) => ({
      added: sum.added + (kind === 'A' ? 1 : 0),
      changed: sum.changed + (kind === 'C' ? 1 : 0),
      deleted: sum.deleted + (kind === 'D' ? 1 : 0),
    }),
    none,
  );
}
