// Patterns of ${name#pattern}, ${name%pattern} and ${name/pattern/replacement}: * and ? only, no brackets.
import { DockerfileError } from '../error.ts';

type Token = { readonly kind: 'rune'; readonly rune: string } | { readonly kind: 'any' } | { readonly kind: 'star' };

/** A pattern ready to match, or the text of the error in it. */
export type Pattern = { readonly tokens: readonly Token[] } | { readonly error: string };

export function compilePattern(text: readonly string[]): Pattern {
  const tokens: Token[] = [];
  for (let i = text[0] === '\ufeff' ? 1 : 0; i < text.length; i += 1) {
    let rune = text[i]!;
    if (rune === '*') tokens.push({ kind: 'star' });
    else if (rune === '?') tokens.push({ kind: 'any' });
    else {
      if (rune === '\\') {
        const next = text[i + 1];
        if (next === '}' || next === '/') continue;
        if (next !== '*' && next !== '?' && next !== '\\') return { error: `invalid escape '\\${next ?? '\ufffd'}'` };
        rune = next;
        i += 1;
      }
      tokens.push({ kind: 'rune', rune });
    }
  }
  return { tokens };
}

const workLimit = 32 * 1024 * 1024;

/** One pattern on one text. Time and memory are bounded by their product, which may not exceed 32 Mi: a state that failed once is not tried again. */
export class Matcher {
  private readonly tokens: readonly Token[];
  private readonly text: readonly string[];
  private readonly greedy: boolean;
  private readonly dead: Uint8Array;

  constructor(tokens: readonly Token[], text: readonly string[], greedy: boolean) {
    const states = (tokens.length + 1) * (text.length + 1);
    if (states > workLimit) throw new DockerfileError('limit', 'a pattern and its value are too long to be matched');
    this.tokens = tokens;
    this.text = text;
    this.greedy = greedy;
    this.dead = new Uint8Array(states);
  }

  /** Where a match that starts at `start` ends: the first that backtracking with greedy or lazy stars finds; -1 for none. */
  endOf(start: number): number {
    const { tokens, text, dead } = this;
    const width = text.length + 1;
    const stack: { token: number; at: number; tried: number }[] = [{ token: 0, at: start, tried: 0 }];
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!;
      const token = tokens[top.token];
      if (token === undefined) return top.at;
      const consumes = top.at < text.length && (token.kind === 'rune' ? text[top.at] === token.rune : text[top.at] !== '\n');
      const star = token.kind === 'star';
      const order = !star ? (consumes ? 'g' : '') : !consumes ? 's' : this.greedy ? 'gs' : 'sg';
      const choice = order[top.tried];
      if (choice === undefined) {
        dead[top.token * width + top.at] = 1;
        stack.pop();
        continue;
      }
      top.tried += 1;
      const next = { token: choice === 'g' && star ? top.token : top.token + 1, at: choice === 'g' ? top.at + 1 : top.at, tried: 0 };
      if (dead[next.token * width + next.at] === 0) stack.push(next);
    }
    return -1;
  }

  /** The leftmost match at or after `from`. */
  find(from: number): { start: number; end: number } | undefined {
    for (let start = from; start <= this.text.length; start += 1) {
      const end = this.endOf(start);
      if (end >= 0) return { start, end };
    }
    return undefined;
  }
}

/** A pattern read backwards; an escape stays before what it escapes. */
export function reversePattern(pattern: readonly string[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < pattern.length; i += 1) {
    if (pattern[i] === '\\' && i + 1 < pattern.length) {
      out.push(pattern[i + 1]!, '\\');
      i += 1;
    } else out.push(pattern[i]!);
  }
  return out.reverse();
}
