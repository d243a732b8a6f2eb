import { EXECUTE, type Process, READ, type Run, type Stat, type Step, SysError, WRITE } from '../../kernel/index.ts';
import { matchPattern } from '../expand/pattern.ts';
import { matchesRegex } from './test-regex.ts';

/** A `test` expression that cannot be read: exit status 2. A bad regular expression has no message. */
class TestError extends Error {}

const UNARY = new Set([
  '-r',
  '-w',
  '-x',
  '-e',
  '-f',
  '-d',
  '-c',
  '-b',
  '-p',
  '-u',
  '-g',
  '-k',
  '-s',
  '-t',
  '-z',
  '-n',
  '-h',
  '-L',
  '-O',
  '-G',
  '-S',
]);
const NUMBERS = new Set(['-eq', '-ne', '-ge', '-gt', '-le', '-lt']);
const BINARY = new Set(['=', '==', '!=', '<', '>', '-nt', '-ot', '-ef', ...NUMBERS]);

/** Deepest nesting of parentheses and `!`. */
const MAX_DEPTH = 200;

/** `test`, `[` and `[[`: argv with the name they were called by. Gives 0, 1, or 2 for a bad expression. */
export function* runTest(p: Process, argv: readonly string[], options: { readonly name: string }): Step<number> {
  try {
    return new Expression(p, argv).status();
  } catch (error) {
    if (!(error instanceof TestError)) throw error;
    if (error.message !== '') yield* p.write(2, `${options.name}: ${error.message}\n`);
    return 2;
  }
}

/** The test applets. */
export function* test(p: Process): Run {
  const name = (p.argv[0] ?? 'test').split('/').at(-1)!;
  return yield* runTest(p, [name, ...p.argv.slice(1)], { name });
}

class Expression {
  readonly #p: Process;
  readonly #args: readonly string[];
  readonly #double: boolean;
  #at = 0;
  #depth = 0;

  constructor(p: Process, argv: readonly string[]) {
    this.#p = p;
    const name = argv[0]!.split('/').at(-1)!;
    this.#double = name === '[[';
    let args = argv.slice(1);
    if (name === '[' || name === '[[') {
      const closing = name === '[' ? ']' : ']]';
      if (args.at(-1) !== closing) throw new TestError(`missing ${closing}`);
      args = args.slice(0, -1);
    }
    this.#args = args;
  }

