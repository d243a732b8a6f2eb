// A core sample: one path drilled through every bed, from the top down.
import type { PathHistory, PathStep } from '../session/queries/stack.ts';
import type { ChangeView } from '../session/view/index.ts';
import type { Bed, StackModel, Writable } from './model.ts';
import type { StackRow } from './rows.ts';

/** `unknown`: the view does not list all entries of the layer, and the history has not been told yet. */
export type CoreMark = 'here' | 'shadow' | 'whiteout' | 'absent' | 'unknown';

export interface CoreSample {
  readonly path: string;
  /** Marks by key of bed or writable layer. */
  readonly marks: ReadonlyMap<string, CoreMark>;
  /** Key of the row where the search ends; undefined when the path is nowhere, or not yet known. */
  readonly end?: string;
  /** Code of the layer where the search ends; `''` for the container's. */
  readonly source?: string;
  /** What the search ends at: the path itself, or a whiteout. */
  readonly found: 'here' | 'whiteout' | 'nowhere' | 'unknown';
  /** Codes of layers with copies that are out of sight, newest first. */
  readonly shadows: readonly string[];
}

type Layer = Bed | Writable;

/** Drills by what the history tells; without one by what the view lists. */
export function drill(model: StackModel, path: string, history?: PathHistory): CoreSample {
  const layers: Layer[] = [...(model.writable ? [model.writable] : []), ...model.beds];
  const steps = history && stepsByLayer(history);
  const marks = new Map<string, CoreMark>();
  const shadows: string[] = [];
  let end: Layer | undefined;
  let found: CoreSample['found'] = 'nowhere';
  for (const layer of layers) {
    const does = steps ? steps.get(layer.kind === 'bed' ? layer.diffID : '')?.kind : listed(layer, path);
    if (does === undefined || does === 'unknown') {
      marks.set(layer.key, does ?? 'absent');
      if (does === 'unknown' && end === undefined) found = 'unknown';
    } else if (end !== undefined || found === 'unknown') {
      marks.set(layer.key, does === 'D' ? 'absent' : 'shadow');
      if (does !== 'D') shadows.push(codeOf(layer));
    } else {
      end = layer;
      found = does === 'D' ? 'whiteout' : 'here';
      marks.set(layer.key, found);
    }
  }
  return { path: history?.path ?? path, marks, found, shadows, ...(end ? { end: end.key, source: codeOf(end) } : {}) };
}

/** The mark of a row: of folded layers the one that says most. */
export function markOf(core: CoreSample, row: StackRow): CoreMark {
  if (row.kind !== 'group') return core.marks.get(row.kind === 'bed' ? row.bed.key : row.writable.key) ?? 'absent';
  const marks = row.beds.map((bed) => core.marks.get(bed.key) ?? 'absent');
  return (['here', 'whiteout', 'shadow', 'unknown'] as const).find((mark) => marks.includes(mark)) ?? 'absent';
}

const codeOf = (layer: Layer): string => (layer.kind === 'bed' ? layer.code : '');

function stepsByLayer({ steps }: PathHistory): ReadonlyMap<string, PathStep> {
  return new Map(steps.map((step) => [step.diffID ?? '', step]));
}

function listed(layer: Layer, path: string): ChangeView['kind'] | 'unknown' | undefined {
  const own = layer.changes.find((change) => change.path === path && change.entryKind !== 'opaque');
  if (own) return own.kind;
  if (layer.changes.some((change) => coversBelow(change, path))) return 'D';
  return layer.more > 0 ? 'unknown' : undefined;
}

/** A removed or opaque directory ends the search for everything inside it. */
function coversBelow(change: ChangeView, path: string): boolean {
  return change.kind === 'D' && path.startsWith(`${change.path.replace(/\/$/, '')}/`);
}
