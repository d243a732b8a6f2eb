// A text anywhere in an image: in a file of any layer, hidden ones too, in its config or its history.
import { defineCheck, met, unmet, withImage } from '../../check.ts';
import type { Evidence } from '../../finding.ts';
import type { ImageFacts } from '../../input/index.ts';
import { quote } from '../quote.ts';

type Place =
  | { readonly in: 'config' }
  | { readonly in: 'history' }
  | { readonly in: 'layer'; readonly layer: number; readonly path: string; readonly diffID: string };

/** Config and history first: they are read at once. */
function placeOf(image: ImageFacts, text: string): Place | undefined {
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

const evidenceOf = (image: ImageFacts, place: Place): Evidence =>
  place.in === 'layer' ? { image: image.id, layers: [place.diffID], paths: [place.path] } : { image: image.id };

export const bytesAbsent = defineCheck(
  'bytes-absent',
  { image: 'reference', text: 'text' },
  {
    about: {
      en: 'A text stands nowhere in the image: in no layer, deleted files included, nor in its config or history.',
      zh: '镜像里任何地方都没有这段文字：各层（含被删掉的文件）、配置、历史里都没有。',
    },
    example: { image: 'web:1', text: 's3cret' },
  },
  (input, { image, text }) =>
    withImage(input, image, (facts) => {
      const place = placeOf(facts, text);
      const values = { image, text: quote(text) };
      if (place === undefined) return met({ image: facts.id });
      if (place.in === 'config') return unmet('bytes-in-config', values, evidenceOf(facts, place));
      if (place.in === 'history') return unmet('bytes-in-history', values, evidenceOf(facts, place));
      return unmet('bytes-in-layer', { ...values, layer: place.layer, path: place.path }, evidenceOf(facts, place));
    }),
);

export const bytesPresent = defineCheck(
  'bytes-present',
  { image: 'reference', text: 'text' },
  {
    about: {
      en: 'A text stands somewhere in the image: in a layer, its config or its history.',
      zh: '镜像的某处有这段文字：某一层、配置或历史里。',
    },
    example: { image: 'web:1', text: 's3cret' },
  },
  (input, { image, text }) =>
    withImage(input, image, (facts) => {
      const place = placeOf(facts, text);
      return place ? met(evidenceOf(facts, place)) : unmet('bytes-none', { image, text: quote(text) }, { image: facts.id });
    }),
);
