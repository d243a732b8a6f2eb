// Looking for a text in the files of a layer.
import type { Layer } from '../../../engine/layer/index.ts';
import { type Body, isInMemory } from '../../../engine/tree/index.ts';

/** Of bodies that are computed, which nobody wrote, only the beginning is looked at. */
const BEGINNING = 1 << 14;

const encoder = new TextEncoder();
/** Layers are never changed, so what was found in one stays so. */
const known = new WeakMap<Layer, Map<string, string | undefined>>();

/** Path of the first regular file whose bytes contain the text. */
export function fileWith(layer: Layer, text: string): string | undefined {
  const found = known.get(layer) ?? new Map<string, string | undefined>();
  known.set(layer, found);
  if (!found.has(text)) found.set(text, search(layer, encoder.encode(text)));
  return found.get(text);
}

function search({ entries }: Layer, wanted: Uint8Array): string | undefined {
  for (const entry of entries) if (entry.kind === 'file' && contains(beginningOf(entry.body), wanted)) return `/${entry.path}`;
  return undefined;
}

const beginningOf = (body: Body): Uint8Array => body.read(0, isInMemory(body) ? body.size : BEGINNING);

function contains(bytes: Uint8Array, wanted: Uint8Array): boolean {
  const last = bytes.length - wanted.length;
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0 && at <= last; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    let length = 1;
    while (length < wanted.length && bytes[at + length] === wanted[length]) length++;
    if (length >= wanted.length) return true;
  }
  return false;
}
