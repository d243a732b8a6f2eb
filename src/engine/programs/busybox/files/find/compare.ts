import type { Call } from '../../applet.ts';
import { unsigned } from '../../numbers.ts';

/** `+N`, `-N` or `N` of find's numeric tests. */
export interface Wanted {
  readonly sign: '+' | '-' | '';
  readonly number: number;
}

export function wanted(a: Call, text: string): Wanted {
  const sign = text.startsWith('+') ? '+' : text.startsWith('-') ? '-' : '';
  const digits = text.slice(sign.length);
  return { sign, number: unsigned(digits) ?? a.die(`invalid number '${digits}'`) };
}

/** Whether a value is more, less or exactly as wanted. */
export const meets = (value: number, { sign, number }: Wanted): boolean =>
  sign === '+' ? value > number : sign === '-' ? value < number : value === number;

/** Whether an age in seconds is as wanted in units of `unit` seconds: exactly N means from N to N+1. */
export const agedBy = (age: number, { sign, number }: Wanted, unit: number): boolean =>
  sign === '+' ? age >= (number + 1) * unit : sign === '-' ? age < number * unit : age >= number * unit && age < (number + 1) * unit;

/** `-size N[bck…]`: bytes, as the suffix counts them; 512-byte blocks without one. */
export function wantedSize(a: Call, text: string): Wanted {
  const sign = text.startsWith('+') ? '+' : text.startsWith('-') ? '-' : '';
  const rest = text.slice(sign.length);
  const [, digits, suffix = 'b'] = /^(\d+)([bckwMG])?$/.exec(rest) ?? [];
  const unit = { c: 1, w: 2, b: 512, k: 1024, M: 1024 ** 2, G: 1024 ** 3 }[suffix];
  if (digits === undefined || unit === undefined) return a.die(`invalid number '${rest}'`);
  return { sign, number: Number(digits) * unit };
}
