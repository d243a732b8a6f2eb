import { goQuote, goQuoteRune } from '../quote.ts';
import { keywordKind, type Token, type TokenKind } from './token.ts';

const LEFT = '{{';
const RIGHT = '}}';
const SPACES = ' \t\r\n';

/**
 * Splits a template into tokens, delimiters `{{` and `}}`. The last token is `eof`, or `error` with Go's message as value.
 * Comments are dropped. Source: go/src/text/template/parse/lex.go.
 */
export function lex(input: string): Token[] {
  return new Lexer(input).run();
}

class Lexer {
  private readonly input: string;
  private readonly tokens: Token[] = [];
  private pos = 0;
  private start = 0;
  private line = 1;
  private startLine = 1;
  private parens = 0;
  private failed = false;

  constructor(input: string) {
    this.input = input;
  }

  run(): Token[] {
    while (!this.failed) {
      if (!this.text()) break;
      this.action();
    }
    return this.tokens;
  }

  /** Text up to the next action; false at the end. */
  private text(): boolean {
    const at = this.input.indexOf(LEFT, this.pos);
    if (at < 0) {
      this.pos = this.input.length;
      if (this.pos > this.start) this.emit('text');
      this.emit('eof');
      return false;
    }
    let end = at;
    if (this.leftTrim(at + LEFT.length)) while (end > this.start && SPACES.includes(this.input[end - 1]!)) end--;
    if (end > this.start) {
      this.pos = end;
      this.emit('text');
    }
    this.pos = at;
    this.ignore();
    return true;
  }

  private leftTrim(at: number): boolean {
    return this.input[at] === '-' && at + 1 < this.input.length && SPACES.includes(this.input[at + 1]!);
  }

  private rightTrim(at: number): boolean {
    return SPACES.includes(this.input[at] ?? '?') && this.input.startsWith(`-${RIGHT}`, at + 1);
  }

  private action(): void {
    this.pos += LEFT.length;
    const after = this.pos + (this.leftTrim(this.pos) ? 2 : 0);
    if (this.input.startsWith('/*', after)) {
      this.pos = after;
      this.comment();
      return;
    }
    this.emit('leftDelim');
    this.pos = after;
    this.ignore();
    this.parens = 0;
    while (!this.failed) if (this.inside()) return;
  }

  private comment(): void {
    const close = this.input.indexOf('*/', this.pos);
    if (close < 0) {
      this.error('unclosed comment');
      return;
    }
    this.pos = close + 2;
    if (this.rightTrim(this.pos)) this.pos += 2 + RIGHT.length;
    else if (this.input.startsWith(RIGHT, this.pos)) {
      this.pos += RIGHT.length;
      this.ignore();
      return;
    } else {
      this.error('comment ends before closing delimiter');
      return;
    }
    this.skipSpaceText();
  }

  private skipSpaceText(): void {
    while (this.pos < this.input.length && SPACES.includes(this.input[this.pos]!)) this.pos++;
    this.ignore();
  }

  /** One token inside an action; true when the action ended. */
  private inside(): boolean {
    const trim = this.rightTrim(this.pos);
    if (trim || this.input.startsWith(RIGHT, this.pos)) {
      if (this.parens > 0) {
        this.error('unclosed left paren');
        return true;
      }
      if (trim) {
        this.pos += 2;
        this.ignore();
      }
      this.pos += RIGHT.length;
      this.emit('rightDelim');
      if (trim) this.skipSpaceText();
      return true;
    }
    const c = this.next();
    if (c === undefined) this.error('unclosed action');
    else if (SPACES.includes(c)) this.space();
    else if (c === '=') this.emit('assign');
    else if (c === ':') {
      if (this.next() === '=') this.emit('declare');
      else this.error('expected :=');
    } else if (c === '|') this.emit('pipe');
    else if (c === '"') this.quoted('"', 'string', 'unterminated quoted string', false);
    else if (c === '`') this.quoted('`', 'rawString', 'unterminated raw quoted string', true);
    else if (c === "'") this.quoted("'", 'charConstant', 'unterminated character constant', false);
    else if (c === '$') this.fieldOrVariable('variable');
    else if (c === '.' && !isDigit(this.input[this.pos])) this.fieldOrVariable('field');
    else if (c === '.' || c === '+' || c === '-' || isDigit(c)) {
      this.pos -= 1;
      this.number();
    } else if (isAlphaNumeric(c)) this.identifier();
    else if (c === '(') {
      this.emit('leftParen');
      this.parens++;
    } else if (c === ')') {
      if (--this.parens < 0) this.error('unexpected right paren');
      else this.emit('rightParen');
    } else if (c >= ' ' && c <= '~') this.emit('char');
    else this.error(`unrecognized character in action: ${unicodeName(c)}`);
    return this.failed;
  }

