import type { Call } from '../applet.ts';

/** What a letter after a number multiplies it by. */
export type Suffixes = Readonly<Record<string, number>>;

/** b:512 k:1024 m:1024², as head, tail and od read them. */
export const BKM: Suffixes = { b: 512, k: 1024, m: 1024 * 1024 };

export interface NumberRules {
  readonly min?: number;
  readonly max?: number;
  readonly suffixes?: Suffixes;
  readonly radix?: 0 | 8 | 10 | 16;
}

/** A number given as an argument; ends the applet when it is none (`invalid number 'x'`) or out of range. */
export function numberArgument(a: Call, text: string, rules: NumberRules = {}): number {
  const min = rules.min ?? 0;
  const max = rules.max ?? 0xffff_ffff;
  const match = /^([+-]?)(0[xX][0-9a-fA-F]+|[0-9]+)([a-zA-Z]*)$/.exec(text);
  if (match === null || (match[1] === '-' && min >= 0) || match[1] === '+') a.die(`invalid number '${text}'`);
  const digits = match[2]!;
  const radix = rules.radix ?? 10;
  const isHex = /^0[xX]/.test(digits);
  if (isHex && radix !== 0 && radix !== 16) a.die(`invalid number '${text}'`);
  const base = isHex || radix === 16 ? 16 : radix === 0 && /^0./.test(digits) ? 8 : radix === 0 ? 10 : radix;
  let number = base === 8 ? Number.parseInt(digits, 8) : Number.parseInt(digits, base);
  if (base === 8 && /[89]/.test(digits)) a.die(`invalid number '${text}'`);
  if (number >= 2 ** 64) a.die(`invalid number '${text}'`);
  const suffix = match[3]!;
  if (suffix !== '') {
    const factor = rules.suffixes !== undefined && Object.hasOwn(rules.suffixes, suffix) ? rules.suffixes[suffix] : undefined;
    if (factor === undefined) a.die(`invalid number '${text}'`);
    number *= factor;
  }
  if (match[1] === '-') number = -number;
  if (number < min || number > max) a.die(`number ${text} is not in ${min}..${max} range`);
  return number;
}
