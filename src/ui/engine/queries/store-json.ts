// Changing values in a JSON document whose every byte counts: what is not changed keeps its text.
import { goJson } from '../../../engine/image/index.ts';

const INDENTS = [undefined, 2, 3, 4, '\t'] as const;

/** The document with `edit` applied to its value, written as it was written before. Throws when that way of writing is not known. */
export function rewriteJson<T>(text: string, edit: (value: T) => T): string {
  const value = JSON.parse(text) as T;
  for (const write of writers()) for (const end of ['', '\n']) if (write(value) + end === text) return write(edit(value)) + end;
  throw new Error('store.layout');
}

function* writers(): Generator<(value: unknown) => string> {
  for (const indent of INDENTS) {
    yield (value) => JSON.stringify(value, undefined, indent);
    if (typeof indent !== 'string') yield (value) => goJson(value, indent);
  }
}

/** Puts `next` for the value wherever a text equals `old`, and its size beside it. */
export function replaceDigest<T>(value: T, old: string, next: { readonly digest: string; readonly size: number }): T {
  const visit = (node: unknown): unknown => {
    if (node === old) return next.digest;
    if (Array.isArray(node)) return node.map(visit);
    if (node === null || typeof node !== 'object') return node;
    const members = Object.entries(node).map(([key, inner]) => [key, visit(inner)] as const);
    const named = (node as { digest?: unknown }).digest === old;
    return Object.fromEntries(members.map(([key, inner]) => [key, named && key === 'size' ? next.size : inner]));
  };
  return visit(value) as T;
}
