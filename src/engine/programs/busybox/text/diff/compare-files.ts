import { type Step, SysError } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { openInput } from '../input.ts';
import { matchLines } from './match-lines.ts';

export interface DiffOptions {
  readonly text: boolean;
  readonly blanks: 'exact' | 'amount' | 'none';
  readonly skipBlankLines: boolean;
  readonly thorough: boolean;
  readonly ignoreCase: boolean;
  readonly brief: boolean;
  readonly tabPrefix: boolean;
  readonly expandTabs: boolean;
  readonly context: number;
  readonly labels: readonly (string | undefined)[];
}

interface Change {
  /** Lines of each file, from 1; empty when `to` is before `from`. */
  readonly from: [number, number];
  readonly to: [number, number];
}

interface TextFile {
  readonly lines: readonly string[];
  /** The last line lacks its newline. */
  readonly open: boolean;
}

/** What comparing two files says: they are the same, they differ (and a difference was printed), or they differ in bytes. */
export type Verdict = 'same' | 'printed' | 'differ';

/** Compares two files; a missing one (undefined) is empty. */
export function* compareFiles(
  a: Call,
  paths: readonly [string, string],
  missing: readonly [boolean, boolean],
  options: DiffOptions,
): Step<Verdict> {
  const contents: string[] = [];
  for (const i of [0, 1] as const) contents.push(missing[i] ? '' : yield* content(a, paths[i]));
  if (contents[0] === contents[1]) return 'same';
  if (!options.text && contents.some((text) => text.includes('\0'))) return 'differ';
  const files = contents.map(linesOf) as [TextFile, TextFile];
  const keys = files.map((file) =>
    file.lines.map(
      (line, index) => keyOf(line, options) + (file.open && index === file.lines.length - 1 && options.blanks === 'exact' ? '' : '\n'),
    ),
  );
  const pairs = yield* matchLines(a, keys[0]!, keys[1]!, options.thorough);
  const hunks = hunksOf(pairs, files, options);
  if (hunks.length === 0) return 'same';
  if (options.brief) return 'differ';
  yield* a.line(`--- ${options.labels[0] ?? paths[0]}`);
  yield* a.line(`+++ ${options.labels[1] ?? paths[1]}`);
  for (const hunk of hunks) yield* print(a, hunk, files, options);
  return 'printed';
}

function* content(a: Call, path: string): Step<string> {
  try {
    const input = openInput(a, path);
    const text = yield* input.rest();
    input.close();
    return text;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    return a.die(`${path}: ${error.message}`, 2);
  }
}

function linesOf(text: string): TextFile {
  const lines = text.split('\n');
  const open = lines.at(-1) !== '';
  if (!open) lines.pop();
  return { lines, open };
}

function keyOf(line: string, options: DiffOptions): string {
  let key = line;
  if (options.blanks === 'none') key = key.replace(/[ \t-\r]+/g, '');
  else if (options.blanks === 'amount') key = key.replace(/[ \t-\r]+$/, '').replace(/[ \t-\r]+/g, ' ');
  return options.ignoreCase ? key.replace(/[A-Z]+/g, (run) => run.toLowerCase()) : key;
}

/** Changes that are close enough to share their context. */
function hunksOf(pairs: number[], files: readonly [TextFile, TextFile], options: DiffOptions): Change[][] {
  const last = files[0].lines.length;
  const hunks: Change[][] = [];
  let hunk: Change[] = [];
  let filled = false;
  const end = (): void => {
    if (hunk.length > 0 && !(options.skipBlankLines && !filled)) hunks.push(hunk);
    hunk = [];
    filled = false;
  };
  for (let i = 1; ; ) {
    let from = i;
    while (from <= last && pairs[from] === pairs[from - 1]! + 1) from++;
    const newFrom = pairs[from - 1]! + 1;
    let to = from - 1;
    while (to < last && pairs[to + 1] === 0) to++;
    const newTo = pairs[to + 1]! - 1;
    if (from <= to || newFrom <= newTo) {
      const before = hunk.at(-1);
      const near = 2 * options.context + 1;
      if (before !== undefined && from > before.to[0] + near && newFrom > before.to[1] + near) {
        end();
        continue;
      }
      const empty = (file: TextFile, low: number, high: number): boolean => file.lines.slice(low - 1, high).every((line) => line === '');
      if (!empty(files[0], from, to) || !empty(files[1], newFrom, newTo)) filled = true;
      hunk.push({ from: [from, newFrom], to: [to, newTo] });
    }
    i = to + 1;
    if (i > last) break;
    pairs[to] = newTo;
  }
  end();
  return hunks;
}

function* print(a: Call, hunk: readonly Change[], files: readonly [TextFile, TextFile], options: DiffOptions): Step<void> {
  const spans = ([0, 1] as const).map((side) => {
    const low = Math.max(1, hunk[0]!.from[side] - options.context);
    const high = Math.min(files[side].lines.length, hunk.at(-1)!.to[side] + options.context);
    return [low, high] as const;
  });
  const range = ([low, high]: readonly [number, number]): string =>
    `${Math.min(low, high)}${low === high ? '' : `,${low < high ? high - low + 1 : 0}`}`;
  yield* a.line(`@@ -${range(spans[0]!)} +${range(spans[1]!)} @@`);
  const lines = function* (side: 0 | 1, from: number, to: number, mark: string): Step<void> {
    const file = files[side];
    for (let number = from; number <= to; number++) {
      yield* a.line(mark + (options.tabPrefix ? '\t' : '') + shown(file.lines[number - 1]!, options));
      if (file.open && number === file.lines.length) yield* a.line('\\ No newline at end of file');
    }
  };
  let at = spans[0]![0];
  for (const { from, to } of hunk) {
    yield* lines(0, at, from[0] - 1, ' ');
    yield* lines(0, from[0], to[0], '-');
    yield* lines(1, from[1], to[1], '+');
    at = to[0] + 1;
  }
  yield* lines(0, at, spans[0]![1], ' ');
}

function shown(line: string, { expandTabs }: DiffOptions): string {
  if (!expandTabs) return line;
  let out = '';
  for (const char of line) out += char === '\t' ? ' '.repeat(8 - (out.length & 7)) : char;
  return out;
}
