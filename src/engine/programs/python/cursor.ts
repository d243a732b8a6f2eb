import type { Span } from './ast.ts';
import { SourceError, type Token } from './tokens.ts';

export const KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);
const MAX_DEPTH = 120;

/** A place in the words of a source. */
export class Cursor {
  readonly #tokens: readonly Token[];
  #index = 0;
  #depth = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }
  get token(): Token {
    return this.#tokens[this.#index]!;
  }
  get previous(): Token {
    return this.#tokens[Math.max(0, this.#index - 1)]!;
  }
  peek(ahead = 1): Token {
    return this.#tokens[Math.min(this.#index + ahead, this.#tokens.length - 1)]!;
  }
  next(): Token {
    const { token } = this;
    if (this.#index < this.#tokens.length - 1) this.#index++;
    return token;
  }
  /** Whether the present word is this operator or keyword. */
  is(text: string): boolean {
    const { kind, text: own } = this.token;
    return own === text && (kind === 'operator' || (kind === 'name' && KEYWORDS.has(text)));
  }
  eat(text: string): boolean {
    if (!this.is(text)) return false;
    this.next();
    return true;
  }
  expect(text: string, message = 'invalid syntax'): Token {
    if (!this.is(text)) this.fail(message);
    return this.next();
  }
  name(): string {
    const { kind, text } = this.token;
    if (kind !== 'name' || KEYWORDS.has(text)) this.fail();
    return this.next().text;
  }
  fail(
    message = 'invalid syntax',
    token: { line: number; at: number; end?: number; endLine?: number } = this.token,
    kind: SourceError['kind'] = 'SyntaxError',
  ): never {
    throw new SourceError(
      message,
      token.line,
      token.at,
      kind,
      token.endLine === undefined || token.endLine === token.line ? token.end : undefined,
    );
  }
  /** Marks a deeper level; give it back with `leave`. */
  enter(): void {
    if (++this.#depth > MAX_DEPTH) this.fail('too many nested parentheses');
  }
  leave(): void {
    this.#depth--;
  }
  /** The span from a place to the last word taken. */
  span(from: { readonly line: number; readonly at: number }): Span {
    const { endLine, end } = this.previous;
    return { line: from.line, at: from.at, endLine, end };
  }
}
