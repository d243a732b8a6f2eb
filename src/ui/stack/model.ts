// An image, and perhaps a container on it, as the Stack picture shows them: beds newest first, in plain data without words.
// Knows LabView. Refuses to know the language, the DOM and the engine.

import { instruction } from '../picture/instruction.ts';
import { bedWidth, type Paint, paint } from '../picture/paint.ts';
import type { ChangeCounts, ChangeView, ContainerView, HistoryRowView, ImageView, LeakView, WasteView } from '../session/view/index.ts';
import { codesOf } from './codes.ts';

interface Row {
  readonly key: string;
  /** The entries that the view lists; `more` says how many there are beyond them. */
  readonly changes: readonly ChangeView[];
  readonly counts: ChangeCounts;
  readonly size: number;
  readonly more: number;
}

export interface Bed extends Row {
  readonly kind: 'bed';
  /** 1 for the oldest layer. */
  readonly position: number;
  readonly diffID: string;
  readonly chainID: string;
  readonly paint: Paint;
  /** The first digits of the diffID, as many as it takes to tell it from the others here. */
  readonly code: string;
  readonly width: number;
  readonly instruction: string;
  readonly comment: string;
  /** Config-only instructions that came after this layer, newest first. */
  readonly planes: readonly string[];
  /** Bytes in this layer that later layers hide. */
  readonly hidden: number;
  /** How many other images have this same layer on the same layers. */
  readonly sharedBy: number;
  /** The image whose topmost layer this is, when that is the base. */
  readonly baseName?: string;
}

export interface Writable extends Row {
  readonly kind: 'writable';
  readonly name: string;
  readonly state: ContainerView['state'];
}

/** The base image's layers, the lowest `count` beds, folded until the learner unfolds them. A base of one layer is not a group. */
export interface Base {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly counts: ChangeCounts;
  readonly size: number;
  readonly hidden: number;
}

/** A file that looks like a secret and is out of sight, but still in a layer. */
export interface Leak extends LeakView {
  /** Code of the layer it is still in. */
  readonly code: string;
  /** Code of the layer that hid it; undefined for the container. */
  readonly by?: string;
}

export interface StackModel {
  readonly name: string;
  /** Full image ID. */
  readonly id: string;
  /** Full id of the container, when there is one. */
  readonly container?: string;
  readonly writable?: Writable;
  /** Newest first. */
  readonly beds: readonly Bed[];
  readonly base?: Base;
  /** Config-only instructions older than every layer, newest first. */
  readonly ground: readonly string[];
  readonly size: number;
  readonly hidden: number;
  /** Rows of history without a layer. */
  readonly configRows: number;
  readonly waste?: WasteView;
  readonly leaks: readonly Leak[];
  /** Codes of the layers by diffID. */
  readonly codes: Readonly<Record<string, string>>;
}

export function displayName(image: ImageView): string {
  return image.tags[0] ?? image.id.replace(/^sha256:/, '').slice(0, 12);
}

/** Images made here are a base worth folding only where there are many layers: else the learner's own work would go out of sight. */
const CROWDED = 8;

export function stackModel(image: ImageView, others: readonly ImageView[], container?: ContainerView): StackModel {
  const codes = codesOf(image.rows.flatMap((row) => row.diffID ?? []));
  const shared = sharing(others);
  const beds: Bed[] = [];
  let planes: string[] = [];
  let ground: readonly string[] = [];
  let configRows = 0;
  const close = () => {
    const last = beds.at(-1);
    const newestFirst = planes.reverse();
    if (last) beds[beds.length - 1] = { ...last, planes: newestFirst };
    else ground = newestFirst;
    planes = [];
  };
  for (const row of image.rows) {
    if (row.empty || row.diffID === undefined) {
      planes.push(instruction(row.createdBy));
      configRows++;
      continue;
    }
    close();
    const position = beds.length + 1;
    beds.push(bedOf(row, row.diffID, position, codes, shared, row.hidden ?? 0, container?.hides?.[row.diffID] ?? 0));
  }
  close();
  const base = image.base && baseOf(image.base, beds);
  const single = image.base?.layers === 1 && image.base.pulled ? image.base.name : undefined;
  const lowest = beds[0];
  if (single !== undefined && lowest) beds[0] = { ...lowest, baseName: single };
  const waste = container?.waste ?? image.waste;
  return {
    name: displayName(image),
    id: image.id,
    ...(container ? { container: container.id, writable: writableOf(container) } : {}),
    ...(base ? { base } : {}),
    beds: beds.reverse(),
    ground,
    size: image.size,
    hidden: beds.reduce((sum, bed) => sum + bed.hidden, 0),
    configRows,
    ...(waste ? { waste } : {}),
    leaks: leaksOf(image, container, codes),
    codes,
  };
}

