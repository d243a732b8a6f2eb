import { matcherOf, Search } from './match.ts';
import { type Flags, type Parsed, parsePattern } from './parse.ts';

export interface PatternOptions extends Partial<Flags> {}

export interface Match {
  /** Where the whole begins and ends. */
  readonly index: number;
  readonly end: number;
  /** Group 0 is the whole; undefined for one that took no part. */
  readonly groups: readonly (string | undefined)[];
  /** Start and end of each group, -1 when it took no part. */
  readonly spans: readonly (readonly [number, number])[];
}

/** A compiled pattern. */
export class Pattern {
  readonly source: string;
  readonly #parsed: Parsed;

  /** Throws PatternError. */
  constructor(source: string, options: PatternOptions = {}) {
    const { ignoreCase = false, multiline = false, dotAll = false, verbose = false } = options;
    this.source = source;
    this.#parsed = parsePattern(source, { ignoreCase, multiline, dotAll, verbose });
  }
  get groupCount(): number {
    return this.#parsed.groups;
  }
  get names(): ReadonlyMap<string, number> {
    return this.#parsed.names;
  }

  /** The first match that begins at `from` or later, or exactly there with `sticky`. Throws PatternTooCostly. */
  exec(text: string, from = 0, sticky = false): Match | undefined {
    const search = new Search(text, this.#parsed.groups);
    const matches = matcherOf(this.#parsed, search);
    for (let at = from; at <= text.length; at++) {
      search.step();
      if (matches(at)) return matchOf(search);
      if (sticky) return undefined;
    }
    return undefined;
  }
  test(text: string): boolean {
    return this.exec(text) !== undefined;
  }
}

function matchOf({ slots, text }: Search): Match {
  const spans: [number, number][] = [];
  for (let at = 0; at < slots.length; at += 2) spans.push(slots[at + 1]! < 0 ? [-1, -1] : [slots[at]!, slots[at + 1]!]);
  return {
    index: slots[0]!,
    end: slots[1]!,
    spans,
    groups: spans.map(([start, end]) => (start < 0 ? undefined : text.slice(start, end))),
  };
}
