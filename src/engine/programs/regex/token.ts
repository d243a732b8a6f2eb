import { RegexError, type Syntax } from './syntax.ts';

/** Places that a pattern can ask for without matching a byte. */
export type Anchor = 'line-start' | 'line-end' | 'text-start' | 'text-end' | 'word-start' | 'word-end' | 'inside-word' | 'outside-word';

export type Token =
  | { readonly kind: 'char'; readonly byte: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor | 'boundary' | 'no-boundary' }
  | { readonly kind: 'reference'; readonly group: number }
  | { readonly kind: 'shorthand'; readonly letter: 'w' | 'W' | 's' | 'S' }
  | { readonly kind: 'alt' | 'open' | 'close' | 'star' | 'plus' | 'question' | 'open-brace' | 'close-brace' | 'bracket' | 'any' | 'end' };

const ESCAPED_ANCHORS: Readonly<Record<string, Anchor | 'boundary' | 'no-boundary'>> = {
  '<': 'word-start',
  '>': 'word-end',
  b: 'boundary',
  B: 'no-boundary',
  '`': 'text-start',
  "'": 'text-end',
};

/** Cuts a pattern into tokens, glibc's peek_token. */
export class Lexer {
  readonly text: string;
  readonly raw: string;
  readonly #syntax: Syntax;

  constructor(text: string, raw: string, syntax: Syntax) {
    this.text = text;
    this.raw = raw;
    this.#syntax = syntax;
  }

  /** The token at `at` and its length. `caretHere`: a caret anchors at this place whatever stands before it. */
  peek(at: number, caretHere: boolean): { token: Token; length: number } {
    const { text } = this;
    const { extended } = this.#syntax;
    if (at >= text.length) return { token: { kind: 'end' }, length: 0 };
    const char = text[at]!;
    const byte = text.charCodeAt(at);
    const plain: Token = { kind: 'char', byte };
    const one = (token: Token): { token: Token; length: number } => ({ token, length: 1 });
    switch (char) {
      case '\\':
        return this.#escaped(at);
      case '\n':
        return one(this.#syntax.newlineAlternates ? { kind: 'alt' } : plain);
      case '|':
        return one(extended ? { kind: 'alt' } : plain);
      case '*':
        return one({ kind: 'star' });
      case '+':
        return one(extended ? { kind: 'plus' } : plain);
      case '?':
        return one(extended ? { kind: 'question' } : plain);
      case '{':
        return one(extended ? { kind: 'open-brace' } : plain);
      case '}':
        return one(extended ? { kind: 'close-brace' } : plain);
      case '(':
        return one(extended ? { kind: 'open' } : plain);
      case ')':
        return one(extended ? { kind: 'close' } : plain);
      case '[':
        return one({ kind: 'bracket' });
      case '.':
        return one({ kind: 'any' });
      case '^': {
        const anchors = extended || caretHere || at === 0 || (this.#syntax.newlineAlternates && text[at - 1] === '\n');
        return one(anchors ? { kind: 'anchor', anchor: 'line-start' } : plain);
      }
      case '$': {
        if (!extended && at + 1 < text.length) {
          const next = this.peek(at + 1, false).token.kind;
          if (next !== 'alt' && next !== 'close') return one(plain);
        }
        return one({ kind: 'anchor', anchor: 'line-end' });
      }
      default:
        return one(plain);
    }
  }

  #escaped(at: number): { token: Token; length: number } {
    const { extended } = this.#syntax;
    if (at + 1 >= this.text.length) throw new RegexError('EESCAPE');
    const char = this.raw[at + 1]!;
    const two = (token: Token): { token: Token; length: number } => ({ token, length: 2 });
    const anchor = ESCAPED_ANCHORS[char];
    if (anchor !== undefined) return two({ kind: 'anchor', anchor });
    if (char >= '1' && char <= '9') return two({ kind: 'reference', group: char.charCodeAt(0) - 48 });
    if (char === 'w' || char === 'W' || char === 's' || char === 'S') return two({ kind: 'shorthand', letter: char });
    const operator = extended
      ? undefined
      : ({ '|': 'alt', '(': 'open', ')': 'close', '+': 'plus', '?': 'question', '{': 'open-brace', '}': 'close-brace' } as const)[char];
    return two(operator === undefined ? { kind: 'char', byte: this.text.charCodeAt(at + 1) } : { kind: operator });
  }
}
