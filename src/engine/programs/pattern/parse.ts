import { type CharTest, classOf } from './classes.ts';

/** A pattern that cannot be read; `at` counts from 0. */
export class PatternError extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

export type Node =
  | { readonly kind: 'empty' | 'start' | 'end' | 'boundary' | 'no-boundary' | 'text-start' | 'text-end' | 'text-end-newline' }
  | { readonly kind: 'char'; readonly test: CharTest }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Node[] }
  | { readonly kind: 'group'; readonly index: number; readonly body: Node }
  | { readonly kind: 'back'; readonly group: number | string }
  | { readonly kind: 'look'; readonly body: Node; readonly behind: boolean; readonly negative: boolean }
  | {
      readonly kind: 'repeat';
      readonly body: Node;
      readonly least: number;
      readonly most: number;
      readonly lazy: boolean;
      readonly firstGroup: number;
      readonly lastGroup: number;
    };

export interface Flags {
  readonly ignoreCase: boolean;
  readonly multiline: boolean;
  readonly dotAll: boolean;
  readonly verbose: boolean;
}

export interface Parsed {
  readonly node: Node;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  readonly flags: Flags;
}

const MAX_DEPTH = 200;

/** Reads a pattern. Throws PatternError. */
export function parsePattern(source: string, flags: Flags): Parsed {
  return new Parser(source, flags).parse();
}

class Parser {
  readonly #source: string;
  #flags: Flags;
  #at = 0;
  #groups = 0;
  #depth = 0;
  readonly #names = new Map<string, number>();

  constructor(source: string, flags: Flags) {
    this.#source = source;
    this.#flags = flags;
  }

