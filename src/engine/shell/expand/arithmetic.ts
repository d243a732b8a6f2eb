import { ShellComplaint } from '../errors.ts';

/** How an expression reaches the shell's variables. */
export interface ArithmeticVariables {
  get(name: string): string | undefined;
  set(name: string, value: string): void;
}

type Operator = string;
interface Operand {
  value: bigint;
  /** Set while it still stands for a variable. */
  name: string | undefined;
  /** The value after `:`. */
  second: bigint | undefined;
}

const ASSIGNMENTS = ['<<=', '>>=', '|=', '&=', '^=', '/=', '%=', '*=', '+=', '-=', '='];
const OPERATORS = [
  ...ASSIGNMENTS.slice(0, 2),
  '&&',
  '||',
  '++',
  '--',
  '<<',
  '>>',
  '<=',
  '>=',
  '==',
  '!=',
  '|=',
  '&=',
  '^=',
  '/=',
  '%=',
  '**',
  '*=',
  '+=',
  '-=',
  '!',
  '<',
  '>',
  '=',
  '|',
  '&',
  '^',
  '~',
  '*',
  '/',
  '%',
  '+',
  '-',
  ',',
  '?',
  ':',
  ')',
  '(',
];

const UNARY = 16;
const PRECEDENCE: Readonly<Record<Operator, number>> = {
  '(': 0,
  ',': 1,
  '?': 4,
  ':': 4,
  '||': 5,
  '&&': 6,
  '|': 7,
  '^': 8,
  '&': 9,
  '==': 10,
  '!=': 10,
  '<': 11,
  '>': 11,
  '<=': 11,
  '>=': 11,
  '<<': 12,
  '>>': 12,
  '+': 13,
  '-': 13,
  '*': 14,
  '/': 14,
  '%': 14,
  '**': 15,
  '!': UNARY,
  '~': UNARY,
  'u-': UNARY,
  'u+': UNARY,
  '++u': UNARY + 1,
  '--u': UNARY + 1,
  '++': UNARY + 2,
  '--': UNARY + 2,
  ')': UNARY + 3,
  ...Object.fromEntries(ASSIGNMENTS.map((operator) => [operator, 2])),
};
const RIGHT = new Set([2, 4, 15]);
const MAX_LOOKUPS = 20;
const MAX_EXPRESSION = 100_000;

const syntaxError = (): never => {
  throw new ShellComplaint('arithmetic syntax error');
};
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

/**
 * The value of an arithmetic expression in 64 bits, as busybox's math.c gives it: both sides of `&&`, `||` and `?:` are
 * always evaluated; a variable's value is an expression itself; an empty one is 0.
 */
export function evaluate(expression: string, variables: ArithmeticVariables, depth = 0): bigint {
  if (expression.length > MAX_EXPRESSION) throw new ShellComplaint('arithmetic expression too long');
  if (/^[ \t\n\r]*$/.test(expression)) return 0n;
  return new Evaluation(variables, depth).run(expression);
}

class Evaluation {
  readonly #variables: ArithmeticVariables;
  readonly #depth: number;
  readonly #operands: Operand[] = [];
  readonly #operators: Operator[] = ['('];
  /** Whether an operand stands right before the place reached. */
  #afterOperand = false;

  constructor(variables: ArithmeticVariables, depth: number) {
    this.#variables = variables;
    this.#depth = depth;
  }

  run(text: string): bigint {
    const token = /[ \t\n\r]+|[A-Za-z_][A-Za-z0-9_]*|[0-9]/y;
    let at = 0;
    while (at < text.length) {
      token.lastIndex = at;
      const found = token.exec(text)?.[0];
      if (found === undefined) {
        at += this.#operator(this.#scanOperator(text, at));
        continue;
      }
      if (/^[0-9]/.test(found)) {
        const number = readNumber(text, at);
        this.#push(number.value, undefined);
        at = number.end;
        continue;
      }
      at += found.length;
      if (/^[A-Za-z_]/.test(found)) this.#push(0n, found);
    }
    this.#operator(')');
    if (this.#operators.length > 0 || this.#operands.length !== 1) return syntaxError();
    return this.#value(this.#operands[0]!);
  }

  #push(value: bigint, name: string | undefined): void {
    this.#operands.push({ value, name, second: undefined });
    this.#afterOperand = true;
  }

