import { extendedSyntax, Regex, RegexError } from '../../../regex/index.ts';
import { Lexer } from './lexer.ts';
import type { AwkFunction, AwkProgram, Expression, Pattern, Rule, Statement } from './node.ts';
import { ExpressionParser, type Names } from './parse-expression.ts';
import { AwkError, AwkFailure, MESSAGES } from './source-error.ts';
import { EXPRESSION, STATEMENT, TC } from './token.ts';
import { Cell } from './value.ts';

/** What a rule may begin with. */
const MAIN = EXPRESSION | TC.lbrace | TC.begin | TC.end | TC.function | TC.eof | TC.newline;
const ENDS = TC.semicolon | TC.newline | TC.rbrace;
const MAX_DEPTH = 200;

/** Compiles a pattern for use with and without IGNORECASE. Throws AwkFailure. */
export function compilePattern(text: string): Pattern {
  try {
    return { plain: new Regex(text, extendedSyntax), folded: new Regex(text, { ...extendedSyntax, ignoreCase: true }) };
  } catch (error) {
    if (!(error instanceof RegexError)) throw error;
    throw new AwkFailure(`bad regex '${text}': ${error.message}`);
  }
}

/** Reads programs; several, one after the other, make one. */
export class Parser implements Names {
  readonly program: AwkProgram = { begin: [], rules: [], end: [] };
  readonly #variables: Map<string, Cell>;
  readonly #functions = new Map<string, AwkFunction>();
  readonly #parameters = new Map<string, number>();
  #lexer = new Lexer('');
  #expressions = new ExpressionParser(this.#lexer, this);
  #loops = 0;
  #depth = 0;

  /** Variables that programs name are added to `variables`. */
  constructor(variables: Map<string, Cell>) {
    this.#variables = variables;
  }

  parse(source: string): void {
    const lexer = new Lexer(source);
    this.#lexer = lexer;
    this.#expressions = new ExpressionParser(lexer, this);
    let cls = lexer.next(MAIN);
    while (cls !== TC.eof) {
      switch (cls) {
        case TC.newline:
          cls = lexer.next(MAIN);
          continue;
        case TC.begin:
        case TC.end:
          lexer.next(TC.lbrace);
          (cls === TC.begin ? this.program.begin : this.program.end).push(this.#block());
          break;
        case TC.function:
          this.#function();
          break;
        case TC.lbrace:
          this.program.rules.push({ pattern: undefined, body: this.#block(), inRange: false });
          break;
        default:
          lexer.rollBack();
          this.program.rules.push(this.#rule());
          if (lexer.cls === TC.eof) return;
      }
      cls = lexer.next(MAIN | TC.semicolon);
      if (cls === TC.semicolon) cls = lexer.next(MAIN);
    }
  }

  // ── names

  variable(name: string, node: Expression): void {
    const parameter = this.#parameters.get(name);
    node.op = parameter === undefined ? 'variable' : 'parameter';
    node.value = parameter ?? this.#cell(name);
  }
  call(name: string, node: Expression): void {
    node.op = 'call';
    node.value = this.#functionNamed(name);
  }
  regexp(text: string, node: Expression): void {
    node.op = 'regexp';
    node.value = compilePattern(text);
  }

  #cell(name: string): Cell {
    let cell = this.#variables.get(name);
    if (cell === undefined) {
      cell = new Cell();
      this.#variables.set(name, cell);
    }
    return cell;
  }
  #functionNamed(name: string): AwkFunction {
    let made = this.#functions.get(name);
    if (made === undefined) {
      made = { name, parameters: 0, body: undefined };
      this.#functions.set(name, made);
    }
    return made;
  }

  // ── rules and functions

  #rule(): Rule {
    const pattern = this.#expressions.parse(TC.semicolon | TC.newline | TC.eof | TC.lbrace);
    const body = this.#lexer.cls === TC.lbrace ? this.#block() : undefined;
    return { pattern, body, inRange: false };
  }

  #function(): void {
    const lexer = this.#lexer;
    lexer.next(TC.call);
    const made = this.#functionNamed(lexer.text);
    if (made.body !== undefined) throw new AwkError('Duplicate function', lexer.line);
    for (;;) {
      if (lexer.next(TC.variable | TC.rparen) === TC.rparen) break;
      this.#parameters.set(lexer.text, made.parameters++);
      if (lexer.next(TC.comma | TC.rparen) === TC.rparen) break;
    }
    while (lexer.next(TC.lbrace | TC.newline) === TC.newline);
    made.body = this.#block();
    this.#parameters.clear();
  }

