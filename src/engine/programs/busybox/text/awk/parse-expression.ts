import type { Lexer } from './lexer.ts';
import type { Expression } from './node.ts';
import { AwkError, MESSAGES } from './source-error.ts';
import { BINARY, EXPRESSION, OPERAND, PREFIX, TC } from './token.ts';

/** What the parser of expressions asks of the one of programs. */
export interface Names {
  /** The node of a variable or parameter. */
  variable(name: string, node: Expression): void;
  call(name: string, node: Expression): void;
  regexp(text: string, node: Expression): void;
}

/** The lowest priority: nothing is below the root. */
const ROOT = 127;
const ASSIGNMENTS = new Set(['=', '+=', '-=', '*=', '/=', '%=', '^=']);
/** What can be assigned to. */
const PLACES = new Set(['variable', 'parameter', 'field']);
/** Deepest nesting of parentheses, indices and calls. */
const MAX_DEPTH = 200;

const newNode = (op: string, priority: number, line: number): Expression => ({
  op,
  priority,
  line,
  up: undefined,
  left: undefined,
  right: undefined,
});

/**
 * Reads expressions, operators by precedence: a new operator climbs from the node read last over all that bind closer and
 * takes what it has reached as its left side.
 */
export class ExpressionParser {
  readonly #lexer: Lexer;
  readonly #names: Names;
  #depth = 0;

  constructor(lexer: Lexer, names: Names) {
    this.#lexer = lexer;
    this.#names = names;
  }

  /** An expression up to one of the classes in `ends`, which is consumed; undefined for an empty one. */
  parse(ends: number): Expression | undefined {
    if (++this.#depth > MAX_DEPTH) throw new AwkError('Expression too deep', this.#lexer.line);
    const lexer = this.#lexer;
    const root = newNode('root', ROOT, 0);
    let last = root;
    let getline: Expression | undefined;
    let expected = EXPRESSION | ends;
    for (;;) {
      const cls = lexer.next(expected);
      if ((cls & ends) !== 0) break;
      const { meaning } = lexer;
      if (getline !== undefined && meaning.op === '<') {
        const source = newNode('concat', 37, lexer.line);
        source.up = getline;
        getline.left = source;
        last = source;
        getline = undefined;
        expected = OPERAND | PREFIX;
      } else if ((cls & (BINARY | TC.postfix)) !== 0) {
        last = this.#operator(last, cls);
        if ((cls & BINARY) === 0) expected = OPERAND | PREFIX | BINARY | ends;
        else if (meaning.op === '|getline') {
          lexer.next(TC.getline);
          last.priority = 0;
          expected = OPERAND | PREFIX | BINARY | ends;
        } else expected = OPERAND | PREFIX | TC.regexp;
      } else {
        const above = last;
        last = newNode(meaning.op, meaning.priority, lexer.line);
        last.up = above;
        above.right = last;
        expected = meaning.op === 'pre++' || meaning.op === 'pre--' ? TC.variable | TC.array | TC.prefix1 : OPERAND | PREFIX | TC.regexp;
        if ((cls & (OPERAND | TC.regexp)) === 0) continue;
        expected = PREFIX | TC.postfix | BINARY | OPERAND | ends;
        if (cls === TC.number || cls === TC.string) expected &= ~TC.postfix;
        if (cls === TC.getline) {
          getline = last;
          expected = OPERAND | PREFIX | BINARY | ends;
        } else if (cls === TC.lparen) {
          const inner = this.parse(TC.rparen);
          if (inner === undefined) throw new AwkError('Empty sequence', lexer.line);
          above.right = inner;
          inner.up = above;
          last = inner;
        } else this.#operand(cls, last);
      }
    }
    this.#depth--;
    return root.right;
  }

  #operator(last: Expression, cls: number): Expression {
    const { op, priority } = this.#lexer.meaning;
    let under = last;
    while (priority > (under.up!.priority & ~1) || (op === ':' && under.op === ':')) {
      under = under.up!;
      if (under.up === undefined) throw new AwkError(MESSAGES.unexpectedToken, this.#lexer.line);
    }
    if (ASSIGNMENTS.has(op) && !PLACES.has(under.op)) throw new AwkError(MESSAGES.unexpectedToken, this.#lexer.line);
    const node = newNode(op, op === '?' ? priority + 6 : priority, this.#lexer.line);
    const above = under.up!;
    above.right = node;
    node.up = above;
    if ((cls & BINARY) !== 0) node.left = under;
    else node.right = under;
    under.up = node;
    return node;
  }

  #operand(cls: number, node: Expression): void {
    const lexer = this.#lexer;
    switch (cls) {
      case TC.variable:
      case TC.array:
        node.priority = 0;
        this.#names.variable(lexer.text, node);
        if (cls === TC.array) node.right = this.parse(TC.rbracket);
        break;
      case TC.number:
        node.op = 'constant';
        node.value = lexer.number;
        break;
      case TC.string:
        node.op = 'constant';
        node.value = lexer.text;
        break;
      case TC.regexp:
        this.#names.regexp(lexer.text, node);
        break;
      case TC.call:
        this.#names.call(lexer.text, node);
        node.left = this.parse(TC.rparen);
        break;
      case TC.builtin:
        lexer.next(TC.lparen);
        node.left = this.parse(TC.rparen);
        break;
      case TC.length:
        if (lexer.next(TC.lparen | TC.semicolon | TC.newline | TC.rbrace | TC.binary | TC.comma) === TC.lparen)
          node.left = this.parse(TC.rparen);
        else lexer.rollBack();
        break;
    }
  }
}

/** The parts of a list: `a, b, c` written as nested comma nodes. */
export function listOf(node: Expression | undefined): Expression[] {
  const parts: Expression[] = [];
  let rest = node;
  while (rest !== undefined && rest.op === ',') {
    parts.push(rest.left!);
    rest = rest.right;
  }
  if (rest !== undefined) parts.push(rest);
  return parts;
}