/** How many images have each layer on the same layers. */
function sharing(images: readonly ImageView[]): ReadonlyMap<string, number> {
  const count = new Map<string, number>();
  for (const image of images) for (const { chainID } of image.rows) if (chainID) count.set(chainID, (count.get(chainID) ?? 0) + 1);
  return count;
}

function bedOf(
  row: HistoryRowView,
  diffID: string,
  position: number,
  codes: Readonly<Record<string, string>>,
  shared: ReadonlyMap<string, number>,
  ...hidden: readonly number[]
): Bed {
  const changes = row.changes ?? [];
  return {
    kind: 'bed',
    key: row.chainID ?? `${position}:${diffID}`,
    changes,
    counts: row.counts,
    size: row.size,
    more: Math.max(0, all(row.counts) - changes.length),
    position,
    diffID,
    chainID: row.chainID ?? '',
    paint: paint(diffID),
    code: codes[diffID] ?? '',
    width: bedWidth(row.size),
    instruction: instruction(row.createdBy),
    comment: row.comment ?? '',
    planes: [],
    hidden: Math.min(
      row.size,
      hidden.reduce((sum, bytes) => sum + bytes, 0),
    ),
    sharedBy: shared.get(row.chainID ?? '') ?? 0,
  };
}

/** `beds` oldest first. */
function baseOf({ name, layers, pulled }: NonNullable<ImageView['base']>, beds: readonly Bed[]): Base | undefined {
  const own = beds.slice(0, layers);
  const top = own.at(-1);
  if (top === undefined || own.length < 2 || (!pulled && beds.length <= CROWDED)) return undefined;
  return {
    key: `base:${top.key}`,
    name,
    count: own.length,
    counts: own.reduce((sum, { counts }) => plus(sum, counts), { added: 0, changed: 0, deleted: 0 }),
    size: own.reduce((sum, { size }) => sum + size, 0),
    hidden: own.reduce((sum, { hidden }) => sum + hidden, 0),
  };
}

function writableOf({ id, name, state, size, changes, counts: told }: ContainerView): Writable {
  const counts = told ?? countsOf(changes);
  return { kind: 'writable', key: id, name, state, size, changes, counts, more: Math.max(0, all(counts) - changes.length) };
}

function leaksOf(image: ImageView, container: ContainerView | undefined, codes: Readonly<Record<string, string>>): Leak[] {
  const code = (diffID: string): string => codes[diffID] ?? paint(diffID).code;
  const layers = image.rows.flatMap((row) =>
    (row.leaks ?? []).map((leak) => ({ ...leak, code: code(leak.diffID), ...(row.diffID ? { by: code(row.diffID) } : {}) })),
  );
  return [...layers, ...(container?.leaks ?? []).map((leak) => ({ ...leak, code: code(leak.diffID) }))];
}

export const all = ({ added, changed, deleted }: ChangeCounts): number => added + changed + deleted;

const plus = (a: ChangeCounts, b: ChangeCounts): ChangeCounts => ({
  added: a.added + b.added,
  changed: a.changed + b.changed,
  deleted: a.deleted + b.deleted,
});

function countsOf(changes: readonly ChangeView[]): ChangeCounts {
  const counts = { A: 0, C: 0, D: 0 };
  for (const { kind } of changes) counts[kind]++;
  return { added: counts.A, changed: counts.C, deleted: counts.D };
}
