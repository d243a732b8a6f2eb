import { type Step, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { type Input, openOrComplain } from './input.ts';

const ORDER = ['l', 'w', 'm', 'c', 'L'] as const;
type Counts = Record<(typeof ORDER)[number], number>;
const none = (): Counts => ({ l: 0, w: 0, m: 0, c: 0, L: 0 });

/** wc: counts lines, words, characters, bytes and the longest line. */
export const wc: Applet = function* (a) {
  const options = a.options('lwmcL');
  const chosen = ORDER.filter((key) => options.has(key));
  const columns = chosen.length === 0 ? (['l', 'w', 'c'] as const) : chosen;
  const files = options.rest.length === 0 ? [undefined] : options.rest;
  const show = (counts: Counts, name: string | undefined): Step<void> => {
    const numbers = columns.map((key) =>
      columns.length === 1 && files.length === 1 ? String(counts[key]) : String(counts[key]).padStart(9),
    );
    return a.line(numbers.join(' ') + (name === undefined ? '' : ` ${name}`));
  };
  const total = none();
  let status = 0;
  for (const file of files) {
    const input = yield* openOrComplain(a, file ?? '-');
    if (input === undefined) {
      status = 1;
      continue;
    }
    const counts = yield* count(a, input);
    if (input.error !== undefined) {
      yield* a.complainOf(file ?? 'standard input', input.error);
      status = 1;
    }
    input.close();
    yield* show(counts, file);
    for (const key of ORDER) total[key] = key === 'L' ? Math.max(total.L, counts.L) : total[key] + counts[key];
  }
  if (files.length > 1) yield* show(total, 'total');
  return status;
};

function* count(a: Call, input: Input): Step<Counts> {
  const counts = none();
  let inWord = false;
  let width = 0;
  const endWord = (): void => {
    if (inWord) counts.w++;
    inWord = false;
  };
  const endLine = (): void => {
    counts.L = Math.max(counts.L, width);
    width = 0;
  };
  for (;;) {
    const part = yield* input.some();
    if (part === undefined) break;
    counts.c += part.length;
    for (let i = 0; i < part.length; i++) {
      const byte = part.charCodeAt(i);
      if (byte > 32 && byte < 127) {
        inWord = true;
        width++;
      } else if (byte === 32) {
        width++;
        endWord();
      } else if (byte === 9) {
        width = (width | 7) + 1;
        endWord();
      } else if (byte >= 10 && byte <= 13) {
        if (byte === 10) counts.l++;
        if (byte !== 11) endLine();
        endWord();
      }
    }
    if (a.p.tick()) yield TURN;
  }
  endWord();
  endLine();
  counts.m = counts.c;
  return counts;
}
