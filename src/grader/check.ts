// The shape of a check: a name, its parameters, and a function from facts to a Finding.

import type { Evidence, Finding } from './finding.ts';
import type { GradeInput, ImageFacts } from './input/index.ts';
import type { FindingKey } from './words/en.ts';

/** What a parameter may be. `reference` is a familiar image reference with its tag. */
export type ParamKind = 'reference' | 'path' | 'name' | 'number' | 'text' | 'texts';
type ParamValue<K extends ParamKind> = K extends 'number' ? number : K extends 'texts' ? readonly string[] : string;
export type Params<S extends Record<string, ParamKind>> = { readonly [K in keyof S]: ParamValue<S[K]> };

export interface Check {
  readonly name: string;
  readonly params: Readonly<Record<string, ParamKind>>;
  run(input: GradeInput, params: Readonly<Record<string, unknown>>): Finding;
}

/** Declares a check; its parameters arrive already validated against `params`. */
export function defineCheck<const S extends Record<string, ParamKind>>(
  name: string,
  params: S,
  run: (input: GradeInput, params: Params<S>) => Finding,
): Check {
  return { name, params, run: (input, values) => run(input, values as Params<S>) };
}

export const met = (evidence?: Evidence): Finding => ({ ok: true, key: 'met', values: {}, ...(evidence ? { evidence } : {}) });

export function unmet(key: FindingKey, values: Finding['values'], evidence?: Evidence): Finding {
  return { ok: false, key, values, ...(evidence ? { evidence } : {}) };
}

/** The image with this familiar reference. */
export function findImage(input: GradeInput, reference: string): ImageFacts | undefined {
  return input.after.images.find((image) => image.refs.includes(reference));
}

/** Looks up all references first, so that "no such image" is said in one way everywhere. */
export function withImages(input: GradeInput, references: readonly string[], then: (...images: ImageFacts[]) => Finding): Finding {
  const images: ImageFacts[] = [];
  for (const reference of references) {
    const image = findImage(input, reference);
    if (!image) return unmet('image-missing', { image: reference });
    images.push(image);
  }
  return then(...images);
}

/** First 12 hex digits, as `docker images` prints ids. */
export const shortID = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/** First four hex digits: the code printed on a bed in the pictures. */
export const code = (digest: string): string => digest.replace(/^sha256:/, '').slice(0, 4);

/** How many layers two images share, counted from the bottom. */
export function sharedLayers(a: ImageFacts, b: ImageFacts): number {
  let count = 0;
  while (count < a.layers.length && count < b.layers.length && a.layers[count]?.diffID === b.layers[count]?.diffID) count++;
  return count;
}
