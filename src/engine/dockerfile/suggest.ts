import { toLower, toUpper } from '../go/case.ts';

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1);
  row.unshift(0);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1));
    }
    row = next;
  }
  return row[b.length]!;
}

function matchCase(option: string, like: string): string {
  if (like === toLower(like)) return toLower(option);
  if (like === toUpper(like)) return toUpper(option);
  return option;
}

/**
 * The option at an edit distance below 3 that is nearest to `value`, the first of equals; '' when there is none or when `value` is itself an option.
 * BuildKit's util/suggest, whose choice among equals is random.
 */
export function suggest(value: string, options: Iterable<string>, caseSensitive: boolean): string {
  const wanted = caseSensitive ? value : toLower(value);
  const runes = [...wanted];
  let best = '';
  let least = 3;
  for (const given of options) {
    const option = caseSensitive ? given : toLower(given);
    if (option === wanted) return '';
    const letters = [...option];
    if (Math.abs(letters.length - runes.length) >= least) continue;
    const far = distance(runes, letters);
    if (far < least) {
      best = caseSensitive ? option : matchCase(option, value);
      least = far;
    }
  }
  return best;
}

/** `message` with " (did you mean X?)" behind it when there is an X. */
export function withSuggestion(message: string, value: string, options: Iterable<string>, caseSensitive: boolean): string {
  const match = suggest(value, options, caseSensitive);
  return match === '' ? message : `${message} (did you mean ${match}?)`;
}
