// Seeded variants: every learner's exercise asks for names, tags, ports and texts of its own.
import { z } from 'zod';
import { paramKind } from '../grader/index.ts';

/** `image: [web, shop, api]`: a name, and the values it can have. In the exercise, `@image@` stands for the value. */
export const vary = z.record(z.string().regex(/^[a-z][a-z0-9]*$/), z.array(z.string().min(1)).min(5)).default({});
export type Vary = z.infer<typeof vary>;
export type Values = Readonly<Record<string, string>>;

export const firstValues = (choices: Vary): Values =>
  Object.fromEntries(Object.entries(choices).map(([name, list]) => [name, list[0] ?? '']));

/** The values of one learner; seed 0 takes the first of each. `scope` keeps two exercises of one seed apart. */
export function valuesOf(choices: Vary, seed: number, scope: string): Values {
  return Object.fromEntries(
    Object.entries(choices).map(([name, list]) => [name, list[seed === 0 ? 0 : hash(`${seed}/${scope}/${name}`) % list.length] ?? '']),
  );
}

/** Replaces `@name@` in every text below `value`, keys included. In a condition's `with`, a number that stood as text becomes one. */
export function substitute<T>(value: T, values: Values): T {
  if (Object.keys(values).length === 0) return value;
  return walk(value, values) as T;
}

function walk(value: unknown, values: Values): unknown {
  if (typeof value === 'string') return inText(value, values);
  if (Array.isArray(value)) return value.map((one) => walk(one, values));
  if (value === null || typeof value !== 'object') return value;
  const fields = Object.fromEntries(Object.entries(value).map(([key, one]) => [inText(key, values), walk(one, values)]));
  const { check, with: params } = fields as { check?: unknown; with?: unknown };
  if (typeof check === 'string' && params !== null && typeof params === 'object')
    for (const [name, one] of Object.entries(params))
      if (typeof one === 'string' && /^\d+$/.test(one) && paramKind(check, name) === 'number')
        (params as Record<string, unknown>)[name] = Number(one);
  return fields;
}

const inText = (text: string, values: Values) => text.replace(/@([a-z][a-z0-9]*)@/g, (place, name: string) => values[name] ?? place);

/** FNV-1a, 32 bits: small, and the same everywhere. */
function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) state = Math.imul(state ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return (state ^ (state >>> 15)) >>> 0;
}
