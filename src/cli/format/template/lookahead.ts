import type { Token } from './token.ts';

/** The tokens of a template, of which up to three can be given back. Source: go/src/text/template/parse/parse.go. */
export class Lookahead {
  private readonly tokens: readonly Token[];
  private at = 0;
  private readonly lookahead: Token[] = [];
  private peekCount = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = tokens;
  }

  /** The line of the token that was read last; 1 before any. */
  protected get line(): number {
    return this.lookahead[0]?.line ?? 1;
  }

  private lexNext(): Token {
    const last = this.tokens.length - 1;
    return this.tokens[Math.min(this.at++, last)]!;
  }

  protected next(): Token {
    if (this.peekCount > 0) this.peekCount--;
    else this.lookahead[0] = this.lexNext();
    return this.lookahead[this.peekCount]!;
  }

  protected backup(): void {
    this.peekCount++;
  }

  protected backup2(first: Token): void {
    this.lookahead[1] = first;
    this.peekCount = 2;
  }

  protected backup3(third: Token, second: Token): void {
    this.lookahead[1] = second;
    this.lookahead[2] = third;
    this.peekCount = 3;
  }

  protected peek(): Token {
    if (this.peekCount > 0) return this.lookahead[this.peekCount - 1]!;
    this.peekCount = 1;
    return (this.lookahead[0] = this.lexNext());
  }

  protected nextNonSpace(): Token {
    let token = this.next();
    while (token.kind === 'space') token = this.next();
    return token;
  }

  protected peekNonSpace(): Token {
    const token = this.nextNonSpace();
    this.backup();
    return token;
  }
}
