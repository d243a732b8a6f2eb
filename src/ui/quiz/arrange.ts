// In which order an item's parts stand: shuffled by a seed, the same for the same seed. Answers are ids, so the order never matters to them.

import { hashOfPoints } from '../../course/fnv.ts';
import type { QuizItem } from '../../course/index.ts';
import { randomOf, shuffled } from '../../practice/random.ts';
import { type ItemOf, isChoice } from './model.ts';

/** Options that speak about others, or that come as a pair, keep the order they were written in. */
const about =
  /\b(?:all|none|both|neither|either|any) of\b|^(?:both|neither|none|all|yes|no|always|never)\b|\babove\b|\b[A-D] (?:and|or) [A-D]\b/i;
const number = /^`?[-+]?\d+(?:\.\d+)?\s*(?:[kMGT]?i?B|layers?|rows?|images?|s|ms|%)?`?$/;

interface Part {
  readonly id: string;
}

/** The ids of an item's options, lines or rows, in the order they are shown. */
export function arranged(item: QuizItem, seed: number): readonly string[] {
  const own = seed ^ hashOfPoints(item.id);
  if (isChoice(item)) {
    const says = item.options.map(({ say }) => say.en);
    if (says.some((say) => about.test(say))) return ids(item.options);
    // Numbers are found faster when they rise, and their places tell nothing.
    if (says.every((say) => number.test(say))) return ids([...item.options].sort((a, b) => sizeOf(a.say.en) - sizeOf(b.say.en)));
    return ids(shuffled(item.options, randomOf(own)));
  }
  if (item.kind === 'order') return disordered(item, own);
  if (item.kind === 'match') return ids(shuffled(item.rows, randomOf(own)));
  return [];
}

const ids = (parts: readonly Part[]): readonly string[] => parts.map(({ id }) => id);

const units: Readonly<Record<string, number>> = { k: 1e3, M: 1e6, G: 1e9, T: 1e12 };
function sizeOf(say: string): number {
  const [, digits = '0', unit = ''] = /([-+]?\d+(?:\.\d+)?)\s*([kMGT]?)/.exec(say) ?? [];
  return Number(digits) * (units[unit] ?? 1);
}

/** Never the right order. */
function disordered({ lines }: ItemOf<'order'>, seed: number): readonly string[] {
  const right = ids(lines);
  const found = shuffled(right, randomOf(seed));
  return found.every((id, index) => id === right[index]) ? [...right.slice(1), right[0] as string] : found;
}

/** `id` moved by `step` places; unchanged at the ends. */
export function moved(order: readonly string[], id: string, step: -1 | 1): readonly string[] {
  const from = order.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= order.length) return order;
  const out = [...order];
  [out[from], out[to]] = [out[to] as string, out[from] as string];
  return out;
}
