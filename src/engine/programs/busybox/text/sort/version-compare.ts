const COMPARE = 2;
const LENGTH = 3;

/** Kinds of a character: 0 other, 1 digit from 1 to 9, 2 zero. */
const kind = (code: number): number => (code === 48 ? 2 : code > 48 && code < 58 ? 1 : 0);

/** States of what stands before the difference: 0 no digits, 1 a number, 2 a fraction, 3 only zeros; by kind of the next character. */
const NEXT = [
  [0, 1, 3],
  [0, 1, 1],
  [0, 2, 2],
  [0, 2, 3],
] as const;

/** What decides, by state and the kinds of the two characters that differ (glibc's strverscmp). */
const RESULT = [
  [COMPARE, COMPARE, COMPARE, COMPARE, LENGTH, COMPARE, COMPARE, COMPARE, COMPARE],
  [COMPARE, -1, -1, 1, LENGTH, LENGTH, 1, LENGTH, LENGTH],
  [COMPARE, COMPARE, COMPARE, COMPARE, COMPARE, COMPARE, COMPARE, COMPARE, COMPARE],
  [COMPARE, 1, 1, -1, COMPARE, COMPARE, -1, COMPARE, COMPARE],
] as const;

/** Orders names with the numbers in them by value: `a9` before `a10`, numbers with leading zeros as fractions. */
export function compareVersions(x: string, y: string): number {
  const code = (text: string, at: number): number => (at < text.length ? text.charCodeAt(at) : 0);
  let state = 0;
  let at = 0;
  while (code(x, at) === code(y, at)) {
    if (at >= x.length && at >= y.length) return 0;
    state = NEXT[state]![kind(code(x, at))]!;
    at++;
  }
  const difference = code(x, at) - code(y, at);
  const result = RESULT[state]![kind(code(x, at)) * 3 + kind(code(y, at))]!;
  if (result === COMPARE) return difference;
  if (result !== LENGTH) return result;
  const digits = (text: string): number => /^[0-9]*/.exec(text.slice(at))![0].length;
  return digits(x) - digits(y) || difference;
}
