import { type Expr, NotUnderstood, type Stmt } from './ast.ts';
import type { Token } from './tokens.ts';

const LEVELS: readonly (readonly string[])[] = [
  ['||'],
  ['&&'],
  ['==', '!=', '<', '<=', '>', '>='],
  ['+', '-', '|', '^'],
  ['*', '/', '%', '<<', '>>', '&'],
];
const MAX_DEPTH = 200;

/** What C and Go have in common: tokens taken one by one, and expressions. */
export class Parser {
  readonly tokens: readonly Token[];
  readonly language: 'c' | 'go';
  at = 0;
  /** Names of functions that are called, with the line of the first call. */
  readonly calls = new Map<string, number>();
  /** In the head of an `if` or `for` of Go a brace begins the body. */
  noBraces = false;
  #depth = 0;

  constructor(tokens: readonly Token[], language: 'c' | 'go') {
    this.tokens = tokens;
    this.language = language;
  }

  get token(): Token {
    return this.tokens[this.at]!;
  }
  peek(ahead = 1): Token {
    return this.tokens[Math.min(this.at + ahead, this.tokens.length - 1)]!;
  }
  is(text: string): boolean {
    return this.token.text === text && this.token.kind !== 'string';
  }
  take(text: string): boolean {
    if (!this.is(text)) return false;
    this.at++;
    return true;
  }
  need(text: string): void {
    if (!this.take(text)) this.fail(`expected '${text}' before '${this.token.text}'`);
  }
  name(): string {
    if (this.token.kind !== 'name') this.fail(`expected a name before '${this.token.text}'`);
    return this.tokens[this.at++]!.text;
  }
  fail(message: string): never {
    throw new NotUnderstood(this.token.line, message);
  }

  expression(): Expr {
    if (++this.#depth > MAX_DEPTH) this.fail('an expression is too deep');
    const value = this.#ternary();
    this.#depth--;
    return value;
  }

  #ternary(): Expr {
    const left = this.#binary(0);
    if (this.language === 'c' && this.take('?')) {
      const yes = this.expression();
      this.need(':');
      return ['?', left, yes, this.expression()];
    }
    if (this.language === 'c' && /^(?:[-+*/%]?=)$/.test(this.token.text) && this.token.kind === 'op' && left[0] === 'v') {
      const operator = this.tokens[this.at++]!.text;
      return ['=', left[1], operator, this.expression()];
    }
    return left;
  }

  #binary(level: number): Expr {
    const operators = LEVELS[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    while (this.token.kind === 'op' && operators.includes(this.token.text)) {
      const operator = this.tokens[this.at++]!.text;
      left = ['b', operator, left, this.#binary(level + 1)];
    }
    return left;
  }

  #unary(): Expr {
    for (const operator of ['!', '-', '+', '~'])
      if (this.token.kind === 'op' && this.is(operator)) {
        this.at++;
        return ['u', operator, this.#unary()];
      }
    if (this.language === 'c' && (this.is('++') || this.is('--'))) {
      const operator = this.tokens[this.at++]!.text;
      const name = this.name();
      return ['=', name, operator === '++' ? '+=' : '-=', ['n', 1]];
    }
    if (this.language === 'c' && this.is('(') && /^(?:void|int|char|long|unsigned|size_t|double|float|const)$/.test(this.peek().text)) {
      while (!this.take(')')) this.at++;
      return this.#unary();
    }
    if (this.language === 'go' && this.take('&')) return this.#unary();
    return this.#postfix(this.#primary());
  }

  #postfix(start: Expr): Expr {
    let value = start;
    for (;;) {
      if (this.is('(') && value[0] === 'v') {
        if (!this.calls.has(value[1])) this.calls.set(value[1], this.token.line);
        value = ['c', value[1], this.#arguments()];
      } else if (this.take('[')) {
        const index = this.expression();
        this.need(']');
        value = ['i', value, index];
      } else if (this.is('.') && value[0] === 'v') {
        this.at++;
        value = ['v', `${value[1]}.${this.name()}`];
      } else if (this.is('.') && value[0] === 'c') {
        this.at++;
        const name = this.name();
        if (!this.is('(')) this.fail(`a field of a result is not understood: .${name}`);
        if (!this.calls.has(`.${name}`)) this.calls.set(`.${name}`, this.token.line);
        value = ['c', `.${name}`, [value, ...this.#arguments()]];
      } else if (this.language === 'c' && (this.is('++') || this.is('--')) && value[0] === 'v') {
        const up = this.tokens[this.at++]!.text === '++';
        value = ['b', up ? '-' : '+', ['=', value[1], up ? '+=' : '-=', ['n', 1]], ['n', 1]];
      } else return value;
    }
  }

  #arguments(): Expr[] {
    this.need('(');
    const before = this.noBraces;
    this.noBraces = false;
    const list: Expr[] = [];
    while (!this.take(')')) {
      list.push(this.expression());
      this.take('...');
      while (this.is(';')) this.at++;
      if (!this.is(')')) this.need(',');
      while (this.is(';')) this.at++;
    }
    this.noBraces = before;
    return list;
  }

  /** Set by a language: a primary expression that only it has. */
  special: () => Expr | undefined = () => undefined;

  #primary(): Expr {
    const special = this.special();
    if (special !== undefined) return special;
    const { kind, text } = this.token;
    if (kind === 'number') {
      this.at++;
      return ['n', Number(text)];
    }
    if (kind === 'string') {
      this.at++;
      let value = text;
      while (this.language === 'c' && this.token.kind === 'string') value += this.tokens[this.at++]!.text;
      return ['s', value];
    }
    if (kind === 'name') {
      this.at++;
      return ['v', text];
    }
    if (this.take('(')) {
      const value = this.expression();
      this.need(')');
      return value;
    }
    return this.fail(`unexpected '${text === '' ? 'end of file' : text}'`);
  }

  /** Statements up to a closing brace, which is taken. */
  block(statement: () => Stmt | undefined): Stmt[] {
    this.need('{');
    const body: Stmt[] = [];
    while (!this.take('}')) {
      if (this.token.kind === 'end') this.fail("expected '}' at end of input");
      if (this.take(';')) continue;
      const made = statement();
      if (made !== undefined) body.push(made);
    }
    return body;
  }
}
