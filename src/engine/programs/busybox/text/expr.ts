import { Regex, RegexError } from '../../regex/index.ts';
import type { Applet, Call } from '../applet.ts';

type Value = bigint | string;

/** expr: the value of an expression; the status says whether it is null or 0. */
export const expr: Applet = function* (a) {
  a.errorStatus = 2;
  if (a.args.length === 0) a.die('too few arguments');
  const reader = new ExpressionReader(a);
  const value = reader.or();
  for (const warning of reader.warnings) yield* a.complain(warning);
  if (!reader.ended) a.die('syntax error');
  yield* a.line(String(value));
  return isNull(value) ? 1 : 0;
};

const isNull = (value: Value): boolean => (typeof value === 'bigint' ? value === 0n : value === '' || value === '0');
const wrap = (value: bigint): bigint => BigInt.asIntN(64, value);

const MAX = 9_223_372_036_854_775_807n;

function toInteger(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value;
  const match = /^[ \t-\r]*([+-]?[0-9]+)$/.exec(value);
  if (match === null) return undefined;
  const number = BigInt(match[1]!.replace(/^\+/, ''));
  return number > MAX ? MAX : number < -MAX - 1n ? -MAX - 1n : number;
}

const MAX_DEPTH = 500;

class ExpressionReader {
  readonly warnings: string[] = [];
  readonly #a: Call;
  #at = 0;
  #depth = 0;

  constructor(a: Call) {
    this.#a = a;
  }
  get ended(): boolean {
    return this.#at >= this.#a.args.length;
  }

  or(): Value {
    let left = this.#and();
    while (this.#takes('|')) {
      const right = this.#and();
      if (isNull(left)) left = right;
    }
    return left;
  }
  #and(): Value {
    let left = this.#comparison();
    while (this.#takes('&')) {
      const right = this.#comparison();
      if (isNull(left) || isNull(right)) left = 0n;
    }
    return left;
  }
  #comparison(): Value {
    let left = this.#sum();
    for (;;) {
      const operator = this.#takes('<', '<=', '=', '==', '!=', '>=', '>');
      if (operator === undefined) return left;
      const right = this.#sum();
      const [x, y] = [toInteger(left), toInteger(right)];
      const order = x !== undefined && y !== undefined ? compare(x, y) : compare(String(left), String(right));
      const holds = {
        '<': order < 0,
        '<=': order <= 0,
        '=': order === 0,
        '==': order === 0,
        '!=': order !== 0,
        '>=': order >= 0,
        '>': order > 0,
      };
      left = holds[operator as keyof typeof holds] ? 1n : 0n;
    }
  }
  #sum(): Value {
    let left = this.#product();
    for (;;) {
      const operator = this.#takes('+', '-');
      if (operator === undefined) return left;
      const [x, y] = this.#integers(left, this.#product());
      left = wrap(operator === '+' ? x + y : x - y);
    }
  }
  #product(): Value {
    let left = this.#match();
    for (;;) {
      const operator = this.#takes('*', '/', '%');
      if (operator === undefined) return left;
      const [x, y] = this.#integers(left, this.#match());
      if (operator !== '*' && y === 0n) this.#a.die('division by zero');
      left = wrap(operator === '*' ? x * y : operator === '/' ? x / y : x % y);
    }
  }
  #match(): Value {
    let left = this.#function();
    while (this.#takes(':')) left = this.#colon(left, this.#function());
    return left;
  }
  #function(): Value {
    if (this.#takes('quote')) return this.#word();
    if (this.#takes('length')) return BigInt(String(this.#function()).length);
    if (this.#takes('match')) {
      const text = this.#function();
      return this.#colon(text, this.#function());
    }
    if (this.#takes('index')) {
      const text = String(this.#function());
      const chars = String(this.#function());
      return BigInt([...text].findIndex((char) => chars.includes(char)) + 1);
    }
    if (this.#takes('substr')) {
      const text = String(this.#function());
      const start = toInteger(this.#function());
      const count = toInteger(this.#function());
      if (start === undefined || count === undefined || start <= 0n || count <= 0n || start > BigInt(text.length)) return '';
      return text.slice(Number(start) - 1, Number(start) - 1 + Number(count));
    }
    return this.#primary();
  }
  #primary(): Value {
    if (!this.#takes('(')) {
      if (this.#a.args[this.#at] === ')') this.#a.die('syntax error');
      return this.#word();
    }
    if (++this.#depth > MAX_DEPTH) this.#a.die('expression too deep');
    const value = this.or();
    if (!this.#takes(')')) this.#a.die('syntax error');
    return value;
  }

  #colon(subject: Value, pattern: Value): Value {
    const text = String(subject);
    const source = String(pattern);
    if (source.startsWith('^'))
      this.warnings.push(
        `warning: '${source}': using '^' as the first character\nof a basic regular expression is not portable; it is ignored`,
      );
    try {
      const regex = new Regex(source);
      const found = regex.exec(text);
      if (found === undefined || found[0] !== 0) return regex.groups > 0 ? '' : 0n;
      return regex.groups > 0 && found[2]! >= 0 ? text.slice(found[2]!, found[3]!) : BigInt(found[1]!);
    } catch (error) {
      if (!(error instanceof RegexError)) throw error;
      this.#a.die(error.code === 'STEPS' ? error.message : `bad regex '${source}': ${error.message}`);
    }
  }

  #integers(left: Value, right: Value): [bigint, bigint] {
    const [x, y] = [toInteger(left), toInteger(right)];
    if (x === undefined || y === undefined) this.#a.die('non-numeric argument');
    return [x, y];
  }
  #takes(...words: string[]): string | undefined {
    const word = this.#a.args[this.#at];
    if (word === undefined || !words.includes(word)) return undefined;
    this.#at++;
    return word;
  }
  #word(): string {
    const word = this.#a.args[this.#at];
    if (word === undefined) this.#a.die('syntax error');
    this.#at++;
    return word;
  }
}

const compare = <T>(x: T, y: T): number => (x < y ? -1 : x > y ? 1 : 0);
