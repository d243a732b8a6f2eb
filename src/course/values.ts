// The values of one learner's exercise, and putting them into texts. Pure and small: pages use it too.
import { hashOfUnits } from './fnv.ts';

export type Choices = Readonly<Record<string, readonly string[]>>;
export type Values = Readonly<Record<string, string>>;

export const firstValues = (choices: Choices): Values =>
  Object.fromEntries(Object.entries(choices).map(([name, list]) => [name, list[0] ?? '']));

/** The values of one learner; seed 0 takes the first of each. `scope` keeps two exercises of one seed apart. */
export function valuesOf(choices: Choices, seed: number, scope: string): Values {
  return Object.fromEntries(
    Object.entries(choices).map(([name, list]) => [name, list[seed === 0 ? 0 : hash(`${seed}/${scope}/${name}`) % list.length] ?? '']),
  );
}

/** A place for a value in a text: `@name@`. */
export const place = /@([a-z][a-z0-9]*)@/g;

export const fillText = (text: string, values: Values): string => text.replace(place, (found, name: string) => values[name] ?? found);

/** The upper bits are folded in, because the lower ones choose. */
function hash(text: string): number {
  const state = hashOfUnits(text);
  return (state ^ (state >>> 15)) >>> 0;
}