  parse(): Parsed {
    this.#inlineFlags();
    const node = this.#choice();
    if (this.#at < this.#source.length) this.#fail('unbalanced parenthesis');
    return { node, groups: this.#groups, names: this.#names, flags: this.#flags };
  }

  #fail(message: string): never {
    throw new PatternError(message, this.#at);
  }
  #eat(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }
  /** `(?i)` and its like at the very beginning. */
  #inlineFlags(): void {
    const found = /^\(\?([imsxauL]+)\)/.exec(this.#source);
    if (found === null) return;
    const has = (flag: string): boolean => found[1]!.includes(flag);
    const old = this.#flags;
    this.#flags = {
      ignoreCase: old.ignoreCase || has('i'),
      multiline: old.multiline || has('m'),
      dotAll: old.dotAll || has('s'),
      verbose: old.verbose || has('x'),
    };
    this.#at = found[0].length;
  }

  #choice(): Node {
    if (++this.#depth > MAX_DEPTH) this.#fail('pattern nested too deeply');
    const parts = [this.#sequence()];
    while (this.#eat('|')) parts.push(this.#sequence());
    this.#depth--;
    return parts.length === 1 ? parts[0]! : { kind: 'choice', parts };
  }
  #sequence(): Node {
    const parts: Node[] = [];
    while (this.#at < this.#source.length && !/[|)]/.test(this.#source[this.#at]!)) {
      if (this.#flags.verbose && this.#skipBlank()) continue;
      parts.push(this.#repeated());
    }
    return parts.length === 1 ? parts[0]! : parts.length === 0 ? { kind: 'empty' } : { kind: 'sequence', parts };
  }
  #skipBlank(): boolean {
    const found = /^(?:\s+|#[^\n]*)/.exec(this.#source.slice(this.#at));
    if (found === null) return false;
    this.#at += found[0].length;
    return true;
  }
  #repeated(): Node {
    const firstGroup = this.#groups + 1;
    let node = this.#atom();
    for (;;) {
      const found = /^(?:([*+?])|\{(\d*)(,?)(\d*)\})/.exec(this.#source.slice(this.#at, this.#at + 20));
      if (found === null || (found[1] === undefined && found[2] === '' && found[4] === '')) return node;
      this.#at += found[0].length;
      const [, mark, low = '', comma, high] = found;
      const least = mark === undefined ? Number(low || 0) : mark === '+' ? 1 : 0;
      const most =
        mark === undefined
          ? comma === ''
            ? least
            : high === ''
              ? Number.POSITIVE_INFINITY
              : Number(high)
          : mark === '?'
            ? 1
            : Number.POSITIVE_INFINITY;
      if (most < least) this.#fail('min repeat greater than max repeat');
      const lazy = this.#eat('?');
      if (!lazy && this.#eat('+')) this.#fail('possessive quantifiers are not simulated by Strata');
      if (/^[*+?]/.test(this.#source.slice(this.#at))) this.#fail('multiple repeat');
      node = { kind: 'repeat', body: node, least, most, lazy, firstGroup, lastGroup: this.#groups };
    }
  }

  #atom(): Node {
    const c = this.#source[this.#at]!;
    if (c === '(') return this.#group();
    if (c === '*' || c === '+' || c === '?') this.#fail('nothing to repeat');
    if (c === '[') return { kind: 'char', test: this.#set() };
    if (c === '\\') return this.#escape();
    this.#at++;
    if (c === '^') return { kind: this.#flags.multiline ? 'start' : 'text-start' };
    if (c === '$') return { kind: this.#flags.multiline ? 'end' : 'text-end-newline' };
    if (c === '.') return { kind: 'char', test: this.#flags.dotAll ? () => true : (d) => d !== 10 };
    return { kind: 'char', test: this.#one(c.charCodeAt(0)) };
  }
  #one(code: number): CharTest {
    if (!this.#flags.ignoreCase) return (d) => d === code;
    const fold = (d: number): number => String.fromCharCode(d).toLowerCase().charCodeAt(0);
    const wanted = fold(code);
    return (d) => d === code || fold(d) === wanted;
  }

  #group(): Node {
    this.#at++;
    const close = (node: Node): Node => (this.#eat(')') ? node : this.#fail('missing ), unterminated subpattern'));
    if (this.#eat('?:')) return close(this.#choice());
    for (const [mark, behind, negative] of [
      ['?=', false, false],
      ['?!', false, true],
      ['?<=', true, false],
      ['?<!', true, true],
    ] as const)
      if (this.#eat(mark)) return close({ kind: 'look', body: this.#choice(), behind, negative });
    if (this.#eat('?#')) {
      while (this.#at < this.#source.length && this.#source[this.#at] !== ')') this.#at++;
      return close({ kind: 'empty' });
    }
    const reference = /^\?P=(\w+)/.exec(this.#source.slice(this.#at));
    if (reference !== null) {
      this.#at += reference[0].length;
      return close({ kind: 'back', group: reference[1]! });
    }
    const named = /^\?P?<([A-Za-z_$][\w$]*)>/.exec(this.#source.slice(this.#at));
    if (named === null && this.#source[this.#at] === '?') this.#fail('unknown extension');
    const index = ++this.#groups;
    if (named !== null) {
      this.#at += named[0].length;
      if (this.#names.has(named[1]!)) this.#fail(`redefinition of group name '${named[1]}'`);
      this.#names.set(named[1]!, index);
    }
    return close({ kind: 'group', index, body: this.#choice() });
  }

  #escape(): Node {
    const rest = this.#source.slice(this.#at + 1, this.#at + 40);
    if (rest === '') this.#fail('bad escape (end of pattern)');
    const take = (length: number, node: Node): Node => {
      this.#at += 1 + length;
      return node;
    };
    if (rest[0] === 'b' || rest[0] === 'B') return take(1, { kind: rest[0] === 'b' ? 'boundary' : 'no-boundary' });
    if (rest[0] === 'A') return take(1, { kind: 'text-start' });
    if (rest[0] === 'Z' || rest[0] === 'z') return take(1, { kind: 'text-end' });
    const name = /^k<(\w+)>/.exec(rest);
    if (name !== null) return take(name[0].length, { kind: 'back', group: name[1]! });
    const number = /^[1-9]\d?/.exec(rest);
    if (number !== null) return take(number[0].length, { kind: 'back', group: Number(number[0]) });
    return { kind: 'char', test: this.#classEscape() };
  }
  /** A class such as \d, or one character. */
  #classEscape(): CharTest {
    const set = classOf(this.#source[this.#at + 1]!);
    if (set !== undefined) {
      this.#at += 2;
      return set;
    }
    return this.#one(this.#charEscape());
  }
  #charEscape(): number {
    const rest = this.#source.slice(this.#at + 1, this.#at + 12);
    const hex = /^(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|u\{([0-9a-fA-F]+)\})/.exec(rest);
    if (hex !== null) {
      this.#at += 1 + hex[0].length;
      return Number.parseInt(hex[1] ?? hex[2] ?? hex[3]!, 16);
    }
    const simple = 'nrtfv0'.indexOf(rest[0] ?? '');
    this.#at += 2;
    return simple < 0 || rest === '' ? rest.charCodeAt(0) || 92 : [10, 13, 9, 12, 11, 0][simple]!;
  }

  #set(): CharTest {
    const opened = this.#at++;
    const negative = this.#eat('^');
    const tests: CharTest[] = [];
    const item = (): CharTest | number => {
      const c = this.#source[this.#at];
      if (c === '\\') {
        const set = classOf(this.#source[this.#at + 1] ?? '');
        if (set !== undefined) {
          this.#at += 2;
          return set;
        }
        if (this.#source[this.#at + 1] === 'b') {
          this.#at += 2;
          return 8;
        }
        return this.#charEscape();
      }
      this.#at++;
      return c!.charCodeAt(0);
    };
    for (let first = true; ; first = false) {
      if (this.#at >= this.#source.length) {
        this.#at = opened;
        this.#fail('unterminated character set');
      }
      // `[]` is empty in JavaScript and begins a set with `]` elsewhere; the latter is rarely meant.
      if (
        this.#source[this.#at] === ']' &&
        !(first && this.#source.indexOf(']', this.#at + 1) > 0 && !this.#source.slice(this.#at + 1).startsWith(')'))
      )
        break;
      const low = item();
      if (
        typeof low === 'number' &&
        this.#source[this.#at] === '-' &&
        this.#source[this.#at + 1] !== ']' &&
        this.#at + 1 < this.#source.length
      ) {
        this.#at++;
        const high = item();
        if (typeof high !== 'number') tests.push(this.#one(low), this.#one(45), high);
        else if (high < low) this.#fail('bad character range');
        else tests.push(this.#range(low, high));
      } else tests.push(typeof low === 'number' ? this.#one(low) : low);
    }
    this.#at++;
    return (d) => tests.some((test) => test(d)) !== negative;
  }
  #range(low: number, high: number): CharTest {
    const within: CharTest = (d) => d >= low && d <= high;
    if (!this.#flags.ignoreCase) return within;
    return (d) =>
      within(d) || within(String.fromCharCode(d).toLowerCase().charCodeAt(0)) || within(String.fromCharCode(d).toUpperCase().charCodeAt(0));
  }
}
