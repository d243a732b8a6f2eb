// Where the pane has been: back and forward, as in any browser. Pure.
import type { FormRequest } from './form.ts';

export interface Trail {
  readonly entries: readonly FormRequest[];
  readonly at: number;
}

/** Most places that are remembered. */
const MOST = 50;

export const begin = (request: FormRequest): Trail => ({ entries: [request], at: 0 });

/** Goes somewhere new; what lay ahead is forgotten. */
export function went({ entries, at }: Trail, request: FormRequest): Trail {
  const kept = [...entries.slice(0, at + 1), request].slice(-MOST);
  return { entries: kept, at: kept.length - 1 };
}

export const moved = (trail: Trail, by: -1 | 1): Trail => ({
  ...trail,
  at: Math.min(trail.entries.length - 1, Math.max(0, trail.at + by)),
});

export const canMove = ({ entries, at }: Trail, by: -1 | 1): boolean => at + by >= 0 && at + by < entries.length;
