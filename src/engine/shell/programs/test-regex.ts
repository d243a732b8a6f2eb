import { compilePattern, matchTokens, type PatternToken } from '../expand/pattern.ts';

/** POSIX extended regular expressions as far as `[[ text =~ regex ]]` needs them: whether one occurs in a text. */
type Regex =
  | { readonly kind: 'character'; readonly token: PatternToken }
  | { readonly kind: 'start' | 'end' | 'empty' }
  | { readonly kind: 'both'; readonly parts: readonly Regex[] }
  | { readonly kind: 'either'; readonly options: readonly Regex[] }
  | { readonly kind: 'repeat'; readonly body: Regex; readonly min: number; readonly max: number };

const MAX_REPEAT = 255;
const MAX_STATES = 20_000;

/** Whether `regex` matches somewhere in `text`; undefined when it is not a regular expression. */
export function matchesRegex(regex: string, text: string): boolean | undefined {
  const parser = new RegexParser(regex);
  const tree = parser.parse();
  if (tree === undefined) return undefined;
  const machine = new Machine();
  const final = machine.add(tree, 0);
  return final === undefined ? undefined : machine.run(final, text);
}

class RegexParser {
  readonly #text: string;
  #at = 0;
  #bad = false;
  #depth = 0;
  constructor(text: string) {
    this.#text = text;
  }
  parse(): Regex | undefined {
    const tree = this.#either();
    return this.#bad || this.#at < this.#text.length ? undefined : tree;
  }
  #either(): Regex {
    const options: Regex[] = [this.#both()];
    while (this.#text[this.#at] === '|') {
      this.#at++;
      options.push(this.#both());
    }
    return options.length === 1 ? options[0]! : { kind: 'either', options };
  }
  #both(): Regex {
    const parts: Regex[] = [];
    for (;;) {
      const c = this.#text[this.#at];
      if (c === undefined || c === '|' || c === ')' || this.#bad) break;
      parts.push(this.#repeated(this.#atom(c)));
    }
    return parts.length === 0 ? { kind: 'empty' } : { kind: 'both', parts };
  }
  #repeated(atom: Regex): Regex {
    let body = atom;
    for (;;) {
      const rest = this.#text.slice(this.#at, this.#at + 12);
      const c = rest[0];
      const counted = /^\{(\d+)(,?)(\d*)\}/.exec(rest);
      if (c === '*') body = { kind: 'repeat', body, min: 0, max: Number.POSITIVE_INFINITY };
      else if (c === '+') body = { kind: 'repeat', body, min: 1, max: Number.POSITIVE_INFINITY };
      else if (c === '?') body = { kind: 'repeat', body, min: 0, max: 1 };
      else if (counted !== null) {
        const min = Number(counted[1]);
        const max = counted[2] === '' ? min : counted[3] === '' ? Number.POSITIVE_INFINITY : Number(counted[3]);
        if (min > MAX_REPEAT || max < min || (max > MAX_REPEAT && max !== Number.POSITIVE_INFINITY)) this.#bad = true;
        body = { kind: 'repeat', body, min, max };
        this.#at += counted[0].length - 1;
      } else return body;
      this.#at++;
      if (++this.#depth > 1000) this.#bad = true;
    }
  }
  #atom(c: string): Regex {
    this.#at++;
    if (c === '^') return { kind: 'start' };
    if (c === '$') return { kind: 'end' };
    if (c === '.') return { kind: 'character', token: { kind: 'any' } };
    if (c === '(') {
      if (++this.#depth > 200) this.#bad = true;
      const inner: Regex = this.#bad ? { kind: 'empty' } : this.#either();
      if (this.#text[this.#at++] !== ')') this.#bad = true;
      return inner;
    }
    if (c === '[') {
      const end = this.#bracketEnd();
      const [token] = compilePattern(this.#text.slice(this.#at - 1, end).replaceAll('\\', '\\\\'));
      this.#at = end;
      if (token?.kind !== 'set') this.#bad = true;
      return { kind: 'character', token: token ?? { kind: 'any' } };
    }
    if (c === '*' || c === '+' || c === '?') this.#bad = true;
    const text = c === '\\' ? this.#text[this.#at++] : c;
    if (text === undefined) this.#bad = true;
    return { kind: 'character', token: { kind: 'one', text: text ?? '' } };
  }
  #bracketEnd(): number {
    const found = /^\^?\]?(?:\[[:.=][\s\S]*?[:.=]\]|[^\]])*\]/.exec(this.#text.slice(this.#at));
    if (found === null) this.#bad = true;
    return this.#at + (found?.[0].length ?? 0);
  }
}

interface State {
  token?: PatternToken;
  assert?: 'start' | 'end';
  readonly next: number[];
}

/** A nondeterministic automaton: time is bounded by text length × states. */
class Machine {
  readonly #states: State[] = [{ next: [] }];

