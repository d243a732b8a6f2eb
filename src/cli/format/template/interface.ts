import type { GoValue } from './value.ts';

/** A value read out of an untyped container: its static type is `interface {}`, which error texts show. */
export class Interface {
  readonly value: GoValue;
  constructor(value: GoValue) {
    this.value = value;
  }
}

/** What the evaluator passes around; undefined is Go's invalid reflect.Value (a missing key). */
export type Reflected = GoValue | Interface | undefined;

/** The dynamic value; a nil interface becomes invalid, as in reflect.ValueOf(v.Interface()). */
export function unwrap(v: Reflected): GoValue | undefined {
  if (v instanceof Interface) return v.value === null ? undefined : v.value;
  return v;
}
