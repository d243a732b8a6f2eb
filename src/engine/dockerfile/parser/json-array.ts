import { runesOf } from '../../go/bytes.ts';
import { trimLeft } from '../../go/space.ts';

/** 'other' is anything that is not a JSON array (shell form); 'mixed' an array with something other than strings in it. */
export type JsonArray =
  | { readonly kind: 'strings'; readonly strings: readonly string[] }
  | { readonly kind: 'mixed' }
  | { readonly kind: 'other' };

const depthLimit = 10_000;

/** Go gives up on numbers that no float64 holds and on deep nesting, and then takes the text as no JSON at all. */
function goRefuses(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > depthLimit || level.some((one) => typeof one === 'number' && !Number.isFinite(one))) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}

/** Arguments as the exec form, if they are one. */
export function parseJsonArray(text: string): JsonArray {
  const rest = trimLeft(text);
  if (!rest.startsWith('[')) return { kind: 'other' };
  let value: unknown;
  try {
    value = JSON.parse(runesOf(rest));
  } catch {
    return { kind: 'other' };
  }
  if (!Array.isArray(value) || goRefuses(value)) return { kind: 'other' };
  if (!value.every((one) => typeof one === 'string')) return { kind: 'mixed' };
  // Go has no lone surrogates in its strings.
  return { kind: 'strings', strings: value.map((one: string) => one.replace(/\p{Surrogate}/gu, '\ufffd')) };
}
