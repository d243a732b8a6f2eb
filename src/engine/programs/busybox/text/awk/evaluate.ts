import { type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Regex } from '../../../regex/index.ts';
import { BUILTINS } from './builtins.ts';
import { splitText } from './fields.ts';
import { Nested } from './nested.ts';
import type { AwkFunction, Expression, Pattern } from './node.ts';
import { arithmetic, holds } from './operators.ts';
import { listOf } from './parse-expression.ts';
import { awkPrintf } from './printf.ts';
import { AwkError, AwkFailure, MESSAGES } from './source-error.ts';
import type { State } from './state.ts';
import { awkSubstitute } from './substitute.ts';
import { Cell, isTrue, toNumber, UserText, type Value } from './value.ts';

/** Deepest nesting of function calls. */
const MAX_CALLS = 20_000;
/** The longest string that concatenation makes. */
const MAX_STRING = 64 * 1024 * 1024;

/** Something that can be assigned to. */
interface Place {
  get(): Value;
  set(value: Value): void;
}

/** What expressions need of the statements around them. */
export interface Host {
  /** Runs a function's body; its value is what it returned. */
  call(body: AwkFunction): Step<Value>;
  /** The next record of the main input into $0 (or only its text), counted in NR and FNR. */
  mainRecord(): Step<{ text: string } | 'end' | 'error'>;
}

/** Evaluates expressions. */
export class Evaluator {
  readonly #state: State;
  readonly #host: Host;
  #locals: Cell[] = [];
  #calls = 0;

  constructor(state: State, host: Host) {
    this.#state = state;
    this.#host = host;
  }

  *test(node: Expression): Step<boolean> {
    return isTrue(yield* this.value(node));
  }
  *text(node: Expression): Step<string> {
    return this.#state.text(yield* this.value(node));
  }
  *number(node: Expression | undefined): Step<number> {
    return node === undefined ? 0 : toNumber(yield* this.value(node));
  }

  /** The value of an expression; of none, one that was never set. */
  *value(node: Expression | undefined): Step<Value> {
    if (node === undefined) return undefined;
    const state = this.#state;
    state.line = node.line;
    switch (node.op) {
      case 'constant':
        return node.value as Value;
      case 'variable':
      case 'parameter': {
        if (node.right === undefined) return state.get(this.#cell(node));
        const key = yield* this.text(node.right);
        const { array } = this.#cell(node);
        if (!array.has(key)) array.set(key, undefined);
        return array.get(key);
      }
      case 'field':
        return state.record.field(Math.trunc(yield* this.number(node.right)));
      case 'regexp':
        return this.#regex(node.value as Pattern).test(state.text(state.record.whole)) ? 1 : 0;
      case '=': {
        const place = yield* this.#place(node.left);
        const value = yield* this.value(node.right);
        place.set(value);
        return value === undefined ? '' : value;
      }
      case 'concat': {
        const left = node.left === undefined ? '' : yield* this.text(node.left);
        const right = yield* this.text(node.right!);
        if (left.length + right.length > MAX_STRING) throw new AwkFailure('out of memory');
        return left + right;
      }
      case ',': {
        const left = yield* this.text(node.left!);
        return `${left}${state.text(state.cell('SUBSEP').value)}${node.right === undefined ? '' : yield* this.text(node.right)}`;
      }
      case '&&':
        return (yield* this.test(node.left!)) && (yield* this.test(node.right!)) ? 1 : 0;
      case '||':
        return (yield* this.test(node.left!)) || (yield* this.test(node.right!)) ? 1 : 0;
      case '?': {
        const test = yield* this.test(node.left!);
        if (node.right?.op !== ':') throw new AwkError(MESSAGES.possibleError);
        return yield* this.value(test ? node.right.left : node.right.right);
      }
      case '==':
      case '!=':
      case '<':
      case '<=':
      case '>':
      case '>=': {
        const left = yield* this.value(node.left);
        return holds(state, node.op, left, yield* this.value(node.right)) ? 1 : 0;
      }
      case '~':
      case '!~': {
        const text = yield* this.text(node.left!);
        return (yield* this.#pattern(node.right!)).test(text) === (node.op === '~') ? 1 : 0;
      }
      case 'in': {
        const key = yield* this.text(node.left!);
        return this.#array(node.right!).has(key) ? 1 : 0;
      }
      case '+':
      case '-':
      case '*':
      case '/':
      case '%':
      case '^': {
        const left = yield* this.number(node.left);
        return arithmetic(node.op, left, yield* this.number(node.right));
      }
      case '+=':
      case '-=':
      case '*=':
      case '/=':
      case '%=':
      case '^=': {
        const place = yield* this.#place(node.left);
        const left = toNumber(place.get());
        const value = arithmetic(node.op[0]!, left, yield* this.number(node.right));
        place.set(value);
        return value;
      }
      case 'pre++':
      case 'pre--':
      case 'post++':
      case 'post--': {
        const place = yield* this.#place(node.right);
        const before = toNumber(place.get());
        const after = before + (node.op.endsWith('+') ? 1 : -1);
        place.set(after);
        return node.op.startsWith('pre') ? after : before;
      }
      case 'unary+':
        return yield* this.number(node.right);
      case 'unary-':
        return -(yield* this.number(node.right));
      case '!':
        return isTrue(yield* this.value(node.right)) ? 0 : 1;
      case 'getline':
      case '|getline':
        return yield* this.#getline(node);
      case 'call':
        return yield* this.#call(node);
      case 'length':
        return yield* this.#length(node);
      default:
        return yield* this.#builtin(node);
    }
  }

  // ── variables, arrays and places

  #cell(node: Expression): Cell {
    return node.op === 'variable' ? (node.value as Cell) : (this.#locals[node.value as number] ??= new Cell());
  }
  #array(node: Expression | undefined): Cell['array'] {
    if (node === undefined || (node.op !== 'variable' && node.op !== 'parameter') || node.right !== undefined) return new Cell().array;
    return this.#cell(node).array;
  }
  /** The array that an operand of `in`, split or for is. */
  arrayOf(node: Expression): Cell['array'] {
    return this.#array(node);
  }

  *place(node: Expression): Step<Place> {
    return yield* this.#place(node);
  }
  *#place(node: Expression | undefined): Step<Place> {
    const state = this.#state;
    if (node !== undefined) {
      state.line = node.line;
      if (node.op === 'variable' || node.op === 'parameter') {
        const cell = this.#cell(node);
        if (node.right === undefined) return { get: () => state.get(cell), set: (value) => state.set(cell, value) };
        const key = yield* this.text(node.right);
        const { array } = cell;
        if (!array.has(key)) array.set(key, undefined);
        return { get: () => array.get(key), set: (value) => array.set(key, value === undefined ? '' : value) };
      }
      if (node.op === 'field') {
        const index = Math.trunc(yield* this.number(node.right));
        const { record } = state;
        record.field(index);
        return { get: () => record.field(index), set: (value) => record.setField(index, value) };
      }
    }
    let held = yield* this.value(node);
    return {
      get: () => held,
      set: (value) => {
        held = value;
      },
    };
  }

