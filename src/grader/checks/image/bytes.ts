// A text anywhere in an image: in a file of any layer, hidden ones too, in its config or its history.
import type { Evidence } from '../../finding.ts';
import type { ImageFacts } from '../../input/index.ts';

type Place =
  | { readonly in: 'config' }
  | { readonly in: 'history' }
  | { readonly in: 'layer'; readonly layer: number; readonly path: string; readonly diffID: string };

/** Config and history first: they are read at once. */
export function placeOf(image: ImageFacts, text: string): Place | undefined {
  if (mentions(image.config, text) || image.author?.includes(text)) return { in: 'config' };
  if (image.history.some(({ createdBy, comment }) => createdBy.includes(text) || comment.includes(text))) return { in: 'history' };
  for (const [index, layer] of image.layers.entries()) {
    const path = layer.holds(text);
    if (path !== undefined) return { in: 'layer', layer: index + 1, path, diffID: layer.diffID };
  }
  return undefined;
}

/** Whether a text stands in a value, as part of a name or of a text. */
function mentions(value: unknown, text: string): boolean {
  if (typeof value === 'string') return value.includes(text);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, one]) => name.includes(text) || mentions(one, text)) || assigned(value, text);
}

/** Labels are a record; `name=value` finds them all the same. */
const assigned = (value: object, text: string): boolean =>
  text.includes('=') && Object.entries(value).some(([name, one]) => typeof one === 'string' && `${name}=${one}`.includes(text));

export const evidenceOf = (image: ImageFacts, place: Place): Evidence =>
  place.in === 'layer' ? { image: image.id, layers: [place.diffID], paths: [place.path] } : { image: image.id };
