// The shape of a check: a name, its parameters, and a function from facts to a Finding.

import { named } from './checks/quote.ts';
import type { Evidence, Finding, Localized } from './finding.ts';
import type { GradeInput, ImageFacts } from './input/index.ts';
import type { Params, Spec } from './params.ts';
import type { FindingKey } from './words/en/index.ts';

/** How the authoring guide presents a check. */
export interface CheckDoc {
  /** What it asks, one sentence in both languages. */
  readonly about: Localized;
  /** A valid `with`. */
  readonly example: Readonly<Record<string, unknown>>;
}

export interface Check extends CheckDoc {
  readonly name: string;
  readonly params: Spec;
  run(input: GradeInput, params: Readonly<Record<string, unknown>>): Finding;
}

/** Declares a check; its parameters arrive already validated against `params`. The input is that of the machine the condition names. */
export function defineCheck<const S extends Spec>(
  name: string,
  params: S,
  doc: CheckDoc,
  run: (input: GradeInput, params: Params<S>) => Finding,
): Check {
  return { name, params, ...doc, run: (input, values) => run(input, values as Params<S>) };
}

export const met = (evidence?: Evidence): Finding => ({ ok: true, key: 'met', values: {}, ...(evidence ? { evidence } : {}) });

export function unmet(key: FindingKey, values: Finding['values'], evidence?: Evidence): Finding {
  return { ok: false, key, values, ...(evidence ? { evidence } : {}) };
}

/** The image with this familiar reference. */
export function findImage(input: GradeInput, reference: string): ImageFacts | undefined {
  return input.after.images.find((image) => image.refs.includes(reference));
}

/** Says "no such image" in one way everywhere. */
export function withImage(input: GradeInput, reference: string, then: (image: ImageFacts) => Finding): Finding {
  const image = findImage(input, reference);
  if (image) return then(image);
  const near = nearby(input, reference);
  return near === '' ? unmet('image-missing', { image: reference }) : unmet('image-other-tag', { image: reference, near });
}

/** Names that differ in the tag only: what a learner who mistyped one has made. */
function nearby(input: GradeInput, reference: string): string {
  const repository = reference.slice(0, reference.lastIndexOf(':') + 1);
  const refs = input.after.images.flatMap((image) => image.refs).filter((ref) => ref.startsWith(repository));
  return named(refs);
}

/** The same for two images. */
export function withPair(input: GradeInput, a: string, b: string, then: (first: ImageFacts, second: ImageFacts) => Finding): Finding {
  return withImage(input, a, (first) => withImage(input, b, (second) => then(first, second)));
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

/** A number of bytes, its digits in threes set apart so that both languages read them. */
export const bytes = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