  #scanOperator(text: string, at: number): Operator {
    const c = text[at]!;
    if ((c === '+' || c === '-') && text[at + 1] === c && this.#operands.at(-1)?.name === undefined) {
      const next = text.slice(at + 2).trimStart()[0] ?? '';
      if (!/[A-Za-z_]/.test(next)) return c;
    }
    return OPERATORS.find((operator) => text.startsWith(operator, at)) ?? syntaxError();
  }

  /** Takes an operator; returns how long it was in the text. */
  #operator(written: Operator): number {
    let operator = written;
    if (!this.#afterOperand) {
      if (operator === '-' || operator === '+') operator = `u${operator}`;
      else if (operator === '++' || operator === '--') operator = `${operator}u`;
    }
    const precedence = PRECEDENCE[operator]!;
    const binary = (precedence > 0 && precedence < UNARY) || precedence > UNARY + 1;
    if (binary) {
      if (!this.#afterOperand) syntaxError();
      if (this.#reduce(operator, precedence)) return written.length;
    }
    this.#operators.push(operator);
    this.#afterOperand = operator === '++' || operator === '--';
    return written.length;
  }

  /** Applies what binds tighter. True when a parenthesis was closed. */
  #reduce(operator: Operator, precedence: number): boolean {
    while (this.#operators.length > 0) {
      const previous = this.#operators.pop()!;
      if (operator === ')') {
        if (previous === '(') {
          const top = this.#operands.at(-1);
          if (top !== undefined) {
            top.value = this.#value(top);
            top.name = undefined;
          }
          return true;
        }
      } else {
        const before = PRECEDENCE[previous]!;
        if (before < precedence || (before === precedence && RIGHT.has(precedence))) {
          this.#operators.push(previous);
          return false;
        }
      }
      this.#apply(previous);
    }
    return operator === ')' ? syntaxError() : false;
  }

  #value(operand: Operand): bigint {
    if (operand.name === undefined) return operand.value;
    const text = this.#variables.get(operand.name);
    if (text === undefined || text === '') return 0n;
    if (/^(?:0|[1-9][0-9]{0,17})$/.test(text)) return BigInt(text);
    if (this.#depth >= MAX_LOOKUPS) throw new ShellComplaint('expression recursion loop detected');
    return evaluate(text, this.#variables, this.#depth + 1);
  }

  #apply(operator: Operator): undefined {
    const top = this.#operands.at(-1);
    if (top === undefined || operator === '(') return syntaxError();
    const right = this.#value(top);
    switch (operator) {
      case 'u-':
        return this.#set(top, -right);
      case 'u+':
        return this.#set(top, right);
      case '!':
        return this.#set(top, right === 0n ? 1n : 0n);
      case '~':
        return this.#set(top, ~right);
      case '++':
      case '--':
      case '++u':
      case '--u': {
        const changed = wrap(right + (operator.startsWith('+') ? 1n : -1n));
        this.#store(top, changed);
        return this.#set(top, operator.endsWith('u') ? changed : right);
      }
    }
    this.#operands.pop();
    const left = this.#operands.at(-1);
    if (left === undefined) return syntaxError();
    if (operator === ':') {
      if (this.#operators.at(-1) !== '?') throw new ShellComplaint('malformed ?: operator');
      const value = this.#value(left);
      this.#set(left, value);
      left.second = right;
      return;
    }
    if (operator === '?') {
      if (top.second === undefined) throw new ShellComplaint('malformed ?: operator');
      return this.#set(left, this.#value(left) !== 0n ? right : top.second);
    }
    if (ASSIGNMENTS.includes(operator)) {
      if (left.name === undefined) return syntaxError();
      const value = operator === '=' ? right : calculate(operator.slice(0, -1), this.#value(left), right);
      this.#store(left, value);
      return this.#set(left, value);
    }
    this.#set(left, calculate(operator, this.#value(left), right));
  }

  #set(operand: Operand, value: bigint): undefined {
    operand.value = wrap(value);
    operand.name = undefined;
    operand.second = undefined;
  }
  #store(operand: Operand, value: bigint): void {
    if (operand.name === undefined) syntaxError();
    this.#variables.set(operand.name!, String(wrap(value)));
  }
}

function calculate(operator: Operator, left: bigint, right: bigint): bigint {
  switch (operator) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
    case '%':
      if (right === 0n) throw new ShellComplaint('divide by zero');
      return operator === '/' ? left / right : left % right;
    case '**':
      return power(left, right);
    case '<<':
      return left << (right & 63n);
    case '>>':
      return left >> (right & 63n);
    case '&':
      return left & right;
    case '|':
      return left | right;
    case '^':
      return left ^ right;
    case ',':
      return right;
    case '&&':
      return left !== 0n && right !== 0n ? 1n : 0n;
    case '||':
      return left !== 0n || right !== 0n ? 1n : 0n;
    default:
      return compare(operator, left, right) ? 1n : 0n;
  }
}

function compare(operator: Operator, left: bigint, right: bigint): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    default:
      return syntaxError();
  }
}

function power(base: bigint, exponent: bigint): bigint {
  if (exponent < 0n) throw new ShellComplaint('exponent less than 0');
  let result = 1n;
  let square = base;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = wrap(result * square);
    square = wrap(square * square);
  }
  return result;
}

/** A number as strtoull with base 0 reads it, or `base#digits`. */
function readNumber(text: string, at: number): { value: bigint; end: number } {
  const based = /^(\d+)#/.exec(text.slice(at, at + 8));
  if (based !== null) return readBased(text, at + based[0].length, Number(based[1]));
  const run = /^(?:0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)/.exec(text.slice(at))![0];
  const value = /^0[xX]/.test(run) ? BigInt(run) : run.startsWith('0') && run !== '0' ? BigInt(`0o${run.slice(1)}`) : BigInt(run);
  const limit = 0xffff_ffff_ffff_ffffn;
  return { value: wrap(value > limit ? limit : value), end: at + run.length };
}

function readBased(text: string, start: number, base: number): { value: bigint; end: number } {
  if (base < 2 || base > 64) syntaxError();
  let value = 0n;
  let at = start;
  for (; at < text.length; at++) {
    const digit = digitValue(text[at]!, base);
    if (digit === undefined) break;
    if (digit >= base) syntaxError();
    value = BigInt.asUintN(64, value * BigInt(base) + BigInt(digit));
  }
  if (at === start) syntaxError();
  return { value: wrap(value), end: at };
}

function digitValue(c: string, base: number): number | undefined {
  if (c >= '0' && c <= '9') return Number(c);
  if (c >= 'a' && c <= 'z') return c.charCodeAt(0) - 87;
  if (c >= 'A' && c <= 'Z') return c.charCodeAt(0) - (base <= 36 ? 55 : 29);
  return c === '@' ? 62 : c === '_' ? 63 : undefined;
}