  // ── statements

  /** Statements up to a closing brace; the opening one has been read. */
  #block(): Statement {
    if (++this.#depth > MAX_DEPTH) throw new AwkError('Statements too deep', this.#lexer.line);
    const body: Statement[] = [];
    for (;;) {
      const cls = this.#lexer.next(STATEMENT | TC.rbrace);
      if (cls === TC.rbrace) break;
      if (cls === TC.newline) continue;
      this.#lexer.rollBack();
      body.push(this.#statement());
    }
    this.#depth--;
    return { kind: 'block', body };
  }

  #statement(): Statement {
    const lexer = this.#lexer;
    let cls: number;
    do cls = lexer.next(STATEMENT);
    while (cls === TC.newline);
    if (cls === TC.lbrace) return this.#block();
    if ((cls & (EXPRESSION | TC.semicolon)) !== 0) {
      lexer.rollBack();
      const { line } = lexer;
      return { kind: 'expression', value: this.#toEnd(), line };
    }
    if (++this.#depth > MAX_DEPTH) throw new AwkError('Statements too deep', lexer.line);
    const made = this.#keyword(lexer.meaning.op);
    this.#depth--;
    return made;
  }

  /** The expression of a statement, up to its end; a closing brace is left. */
  #toEnd(): Expression | undefined {
    const value = this.#expressions.parse(ENDS);
    if (this.#lexer.cls === TC.rbrace) this.#lexer.rollBack();
    return value;
  }
  #condition(): Expression | undefined {
    this.#lexer.next(TC.lparen);
    return this.#expressions.parse(TC.rparen);
  }
  #loop(): Statement {
    this.#loops++;
    const body = this.#statement();
    this.#loops--;
    return body;
  }

  #keyword(word: string): Statement {
    const lexer = this.#lexer;
    const { line } = lexer;
    switch (word) {
      case 'if': {
        const test = this.#condition();
        const then = this.#statement();
        if (lexer.next(STATEMENT | TC.rbrace | TC.else) === TC.else) return { kind: 'if', test, then, otherwise: this.#statement() };
        lexer.rollBack();
        return { kind: 'if', test, then, otherwise: undefined };
      }
      case 'while': {
        const test = this.#condition();
        return { kind: 'while', test, body: this.#loop() };
      }
      case 'do': {
        const body = this.#loop();
        lexer.next(TC.while);
        return { kind: 'do', test: this.#condition(), body };
      }
      case 'for':
        return this.#for();
      case 'print':
      case 'printf': {
        const list = this.#expressions.parse(ENDS | TC.redirect);
        let redirect: '>' | '>>' | '|' | undefined;
        let target: Expression | undefined;
        if (lexer.cls === TC.redirect) {
          redirect = lexer.meaning.op as '>' | '>>' | '|';
          target = this.#expressions.parse(ENDS);
        }
        if (lexer.cls === TC.rbrace) lexer.rollBack();
        return { kind: word, list, redirect, target, line };
      }
      case 'break':
      case 'continue':
        if (this.#loops === 0) throw new AwkError(`'${word}' not in a loop`, lexer.line);
        this.#toEnd();
        return { kind: word };
      case 'next':
      case 'nextfile':
        this.#toEnd();
        return { kind: word };
      default: {
        const value = this.#toEnd();
        if (word === 'delete' && value === undefined) throw new AwkError(MESSAGES.tooFewArguments, lexer.line);
        return { kind: word as 'return' | 'exit' | 'delete', value, line };
      }
    }
  }

  #for(): Statement {
    this.#lexer.next(TC.lparen);
    const first = this.#expressions.parse(TC.semicolon | TC.rparen);
    if (this.#lexer.cls === TC.rparen) {
      if (first === undefined || first.op !== 'in') throw new AwkError(MESSAGES.unexpectedToken, this.#lexer.line);
      return { kind: 'for-in', variable: first.left!, array: first.right!, body: this.#loop() };
    }
    const test = this.#expressions.parse(TC.semicolon);
    const step = this.#expressions.parse(TC.rparen);
    return { kind: 'for', first, test, step, body: this.#loop() };
  }
}
