// Where in a YAML file a value stands.
import { type Document, isMap, isNode, isPair, isScalar, isSeq, type LineCounter } from 'yaml';

/** Fields and positions from the file's top down; in a list a text is the id of an entry. */
export type Path = readonly (string | number)[];

/** The line of the field that a path leads to; of the nearest group around it when it is not there. */
export function lineOf(document: Document, counter: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let at = startOf(node) ?? 0;
  for (const part of path) {
    const next = entryOf(node, part);
    if (!next) break;
    at = startOf(next.named) ?? startOf(next.value) ?? at;
    node = next.value;
  }
  return counter.linePos(at).line;
}

function entryOf(node: unknown, part: PropertyKey): { readonly named?: unknown; readonly value: unknown } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : undefined) === String(part));
    return pair && { named: pair.key, value: pair.value };
  }
  if (!isSeq(node)) return undefined;
  const value =
    typeof part === 'number'
      ? node.items[part]
      : node.items.find((one) => isMap(one) && (one.get('id') === part || one.get('name') === part));
  return value === undefined ? undefined : { value };
}

function startOf(node: unknown): number | undefined {
  if (isPair(node)) return startOf(node.key);
  return isNode(node) ? node.range?.[0] : undefined;
}