  private space(): void {
    while (SPACES.includes(this.input[this.pos] ?? '?')) {
      if (this.rightTrim(this.pos)) break;
      this.pos++;
    }
    this.emit('space');
  }

  private quoted(close: string, kind: TokenKind, message: string, multiline: boolean): void {
    for (;;) {
      const c = this.next();
      if (c === undefined || (c === '\n' && !multiline)) {
        this.error(message);
        return;
      }
      if (c === '\\' && !multiline) {
        const escaped = this.next();
        if (escaped === undefined || escaped === '\n') {
          this.error(message);
          return;
        }
      } else if (c === close) break;
    }
    this.emit(kind);
  }

  private fieldOrVariable(kind: 'field' | 'variable'): void {
    if (this.atTerminator()) {
      this.emit(kind === 'variable' ? 'variable' : 'dot');
      return;
    }
    this.word();
    if (!this.atTerminator()) {
      this.error(`bad character ${unicodeName(this.peek()!)}`);
      return;
    }
    this.emit(kind);
  }

  private identifier(): void {
    this.word();
    const word = this.input.slice(this.start, this.pos);
    if (!this.atTerminator()) {
      this.error(`bad character ${unicodeName(this.peek()!)}`);
      return;
    }
    const keyword = keywordKind(word);
    if (keyword) this.emit(keyword);
    else if (word === 'true' || word === 'false') this.emit('bool');
    else this.emit('identifier');
  }

  private word(): void {
    for (;;) {
      const c = this.peek();
      if (c === undefined || !isAlphaNumeric(c)) return;
      this.pos += c.length;
    }
  }

  private atTerminator(): boolean {
    const c = this.peek();
    if (c === undefined || SPACES.includes(c)) return true;
    return '.,|:)('.includes(c) || this.input.startsWith(RIGHT, this.pos);
  }

  private number(): void {
    const match = NUMBER.exec(this.input.slice(this.pos, this.pos + 400));
    this.pos += match![0].length;
    const c = this.peek();
    if (c === '+' || c === '-') {
      const imaginary = NUMBER.exec(this.input.slice(this.pos, this.pos + 400))!;
      this.pos += imaginary[0].length;
      this.error(`bad number syntax: ${goQuote(this.input.slice(this.start, this.pos))}`);
      return;
    }
    if (c !== undefined && isAlphaNumeric(c)) {
      this.pos += c.length;
      this.error(`bad number syntax: ${goQuote(this.input.slice(this.start, this.pos))}`);
      return;
    }
    this.emit('number');
  }

  private peek(): string | undefined {
    const code = this.input.codePointAt(this.pos);
    return code === undefined ? undefined : String.fromCodePoint(code);
  }

  private next(): string | undefined {
    const c = this.peek();
    if (c !== undefined) this.pos += c.length;
    return c;
  }

  private countLines(): void {
    for (let i = this.start; i < this.pos; i++) if (this.input[i] === '\n') this.line++;
    this.start = this.pos;
    this.startLine = this.line;
  }

  private ignore(): void {
    this.countLines();
  }

  private emit(kind: TokenKind): void {
    this.tokens.push({ kind, pos: this.start, val: this.input.slice(this.start, this.pos), line: this.startLine });
    this.countLines();
  }

  private error(message: string): void {
    this.tokens.push({ kind: 'error', pos: this.start, val: message, line: this.startLine });
    this.failed = true;
  }
}

const NUMBER =
  /^[+-]?(?:0[xX][0-9a-fA-F_]*(?:\.[0-9a-fA-F_]*)?(?:[pP][+-]?[0-9_]*)?|0[oO][0-7_]*|0[bB][01_]*|[0-9_]*(?:\.[0-9_]*)?(?:[eE][+-]?[0-9_]*)?)i?/;

function isDigit(c: string | undefined): boolean {
  return c !== undefined && c >= '0' && c <= '9';
}

function isAlphaNumeric(c: string): boolean {
  return c === '_' || /^[\p{L}\p{Nd}]$/u.test(c);
}

function unicodeName(c: string): string {
  const code = c.codePointAt(0)!;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')} ${goQuoteRune(code)}`;
}
