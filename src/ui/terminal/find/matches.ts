// Where a text stands in the scrollback. Pure: logical lines in, places out.

export interface Match {
  /** Index of the logical line. */
  readonly line: number;
  /** UTF-16 offsets. */
  readonly from: number;
  readonly to: number;
}

/** Most places that are counted; more are not told apart by anyone. */
const MOST = 999;

/** Upper and lower case are one unless the text searched for has an upper-case letter. */
export function findAll(lines: readonly string[], wanted: string): readonly Match[] {
  if (wanted === '') return [];
  const exact = wanted !== wanted.toLowerCase();
  const needle = exact ? wanted : wanted.toLowerCase();
  const found: Match[] = [];
  for (const [line, text] of lines.entries()) {
    const hay = exact ? text : text.toLowerCase();
    if (hay.length !== text.length) continue;
    for (let at = hay.indexOf(needle); at >= 0 && found.length < MOST; at = hay.indexOf(needle, at + needle.length)) {
      found.push({ line, from: at, to: at + needle.length });
    }
  }
  return found;
}

/** The place to go to: the last one at or above `line`, else the last of all. */
export function nearest(matches: readonly Match[], line: number): number {
  let best = -1;
  for (const [index, match] of matches.entries()) if (match.line <= line) best = index;
  return best === -1 ? matches.length - 1 : best;
}
