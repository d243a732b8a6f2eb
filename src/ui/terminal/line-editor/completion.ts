// Completing a word: what all candidates share, and how a list of them is laid out in columns.
import { textWidth } from './width.ts';

export function commonPrefix(candidates: readonly string[]): string {
  const [first = '', ...rest] = candidates;
  let length = first.length;
  for (const other of rest) while (!other.startsWith(first.slice(0, length))) length--;
  return first.slice(0, length);
}

/** Rows of names in columns, filled downwards as bash does. A path shows only its last part. */
export function layOut(candidates: readonly string[], columns: number): string[] {
  const names = candidates.map((one) => one.replace(/^.*\/(?=.)/, ''));
  const width = Math.max(...names.map(textWidth)) + 2;
  const perRow = Math.max(1, Math.floor(columns / width));
  const rows = Math.ceil(names.length / perRow);
  return Array.from({ length: rows }, (_, row) => {
    const cells = names.filter((_, index) => index % rows === row);
    return cells.map((name, index) => (index === cells.length - 1 ? name : name + ' '.repeat(width - textWidth(name)))).join('');
  });
}