  /** Adds a regex after state `from`; gives its last state, undefined when it is too large. */
  add(regex: Regex, from: number): number | undefined {
    if (this.#states.length > MAX_STATES) return undefined;
    switch (regex.kind) {
      case 'empty':
        return from;
      case 'start':
      case 'end':
        return this.#after(from, { assert: regex.kind, next: [] });
      case 'character':
        return this.#after(from, { token: regex.token, next: [] });
      case 'both': {
        let at: number | undefined = from;
        for (const part of regex.parts) at = at === undefined ? undefined : this.add(part, at);
        return at;
      }
      case 'either': {
        const ends = regex.options.map((option) => this.add(option, this.#after(from, { next: [] })));
        const join = this.#after(undefined, { next: [] });
        for (const end of ends) {
          if (end === undefined) return undefined;
          this.#states[end]!.next.push(join);
        }
        return join;
      }
      case 'repeat': {
        let at: number | undefined = from;
        for (let i = 0; i < regex.min && at !== undefined; i++) at = this.add(regex.body, at);
        if (at === undefined || regex.max === regex.min) return at;
        if (regex.max === Number.POSITIVE_INFINITY) {
          const loop = this.#after(at, { next: [] });
          const end = this.add(regex.body, loop);
          if (end === undefined) return undefined;
          this.#states[end]!.next.push(loop);
          return this.#after(loop, { next: [] });
        }
        const join = this.#after(undefined, { next: [] });
        this.#states[at]!.next.push(join);
        for (let i = regex.min; i < regex.max; i++) {
          at = this.add(regex.body, at);
          if (at === undefined) return undefined;
          this.#states[at]!.next.push(join);
        }
        return join;
      }
    }
  }
  #after(from: number | undefined, state: State): number {
    const id = this.#states.push(state) - 1;
    if (from !== undefined) this.#states[from]!.next.push(id);
    return id;
  }

  run(final: number, text: string): boolean {
    let current = new Set<number>();
    for (let i = 0; ; i++) {
      this.#reach(0, i, text, current);
      if (current.has(final)) return true;
      if (i === text.length) return false;
      const after = new Set<number>();
      for (const id of current) {
        for (const next of this.#states[id]!.next) {
          const { token } = this.#states[next]!;
          if (token !== undefined && matchTokens([token], text[i]!)) this.#reach(next, i + 1, text, after);
        }
      }
      current = after;
    }
  }
  /** Adds a state and what can be reached from it without taking a character. */
  #reach(start: number, at: number, text: string, into: Set<number>): void {
    const pending = [start];
    while (pending.length > 0) {
      const id = pending.pop()!;
      if (into.has(id)) continue;
      into.add(id);
      for (const next of this.#states[id]!.next) {
        const state = this.#states[next]!;
        if (state.token !== undefined) continue;
        if (state.assert === 'start' && at !== 0) continue;
        if (state.assert === 'end' && at !== text.length) continue;
        pending.push(next);
      }
    }
  }
}
