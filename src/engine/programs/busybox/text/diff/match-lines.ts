import { type Step, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';

/** A pair of equal lines of a common subsequence; `before` leads to the pair before it. */
interface Candidate {
  readonly x: number;
  readonly y: number;
  readonly before: Candidate | undefined;
}

/**
 * For each line of the first file (from 1) the equal line of the second in a longest common subsequence, 0 for none; entry
 * 0 is 0 and the last is one past the second file's end. Hunt and McIlroy's algorithm, with diff's choices among equals.
 * Without `thorough` lines that occur very often are not all tried.
 */
export function* matchLines(a: Call, first: readonly string[], second: readonly string[], thorough: boolean): Step<number[]> {
  const pairs = new Array<number>(first.length + 2).fill(0);
  pairs[first.length + 1] = second.length + 1;
  let prefix = 0;
  while (prefix < first.length && prefix < second.length && first[prefix] === second[prefix]) prefix++;
  let suffix = 0;
  while (
    suffix < first.length - prefix &&
    suffix < second.length - prefix &&
    first[first.length - 1 - suffix] === second[second.length - 1 - suffix]
  )
    suffix++;
  for (let i = 1; i <= prefix; i++) pairs[i] = i;
  for (let i = 0; i < suffix; i++) pairs[first.length - i] = second.length - i;

  const places = new Map<string, number[]>();
  const length = second.length - prefix - suffix;
  for (let y = 1; y <= length; y++) {
    const line = second[prefix + y - 1]!;
    const known = places.get(line);
    if (known === undefined) places.set(line, [y]);
    else known.push(y);
  }
  const count = first.length - prefix - suffix;
  const bound = thorough ? Number.POSITIVE_INFINITY : Math.max(256, Math.floor(Math.sqrt(count)));
  const ends: Candidate[] = [{ x: 0, y: 0, before: undefined }];
  for (let x = 1; x <= count; x++) {
    if (a.p.tick()) yield TURN;
    const ys = places.get(first[prefix + x - 1]!);
    if (ys === undefined) continue;
    let oldLength = 0;
    let old = ends[0]!;
    for (let tries = 0; tries < ys.length && tries <= bound; tries++) {
      const y = ys[tries]!;
      if (y <= old.y) continue;
      const at = search(ends, y);
      if (at !== oldLength + 1) old = ends[at - 1]!;
      const made = { x, y, before: old };
      if (at === ends.length) {
        ends.push(made);
        break;
      }
      if (ends[at]!.y <= y) continue;
      old = ends[at]!;
      ends[at] = made;
      oldLength = at;
    }
  }
  for (let at: Candidate | undefined = ends.at(-1); at !== undefined && at.y > 0; at = at.before) pairs[at.x + prefix] = at.y + prefix;
  return pairs;
}

/** Where `y` belongs among the ends of the longest subsequences. */
function search(ends: readonly Candidate[], y: number): number {
  if (ends.at(-1)!.y < y) return ends.length;
  let low = 0;
  let high = ends.length;
  for (;;) {
    const middle = (low + high) >> 1;
    if (middle <= low) return middle + 1;
    const value = ends[middle]!.y;
    if (value > y) high = middle;
    else if (value < y) low = middle;
    else return middle;
  }
}
