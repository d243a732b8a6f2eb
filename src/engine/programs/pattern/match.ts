import { isWord } from './classes.ts';
import type { Node, Parsed } from './parse.ts';

/** A match would have taken more steps than one may take. */
export class PatternTooCostly extends Error {
  constructor() {
    super('strata: this regular expression takes too many steps on this text');
  }
}

/** Steps that one search may take. */
const BUDGET = 2_000_000;

type Next = (at: number) => boolean;
type Matcher = (at: number, next: Next) => boolean;

/** One search: what the groups hold, and how many steps are left. */
export class Search {
  readonly text: string;
  /** Start and end of each group, -1 when it took no part; group 0 is the whole. */
  slots: Int32Array;
  left = BUDGET;
  constructor(text: string, groups: number) {
    this.text = text;
    this.slots = new Int32Array(2 * (groups + 1)).fill(-1);
  }
  step(): void {
    if (--this.left < 0) throw new PatternTooCostly();
  }
}

/** Makes a matcher for one search of a text. Depth of the host's stack is bounded by catching its overflow. */
export function matcherOf(parsed: Parsed, search: Search): (from: number) => boolean {
  const whole = compile(parsed.node, parsed, search);
  return (from) => {
    search.slots.fill(-1);
    try {
      return whole(from, (end) => {
        search.slots[0] = from;
        search.slots[1] = end;
        return true;
      });
    } catch (error) {
      if (error instanceof RangeError) throw new PatternTooCostly();
      throw error;
    }
  };
}

function compile(node: Node, parsed: Parsed, search: Search): Matcher {
  const { text } = search;
  const sub = (each: Node): Matcher => compile(each, parsed, search);
  const here =
    (test: (at: number) => boolean): Matcher =>
    (at, next) =>
      test(at) && next(at);
  const wordAt = (at: number): boolean => at >= 0 && at < text.length && isWord(text.charCodeAt(at));
  switch (node.kind) {
    case 'empty':
      return (at, next) => next(at);
    case 'char':
      return (at, next) => {
        search.step();
        return at < text.length && node.test(text.charCodeAt(at)) && next(at + 1);
      };
    case 'text-start':
      return here((at) => at === 0);
    case 'start':
      return here((at) => at === 0 || text[at - 1] === '\n');
    case 'text-end':
    case 'text-end-newline':
      return here((at) => at === text.length);
    case 'end':
      return here((at) => at === text.length || text[at] === '\n');
    case 'boundary':
      return here((at) => wordAt(at - 1) !== wordAt(at));
    case 'no-boundary':
      return here((at) => wordAt(at - 1) === wordAt(at));
    case 'sequence':
      return node.parts.map(sub).reduceRight((rest, first) => (at, next) => first(at, (middle) => rest(middle, next)));
    case 'choice': {
      const parts = node.parts.map(sub);
      return (at, next) => {
        search.step();
        return parts.some((part) => part(at, next));
      };
    }
    case 'group':
      return group(node.index, sub(node.body), search);
    case 'back':
      return (at, next) => {
        const index = typeof node.group === 'number' ? node.group : (parsed.names.get(node.group) ?? 0);
        const [from, to] = [search.slots[2 * index] ?? -1, search.slots[2 * index + 1] ?? -1];
        if (from < 0 || to < 0) return next(at);
        const wanted = text.slice(from, to);
        const found = text.slice(at, at + wanted.length);
        const same = parsed.flags.ignoreCase ? found.toLowerCase() === wanted.toLowerCase() : found === wanted;
        return same && next(at + wanted.length);
      };
    case 'look':
      return look(sub(node.body), node, search);
    case 'repeat':
      return node.body.kind === 'char' ? repeatChar(node.body.test, node, search) : repeat(sub(node.body), node, search);
  }
}

function group(index: number, body: Matcher, search: Search): Matcher {
  const { slots } = search;
  return (at, next) => {
    const [start, end] = [slots[2 * index]!, slots[2 * index + 1]!];
    const found = body(at, (to) => {
      const [before, after] = [slots[2 * index]!, slots[2 * index + 1]!];
      slots[2 * index] = at;
      slots[2 * index + 1] = to;
      if (next(to)) return true;
      slots[2 * index] = before;
      slots[2 * index + 1] = after;
      return false;
    });
    if (!found) {
      slots[2 * index] = start;
      slots[2 * index + 1] = end;
    }
    return found;
  };
}

function look(body: Matcher, { behind, negative }: { behind: boolean; negative: boolean }, search: Search): Matcher {
  return (at, next) => {
    const saved = search.slots.slice();
    let found = false;
    if (!behind) found = body(at, () => true);
    for (let from = at; behind && !found && from >= 0; from--) {
      search.step();
      found = body(from, (end) => end === at);
    }
    if (found === negative) {
      search.slots.set(saved);
      return false;
    }
    if (negative) search.slots.set(saved);
    if (next(at)) return true;
    search.slots.set(saved);
    return false;
  };
}

/** A repeated single character needs no recursion: it counts, then gives back. */
function repeatChar(test: (code: number) => boolean, node: Node & { kind: 'repeat' }, search: Search): Matcher {
  const { text } = search;
  const { least, most, lazy } = node;
  return (at, next) => {
    let count = 0;
    const fits = (): boolean => count < most && at + count < text.length && test(text.charCodeAt(at + count));
    if (lazy) {
      for (;;) {
        search.step();
        if (count >= least && next(at + count)) return true;
        if (!fits()) return false;
        count++;
      }
    }
    while (fits()) {
      search.step();
      count++;
    }
    for (; count >= least; count--) {
      search.step();
      if (next(at + count)) return true;
    }
    return false;
  };
}

function repeat(body: Matcher, node: Node & { kind: 'repeat' }, search: Search): Matcher {
  const { least, most, lazy, firstGroup, lastGroup } = node;
  const { slots } = search;
  const go = (at: number, count: number, next: Next): boolean => {
    search.step();
    if (count >= least && lazy && next(at)) return true;
    if (count < most) {
      const saved = slots.slice(2 * firstGroup, 2 * lastGroup + 2);
      slots.fill(-1, 2 * firstGroup, 2 * lastGroup + 2);
      // A round that takes nothing would go on for ever.
      if (body(at, (to) => (to > at || count < least) && go(to, count + 1, next))) return true;
      slots.set(saved, 2 * firstGroup);
    }
    return count >= least && !lazy && next(at);
  };
  return (at, next) => go(at, 0, next);
}
