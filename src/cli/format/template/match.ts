import { type GoValue, kindOf, typeName } from './value.ts';

/** Whether Go would accept `value` for a parameter of this type: types must be identical, named types are not their underlying type. */
export function matches(value: GoValue, type: string): boolean {
  if (type === 'any' || type === 'interface {}') return true;
  const name = typeName(value);
  return name === type || (type === '[]string' && name === 'strslice.StrSlice') || (type === 'error' && kindOf(value) === 'invalid');
}

export function invalidFor(got: string, want: string): string {
  return `wrong type for value; expected ${want}; got ${got}`;
}
