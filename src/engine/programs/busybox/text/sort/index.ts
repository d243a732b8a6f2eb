// sort: lines ordered by keys.
// Knows keys and comparisons; refuses to know how files are stored.
// Ties fall back to the whole line, unless -s or -u says otherwise.
import { type Step, TURN } from '../../../../kernel/index.ts';
import type { Applet, Call } from '../../applet.ts';
import { chomp, type Input, openInput } from '../input.ts';
import { byBytes, type Comparison, comparisonFor, type Key, keyOf, readKey } from './key.ts';

/** sort: lines ordered by keys. */
export const sort: Applet = function* (a) {
  a.errorStatus = 2;
  const options = a.options('ngMVucszbrdfimS:T:o:k:t:');
  const letters = new Set(options.given.map(([key]) => key));
  const separator = options.value('t');
  if (separator !== undefined && separator.length !== 1) a.die('bad -t parameter');
  const keys: Key[] = options.values('k').map((text) => readKey(a, text));
  if (keys.length === 0) keys.push({ range: [1, 0, 0, 0], flags: new Set() });
  const delimiter = options.has('z') ? '\0' : '\n';
  const lines = yield* readLines(a, options.rest.length === 0 ? ['-'] : options.rest, delimiter);
  const sorting = new Sorting(a, keys, letters, separator);
  if (options.has('c')) {
    for (let i = 1; i < lines.length; i++) {
      if (sorting.compare(lines[i - 1]!, lines[i]!, !options.has('u')) > (options.has('u') ? -1 : 0)) {
        yield* a.warn(`Check line ${i}\n`);
        return 1;
      }
      if (a.p.tick()) yield TURN;
    }
    return 0;
  }
  let sorted = yield* mergeSort(a, lines, (x, y) => sorting.compare(x, y, true));
  if (options.has('u'))
    sorted = sorted.filter(
      ((last: Item | undefined) => (item: Item) => {
        const keep = last === undefined || sorting.compare(last, item, false) !== 0;
        if (keep) last = item;
        return keep;
      })(undefined),
    );
  const output = options.value('o');
  if (output !== undefined) {
    try {
      a.p.io.dup2(a.p.fs.open(output, { write: true, create: true, truncate: true }), 1);
    } catch (error) {
      a.dieOf(`can't open '${output}'`, error);
    }
  }
  for (const { line } of sorted) {
    yield* a.print(line + delimiter);
    if (a.p.tick()) yield TURN;
  }
  return 0;
};

/** A line and its keys. */
interface Item {
  readonly line: string;
  /** Place in the input. */
  readonly index: number;
  readonly keys: (string | undefined)[];
}

class Sorting {
  readonly #keys: readonly { key: Key; flags: ReadonlySet<string>; compare: Comparison; reverse: boolean }[];
  readonly #reverse: boolean;
  /** -s: lines that tie keep their order, and so are never equal to -u; the last key's -r turns even that around. */
  readonly #stable: boolean;
  readonly #separator: string | undefined;

  constructor(a: Call, keys: readonly Key[], letters: ReadonlySet<string>, separator: string | undefined) {
    this.#keys = keys.map((key) => {
      const flags = key.flags.size > 0 ? key.flags : letters;
      return { key, flags, compare: comparisonFor(a, flags), reverse: flags.has('r') };
    });
    this.#reverse = letters.has('r');
    this.#stable = letters.has('s');
    this.#separator = separator;
  }

  compare(x: Item, y: Item, tieBreak: boolean): number {
    for (let i = 0; i < this.#keys.length; i++) {
      const { key, flags, compare, reverse } = this.#keys[i]!;
      const order = compare(
        (x.keys[i] ??= keyOf(x.line, key, flags, this.#separator)),
        (y.keys[i] ??= keyOf(y.line, key, flags, this.#separator)),
      );
      if (order !== 0) return reverse ? -order : order;
    }
    if (this.#stable) return x.index > y.index === this.#keys.at(-1)!.reverse ? -1 : 1;
    if (!tieBreak) return 0;
    const order = byBytes(x.line, y.line);
    return this.#reverse ? -order : order;
  }
}

function* zLine(input: Input): Step<string | undefined> {
  const line = yield* input.line('\0');
  return line === undefined ? undefined : chomp(line, '\0');
}

function* readLines(a: Call, files: readonly string[], delimiter: string): Step<Item[]> {
  const lines: Item[] = [];
  for (const file of files) {
    let input: Input;
    try {
      input = openInput(a, file);
    } catch (error) {
      a.dieOf(file, error);
    }
    for (;;) {
      const line = yield* delimiter === '\0' ? zLine(input) : input.text();
      if (line === undefined) break;
      lines.push({ line, index: lines.length, keys: [] });
      if (a.p.tick()) yield TURN;
    }
    input.close();
  }
  return lines;
}

/** A stable sort that lets others have their turns. */
function* mergeSort(a: Call, items: Item[], compare: (x: Item, y: Item) => number): Step<Item[]> {
  let from = items;
  let to: Item[] = new Array(items.length);
  for (let width = 1; width < items.length; width *= 2) {
    for (let low = 0; low < items.length; low += 2 * width) {
      const middle = Math.min(low + width, items.length);
      const high = Math.min(low + 2 * width, items.length);
      for (let left = low, right = middle, at = low; at < high; at++) {
        const takeLeft = left < middle && (right >= high || compare(from[left]!, from[right]!) <= 0);
        to[at] = takeLeft ? from[left++]! : from[right++]!;
        if (a.p.tick()) yield TURN;
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
