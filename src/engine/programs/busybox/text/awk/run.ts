import { type Step, SysError, TURN } from '../../../../kernel/index.ts';
import { Evaluator, type Host } from './evaluate.ts';
import { MainInput } from './main-input.ts';
import { drive } from './nested.ts';
import type { AwkFunction, AwkProgram, Expression, Rule, Statement } from './node.ts';
import { listOf } from './parse-expression.ts';
import { AwkFailure } from './source-error.ts';
import type { State } from './state.ts';
import type { Stream } from './streams.ts';
import { UserText, type Value } from './value.ts';

/** Why a statement ended early. */
type Jump = 'break' | 'continue' | 'next' | 'nextfile' | 'return';

/** Thrown by `exit`. */
class Exit extends Error {}

/** Runs a program: BEGIN, the rules on every record, END. */
export class Runner implements Host {
  readonly #state: State;
  readonly #program: AwkProgram;
  readonly #evaluator: Evaluator;
  readonly #input: MainInput;
  #status = 0;
  #result: Value;

  constructor(state: State, program: AwkProgram) {
    this.#state = state;
    this.#program = program;
    this.#evaluator = new Evaluator(state, this);
    this.#input = new MainInput(state);
  }

  /** The exit status. Throws AwkError and AwkFailure. */
  *run(): Step<number> {
    return yield* drive(this.#run());
  }
  *#run(): Step<number> {
    try {
      yield* this.#main();
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
    }
    try {
      for (const block of this.#program.end) if ((yield* this.#statement(block)) !== undefined) break;
    } catch (error) {
      if (!(error instanceof Exit)) throw error;
    }
    yield* this.#state.streams.closeAll();
    return this.#status & 0xff;
  }

  *#main(): Step<void> {
    for (const block of this.#program.begin) if ((yield* this.#statement(block)) !== undefined) break;
    if (this.#program.rules.length === 0 && this.#program.end.length === 0) throw new Exit();
    for (;;) {
      const got = yield* this.#input.next();
      if (got === undefined) return;
      this.#state.record.whole = new UserText(got);
      if ((yield* this.#rules()) === 'nextfile') yield* this.#input.skipFile();
      if (this.#state.a.p.tick()) yield TURN;
    }
  }

  *#rules(): Step<Jump | undefined> {
    for (const rule of this.#program.rules) {
      if (!(yield* this.#chosen(rule))) continue;
      if (rule.body === undefined) yield* this.#printRecord();
      else {
        const jump = yield* this.#statement(rule.body);
        if (jump !== undefined) return jump;
      }
    }
    return undefined;
  }

  *#chosen(rule: Rule): Step<boolean> {
    const { pattern } = rule;
    if (pattern === undefined) return true;
    if (pattern.op !== ',') return yield* this.#evaluator.test(pattern);
    if (!rule.inRange && !(yield* this.#evaluator.test(pattern.left!))) return false;
    rule.inRange = !(yield* this.#evaluator.test(pattern.right!));
    return true;
  }

  // ── Host

  *call(made: AwkFunction): Step<Value> {
    this.#result = undefined;
    const jump = yield* this.#statement(made.body!);
    if (jump === 'next' || jump === 'nextfile') throw new AwkFailure(`'${jump}' inside a function is not simulated`);
    const result = jump === 'return' ? this.#result : undefined;
    this.#result = undefined;
    return result;
  }
  *mainRecord(): Step<{ text: string } | 'end' | 'error'> {
    const text = yield* this.#input.next();
    return text === undefined ? 'end' : { text };
  }

  // ── statements

  *#statement(statement: Statement): Step<Jump | undefined> {
    switch (statement.kind) {
      case 'block':
        for (const part of statement.body) {
          const jump = yield* this.#statement(part);
          if (jump !== undefined) return jump;
        }
        return undefined;
      case 'expression':
        yield* this.#evaluator.value(statement.value);
        return undefined;
      case 'print':
      case 'printf':
        yield* this.#print(statement);
        return undefined;
      case 'if':
        if (yield* this.#truth(statement.test)) return yield* this.#statement(statement.then);
        return statement.otherwise === undefined ? undefined : yield* this.#statement(statement.otherwise);
      case 'while':
      case 'do':
      case 'for':
        return yield* this.#loop(statement);
      case 'for-in':
        return yield* this.#forIn(statement);
      case 'delete':
        yield* this.#evaluator.delete(statement.value!);
        return undefined;
      case 'return':
        this.#result = yield* this.#evaluator.value(statement.value);
        return 'return';
      case 'exit':
        if (statement.value !== undefined) this.#status = Math.trunc(yield* this.#evaluator.number(statement.value));
        throw new Exit();
      default:
        return statement.kind;
    }
  }

  *#truth(test: Expression | undefined): Step<boolean> {
    return test === undefined ? false : yield* this.#evaluator.test(test);
  }

  *#loop(statement: Extract<Statement, { kind: 'while' | 'do' | 'for' }>): Step<Jump | undefined> {
    if (statement.kind === 'for') yield* this.#evaluator.value(statement.first);
    const endless = statement.kind === 'for' && statement.test === undefined;
    for (let first = true; ; first = false) {
      if (this.#state.a.p.tick()) yield TURN;
      if (!endless && !(first && statement.kind === 'do') && !(yield* this.#truth(statement.test))) return undefined;
      const jump = yield* this.#statement(statement.body);
      if (jump === 'break') return undefined;
      if (jump !== undefined && jump !== 'continue') return jump;
      if (statement.kind === 'for') yield* this.#evaluator.value(statement.step);
    }
  }

  *#forIn(statement: Extract<Statement, { kind: 'for-in' }>): Step<Jump | undefined> {
    const names = this.#evaluator.arrayOf(statement.array).names();
    for (const name of names) {
      if (this.#state.a.p.tick()) yield TURN;
      (yield* this.#evaluator.place(statement.variable)).set(new UserText(name));
      const jump = yield* this.#statement(statement.body);
      if (jump === 'break') return undefined;
      if (jump !== undefined && jump !== 'continue') return jump;
    }
    return undefined;
  }

  *#printRecord(): Step<void> {
    const state = this.#state;
    yield* state.streams.write(undefined, state.text(state.record.whole) + state.text(state.cell('ORS').value));
  }

  *#print(statement: Extract<Statement, { kind: 'print' | 'printf' }>): Step<void> {
    const state = this.#state;
    state.line = statement.line;
    const target = statement.target === undefined ? undefined : yield* this.#evaluator.text(statement.target);
    if (statement.kind === 'printf') {
      const text = yield* this.#evaluator.printf(listOf(statement.list));
      return yield* this.#write(yield* this.#stream(target, statement), text);
    }
    const stream = yield* this.#stream(target, statement);
    if (statement.list === undefined) yield* this.#write(stream, state.text(state.record.whole));
    // Each value goes out before the next is computed: an error in the middle leaves the beginning printed.
    for (const [index, part] of listOf(statement.list).entries()) {
      if (index > 0) yield* this.#write(stream, state.text(state.cell('OFS').value));
      yield* this.#write(stream, state.printed(yield* this.#evaluator.value(part)));
    }
    yield* this.#write(stream, state.text(state.cell('ORS').value));
  }

  /** Where a print goes; undefined for standard output. */
  *#stream(target: string | undefined, { redirect }: Extract<Statement, { kind: 'print' | 'printf' }>): Step<Stream | undefined> {
    if (target === undefined) return undefined;
    try {
      return yield* this.#state.streams.output(target, redirect!);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      throw new AwkFailure(`can't open '${target}': ${error.message}`);
    }
  }
  *#write(stream: Stream | undefined, text: string): Step<void> {
    yield* this.#state.streams.write(stream, text);
  }
}