  *delete(node: Expression): Step<void> {
    if (node.op !== 'variable' && node.op !== 'parameter') throw new AwkError(MESSAGES.notArray, node.line);
    const { array } = this.#cell(node);
    if (node.right === undefined) array.clear();
    else array.delete(yield* this.text(node.right));
  }

  // ── patterns

  #regex(pattern: Pattern): Regex {
    return this.#state.ignoreCase ? pattern.folded : pattern.plain;
  }
  /** A pattern written as one, or made from a string. */
  *#pattern(node: Expression): Step<Regex> {
    if (node.op === 'regexp') return this.#regex(node.value as Pattern);
    return this.#regex(this.#state.pattern(yield* this.text(node)));
  }

  // ── getline

  *#getline(node: Expression): Step<Value> {
    const state = this.#state;
    const source = node.left;
    const name = source === undefined ? undefined : yield* this.text(source);
    const place = node.right === undefined ? undefined : yield* this.#place(node.right);
    let text: string;
    if (name === undefined) {
      const got = yield* this.#host.mainRecord();
      if (got === 'end') return 0;
      if (got === 'error') return -1;
      ({ text } = got);
    } else {
      const reader = yield* state.streams.input(name, node.op === '|getline');
      if (reader === undefined) return -1;
      try {
        const got = yield* reader.next(state.recordSplitter, state.paragraphs);
        if (got === undefined) return 0;
        state.set(state.cell('RT'), got.separator);
        ({ text } = got);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        return -1;
      }
    }
    if (place === undefined) state.record.whole = new UserText(text);
    else place.set(new UserText(text));
    return 1;
  }

  // ── functions

  *#call(node: Expression): Step<Value> {
    const made = node.value as AwkFunction;
    if (made.body === undefined) throw new AwkError(MESSAGES.undefinedFunction, node.line);
    const locals: Cell[] = [];
    for (const argument of listOf(node.left)) {
      if (locals.length >= made.parameters && made.parameters > 0) break;
      const cell = new Cell();
      const isName = (argument.op === 'variable' || argument.op === 'parameter') && argument.right === undefined;
      if (isName) cell.parent = this.#cell(argument);
      const value = yield* this.value(argument);
      cell.value = value === undefined ? '' : value;
      if (made.parameters > 0) locals.push(cell);
    }
    if (++this.#calls > MAX_CALLS) throw new AwkFailure('function calls nested too deeply');
    if (this.#state.a.p.tick()) yield TURN;
    const outer = this.#locals;
    this.#locals = locals;
    const nested = new Nested(this.#host.call(made));
    yield nested;
    this.#locals = outer;
    this.#calls--;
    return nested.value;
  }

  *#length(node: Expression): Step<Value> {
    const operand = node.left;
    if (operand === undefined) return this.#state.text(this.#state.record.whole).length;
    if ((operand.op === 'variable' || operand.op === 'parameter') && operand.right === undefined) {
      const cell = this.#cell(operand);
      if (cell.parent === undefined && cell.isArray) return cell.array.size;
    }
    return (yield* this.text(operand)).length;
  }

  *#builtin(node: Expression): Step<Value> {
    const state = this.#state;
    const list = listOf(node.left);
    const need = (least: number): void => {
      if (list.length < least) throw new AwkError(MESSAGES.tooFewArguments, node.line);
    };
    switch (node.op) {
      case 'sprintf':
        return yield* this.printf(list);
      case 'close':
        need(1);
        return yield* state.streams.close(yield* this.text(list[0]!));
      case 'system': {
        need(1);
        const command = yield* this.text(list[0]!);
        return command === '' ? 0 : yield* state.streams.system(command);
      }
      case 'fflush': {
        const name = list.length === 0 ? undefined : yield* this.text(list[0]!);
        if (name === undefined) yield* state.a.flush();
        else if (name === '') yield* state.streams.flushAll();
        else {
          const stream = state.streams.find(name);
          if (stream !== undefined) yield* state.streams.flush(stream);
        }
        return 0;
      }
      case 'match': {
        need(2);
        const text = yield* this.text(list[0]!);
        const found = (yield* this.#pattern(list[1]!)).find(text);
        const start = found === undefined ? 0 : found.start + 1;
        state.set(state.cell('RSTART'), start);
        state.set(state.cell('RLENGTH'), found === undefined ? -1 : found.end - found.start);
        return start;
      }
      case 'split':
        need(2);
        return yield* this.#split(list);
      case 'sub':
      case 'gsub':
      case 'gensub':
        need(node.op === 'gensub' ? 3 : 2);
        return yield* this.#substitute(node.op, list);
    }
    const builtin = Object.hasOwn(BUILTINS, node.op) ? BUILTINS[node.op] : undefined;
    if (builtin === undefined) throw new AwkError(MESSAGES.possibleError, node.line);
    need(builtin.least);
    const values: Value[] = [];
    for (const argument of list) values.push(yield* this.value(argument));
    return builtin.run(state, values);
  }

  *#split(list: readonly Expression[]): Step<Value> {
    const state = this.#state;
    const text = yield* this.text(list[0]!);
    let { splitter } = state;
    const by = list[2];
    if (by?.op === 'regexp') splitter = { kind: 'pattern', pattern: by.value as Pattern };
    else if (by !== undefined) splitter = state.splitterFor(yield* this.text(by));
    const parts = splitText(text, splitter, state.paragraphs, state.ignoreCase);
    const array = this.#array(list[1]);
    array.clear();
    for (const [index, part] of parts.entries()) {
      array.set(String(index + 1), new UserText(part));
      if (state.a.p.tick()) yield TURN;
    }
    return parts.length;
  }

  *#substitute(op: string, list: readonly Expression[]): Step<Value> {
    const state = this.#state;
    const regex = yield* this.#pattern(list[0]!);
    const replacement = yield* this.text(list[1]!);
    const nth = op === 'sub' ? 1 : op === 'gsub' ? 0 : yield* this.number(list[2]);
    const target = list[op === 'gensub' ? 3 : 2];
    if (op === 'gensub') {
      const text = target === undefined ? state.text(state.record.whole) : yield* this.text(target);
      return awkSubstitute(text, regex, replacement, nth, true).text;
    }
    const place = target === undefined ? undefined : yield* this.#place(target);
    const text = state.text(place === undefined ? state.record.whole : place.get());
    const result = awkSubstitute(text, regex, replacement, nth, false);
    if (result.count === 0) return 0;
    if (place === undefined) state.record.whole = result.text;
    else place.set(result.text);
    return result.count;
  }

  /** The text that printf and sprintf make. */
  *printf(list: readonly Expression[]): Step<string> {
    const format = list.length === 0 ? '' : yield* this.text(list[0]!);
    const values: Value[] = [];
    for (const argument of list.slice(1)) values.push(yield* this.value(argument));
    let at = 0;
    return awkPrintf(
      format,
      () => values[at++],
      (value) => this.#state.text(value),
    );
  }
}