  status(): number {
    const args = this.#args;
    if (args.length === 0) return 1;
    let negate = false;
    for (let start = 0; ; start++) {
      const left = args.length - start;
      const answer = (value: boolean): number => (value !== negate ? 0 : 1);
      if (left === 1) return answer(args[start] !== '');
      if (left === 3 && this.#isBinary(args[start + 1])) {
        this.#at = start;
        return answer(this.#binary());
      }
      if (args[start] !== '!' || left < 2) break;
      negate = !negate;
    }
    const value = this.#or();
    if (this.#at < args.length && this.#at + 1 < args.length) throw new TestError(`${args[this.#at + 1]}: unknown operand`);
    return value ? 0 : 1;
  }

  #isBinary(word: string | undefined): boolean {
    return word !== undefined && (BINARY.has(word) || (this.#double && word === '=~'));
  }

  // Each of these leaves `#at` on the last word it used, or past the end.

  #or(): boolean {
    this.#enter();
    const left = this.#and();
    let value = left;
    if (this.#at < this.#args.length && this.#args[this.#at + 1] === '-o') {
      this.#at += 2;
      value = this.#or() || left;
    }
    this.#depth--;
    return value;
  }
  #and(): boolean {
    this.#enter();
    const left = this.#not();
    let value = left;
    if (this.#at < this.#args.length && this.#args[this.#at + 1] === '-a') {
      this.#at += 2;
      value = this.#and() && left;
    }
    this.#depth--;
    return value;
  }
  #not(): boolean {
    if (this.#args[this.#at] !== '!') return this.#primary();
    if (this.#at + 1 >= this.#args.length) return true;
    this.#at++;
    this.#enter();
    const value = !this.#not();
    this.#depth--;
    return value;
  }
  #enter(): void {
    if (++this.#depth > MAX_DEPTH * 3) throw new TestError('expression nested too deeply');
  }

  #primary(): boolean {
    const args = this.#args;
    const word = args[this.#at];
    if (word === undefined) throw new TestError('argument expected');
    if (word === '(') {
      this.#at++;
      const value = this.#or();
      if (args[++this.#at] !== ')') throw new TestError('closing paren expected');
      return value;
    }
    if (this.#isBinary(args[this.#at + 1]) && args[this.#at + 2] !== undefined) return this.#binary();
    if (UNARY.has(word)) {
      const operand = args[this.#at + 1];
      if (operand === undefined) throw new TestError(`${word}: argument expected`);
      this.#at++;
      return this.#unary(word, operand);
    }
    if (this.#isBinary(args[this.#at + 1])) return this.#binary();
    return word !== '';
  }

  #binary(): boolean {
    const [left, operator, right] = [this.#args[this.#at]!, this.#args[this.#at + 1]!, this.#args[this.#at + 2]];
    if (right === undefined) throw new TestError(`${operator}: argument expected`);
    this.#at += 2;
    if (NUMBERS.has(operator)) return compareNumbers(operator, number(left), number(right));
    switch (operator) {
      case '=':
      case '==':
        return this.#double ? matchPattern(right, left) : left === right;
      case '!=':
        return this.#double ? !matchPattern(right, left) : left !== right;
      case '<':
        return left < right;
      case '>':
        return left > right;
      case '=~': {
        const matched = matchesRegex(right, left);
        if (matched === undefined) throw new TestError('');
        return matched;
      }
    }
    const [one, other] = [this.#stat(left), this.#stat(right)];
    if (one === undefined || other === undefined) return false;
    if (operator === '-nt') return one.mtime > other.mtime;
    if (operator === '-ot') return one.mtime < other.mtime;
    return one.dev === other.dev && one.ino === other.ino;
  }

  #unary(operator: string, word: string): boolean {
    if (operator === '-z') return word === '';
    if (operator === '-n') return word !== '';
    if (operator === '-t') return this.#p.isatty(Number(number(word)));
    const stat = this.#stat(word, operator !== '-h' && operator !== '-L');
    if (stat === undefined) return false;
    switch (operator) {
      case '-e':
        return true;
      case '-f':
        return stat.kind === 'file';
      case '-d':
        return stat.kind === 'dir';
      case '-c':
        return stat.kind === 'char';
      case '-b':
        return stat.kind === 'block';
      case '-p':
        return stat.kind === 'fifo';
      case '-S':
        return stat.kind === 'socket';
      case '-h':
      case '-L':
        return stat.kind === 'symlink';
      case '-s':
        return stat.size > 0;
      case '-u':
        return (stat.mode & 0o4000) !== 0;
      case '-g':
        return (stat.mode & 0o2000) !== 0;
      case '-k':
        return (stat.mode & 0o1000) !== 0;
      case '-O':
        return stat.uid === this.#p.credentials.uid;
      case '-G':
        return stat.gid === this.#p.credentials.gid;
      default:
        return this.#permitted(stat, word, operator);
    }
  }

  #permitted(stat: Stat, path: string, operator: string): boolean {
    if (this.#p.credentials.uid === 0) return operator !== '-x' || (stat.mode & 0o111) !== 0;
    return this.#p.fs.can(path, operator === '-r' ? READ : operator === '-w' ? WRITE : EXECUTE);
  }

  #stat(path: string, follow = true): Stat | undefined {
    try {
      return follow ? this.#p.fs.stat(path) : this.#p.fs.lstat(path);
    } catch (error) {
      if (error instanceof SysError) return undefined;
      throw error;
    }
  }
}

function number(text: string): bigint {
  const found = /^[ \t\n\v\f\r]*([-+]?\d+)[ \t\n\v\f\r]*$/.exec(text);
  if (found === null) throw new TestError(text.trim() === '' ? 'bad number' : `${text}: bad number`);
  const value = BigInt(found[1]!.replace('+', ''));
  if (BigInt.asIntN(64, value) !== value) throw new TestError(`${text}: out of range`);
  return value;
}

function compareNumbers(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case '-eq':
      return left === right;
    case '-ne':
      return left !== right;
    case '-ge':
      return left >= right;
    case '-gt':
      return left > right;
    case '-le':
      return left <= right;
    default:
      return left < right;
  }
}
