// Seeded variants: every learner's exercise asks for names, tags, ports and texts of its own.
import { z } from 'zod';
import { paramKind } from '../grader/index.ts';
import { fillText, type Values } from './values.ts';

export { firstValues, type Values, valuesOf } from './values.ts';

/** `image: [web, shop, api]`: a name, and the values it can have. In the exercise, `@image@` stands for the value. */
export const vary = z.record(z.string().regex(/^[a-z][a-z0-9]*$/), z.array(z.string().min(1)).min(5)).default({});

/** Replaces `@name@` in every text below `value`, keys included. In a condition's `with`, a number that stood as text becomes one. */
export function substitute<T>(value: T, values: Values): T {
  if (Object.keys(values).length === 0) return value;
  return walk(value, values) as T;
}

function walk(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return fillText(value, values);
  if (Array.isArray(value)) return value.map((one) => walk(one, values));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, one]) => [fillText(key, values), walk(one, values)]));
  const { check, with: params } = fields as { check?: unknown; with?: unknown };
  if (typeof check === 'string' && params !== null && typeof params === 'object')
    for (const [name, one] of Object.entries(params))
      if (typeof one === 'string' && /^\d+$/.test(one) && paramKind(check, name) === 'number')
        (params as Record<string, unknown>)[name] = Number(one);
  return fields;
}
