import { type Step, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import type { Hunk } from './read-patch.ts';

/** What applying a hunk came to: where to go on, or at which line the file ended and whether the hunk seemed reversed. */
export type Applied = { readonly next: number } | { readonly ended: number; readonly reversed: boolean };

/**
 * Applies a hunk to `lines` from index `from` on: the first place where all its old lines stand. Lines before it and its
 * new lines are added to `out`. A hunk with less context after than before its changes must reach the end.
 */
export function* applyHunk(a: Call, hunk: Hunk, reverse: boolean, lines: readonly string[], from: number, out: string[]): Step<Applied> {
  const added = reverse ? '-' : '+';
  const removed = reverse ? '+' : '-';
  const leading = hunk.lines.findIndex((line) => line[0] !== ' ');
  const trailing = hunk.lines.length - 1 - hunk.lines.findLastIndex((line) => line[0] !== ' ');
  const mustEnd = trailing < leading;
  const old = hunk.lines.filter((line) => line[0] !== added);
  let reversed = false;
  for (let at = from; at <= lines.length; at++) {
    if (a.p.tick()) yield TURN;
    let matched = 0;
    for (const line of hunk.lines) {
      const text = lines[at + matched];
      if (line[0] === added) {
        if (text === line.slice(1)) reversed = true;
        continue;
      }
      if (text !== line.slice(1)) break;
      matched++;
    }
    if (matched < old.length || (mustEnd && at + matched < lines.length)) continue;
    out.push(...lines.slice(from, at));
    for (const line of hunk.lines) if (line[0] !== removed) out.push(line.slice(1));
    return { next: at + old.length };
  }
  return { ended: lines.length + 1, reversed };
}
