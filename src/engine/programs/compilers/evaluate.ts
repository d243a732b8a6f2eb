import { compiledText, type Process, type Program, type Run, SIGNALS, type Step, SysError, TURN } from '../../kernel/index.ts';
import type { Code, Expr, Stmt } from './ast.ts';
import { show, type Value } from './format.ts';
import { callLibrary } from './library.ts';

/** Deepest nesting of calls; more is a stack overflow. */
const MAX_CALLS = 200;

/** Ends the program with a status. */
export class Ended extends Error {
  readonly status: number;
  constructor(status: number) {
    super('ended');
    this.status = status;
  }
}

class Scope {
  readonly values = new Map<string, Value>();
  readonly parent: Scope | undefined;
  constructor(parent?: Scope) {
    this.parent = parent;
  }
  find(name: string): Scope | undefined {
    return this.values.has(name) ? this : this.parent?.find(name);
  }
}

type Flow = undefined | 'break' | 'continue' | { readonly value: Value };

/** A running compiled program. */
export class Machine {
  readonly p: Process;
  readonly code: Code;
  readonly globals = new Scope();
  /** Handlers of Go's default HTTP server, by pattern. */
  readonly handlers = new Map<string, Value>();
  /** What stdio holds back (C only). */
  #out = '';
  #depth = 0;

  constructor(p: Process, code: Code) {
    this.p = p;
    this.code = code;
  }

  /** Standard output: C holds it back until a line ends on a terminal, else until 4096 bytes or the end; Go writes at once. */
  *print(text: string): Step<void> {
    if (this.code.language === 'go') return yield* this.p.write(1, text);
    this.#out += text;
    if (this.#out.length >= 4096 || (this.p.isatty(1) && this.#out.includes('\n'))) yield* this.flush();
  }
  *flush(): Step<void> {
    const text = this.#out;
    this.#out = '';
    if (text !== '') yield* this.p.write(1, text);
  }

  /** Acts on signals as the Go runtime does: it ends by the signal, or with 2 where that cannot be. */
  *signals(): Step<void> {
    const signal = this.p.caught.shift();
    if (signal === undefined) return;
    if (this.p.pid === 1) throw new Ended(2);
    this.p.setDisposition(signal, 'default');
    yield* this.p.raise(signal);
  }

  *call(name: string, args: readonly Value[]): Step<Value> {
    const own = this.code.functions[name];
    if (own !== undefined) return yield* this.run(own.params, own.body, args, this.globals);
    return yield* callLibrary(this, name, args);
  }

  /** Runs a function's body with its parameters bound. */
  *run(params: readonly string[], body: readonly Stmt[], args: readonly Value[], outer: Scope): Step<Value> {
    if (++this.#depth > MAX_CALLS) {
      yield* this.p.raise(SIGNALS.SEGV);
      throw new Ended(139);
    }
    const scope = new Scope(outer);
    for (const [at, param] of params.entries()) scope.values.set(param, args[at] ?? 0);
    const flow = yield* this.block(body, scope);
    this.#depth--;
    return typeof flow === 'object' ? flow.value : 0;
  }

  *block(statements: readonly Stmt[], scope: Scope): Step<Flow> {
    for (const statement of statements) {
      const flow = yield* this.#statement(statement, scope);
      if (flow !== undefined) return flow;
    }
    return undefined;
  }

  *#statement(statement: Stmt, scope: Scope): Step<Flow> {
    if (this.p.tick()) yield TURN;
    if (this.p.caught.length > 0) yield* this.signals();
    switch (statement[0]) {
      case 'e':
        yield* this.value(statement[1], scope);
        return undefined;
      case '=':
        yield* this.#assign(statement[1], statement[2], yield* this.value(statement[3], scope), scope);
        return undefined;
      case 'block':
        return yield* this.block(
          statement[1],
          statement[1].every((each) => each[0] === '=' && each[2] === ':=') ? scope : new Scope(scope),
        );
      case 'if':
        return yield* this.block(truth(yield* this.value(statement[1], scope)) ? statement[2] : statement[3], new Scope(scope));
      case 'for':
        return yield* this.#loop(statement, new Scope(scope));
      case 'range':
        return yield* this.#range(statement, scope);
      case 'r':
        return { value: statement[1] === null ? 0 : yield* this.value(statement[1], scope) };
      case 'break':
        return 'break';
      case 'continue':
        return 'continue';
    }
  }

  *#loop([, init, test, step, body]: Extract<Stmt, readonly ['for', ...unknown[]]>, scope: Scope): Step<Flow> {
    yield* this.block(init, scope);
    while (test === null || truth(yield* this.value(test, scope))) {
      const flow = yield* this.block(body, new Scope(scope));
      if (flow === 'break') break;
      if (typeof flow === 'object') return flow;
      yield* this.block(step, scope);
      if (this.p.tick()) yield TURN;
      if (this.p.caught.length > 0) yield* this.signals();
    }
    return undefined;
  }

  *#range([, names, list, body]: Extract<Stmt, readonly ['range', ...unknown[]]>, scope: Scope): Step<Flow> {
    const value = yield* this.value(list, scope);
    const items: readonly Value[] =
      typeof value === 'number'
        ? Array.from({ length: Math.min(value, 1e6) }, (_, at) => at)
        : typeof value === 'string'
          ? [...value].map((c) => c.charCodeAt(0))
          : Array.isArray(value)
            ? value
            : [];
    for (const [at, item] of items.entries()) {
      const inner = new Scope(scope);
      if (names[0] !== undefined) inner.values.set(names[0], at);
      if (names[1] !== undefined) inner.values.set(names[1], item);
      const flow = yield* this.block(body, inner);
      if (flow === 'break') break;
      if (typeof flow === 'object') return flow;
    }
    return undefined;
  }

  *#assign(names: readonly string[], operator: string, value: Value, scope: Scope): Step<void> {
    const values = names.length > 1 && Array.isArray(value) ? (value as readonly Value[]) : [value];
    for (const [at, name] of names.entries()) {
      if (name === '_') continue;
      const target = operator === ':=' ? scope : (scope.find(name) ?? scope);
      const one = values[at] ?? null;
      target.values.set(
        name,
        operator === '=' || operator === ':=' ? one : binary(operator.slice(0, -1), target.values.get(name) ?? 0, one, this.code.language),
      );
    }
    if (this.p.tick()) yield TURN;
  }

  *value(expr: Expr, scope: Scope): Step<Value> {
    switch (expr[0]) {
      case 'n':
      case 's':
        return expr[1];
      case 'v':
        return yield* this.#variable(expr[1], scope);
      case 'u': {
        const value = yield* this.value(expr[2], scope);
        return expr[1] === '!'
          ? this.code.language === 'go'
            ? !truth(value)
            : Number(!truth(value))
          : expr[1] === '-'
            ? -Number(value)
            : expr[1] === '~'
              ? ~Number(value)
              : value;
      }
      case 'b': {
        const left = yield* this.value(expr[2], scope);
        if (expr[1] === '&&' && !truth(left)) return this.code.language === 'go' ? false : 0;
        if (expr[1] === '||' && truth(left)) return this.code.language === 'go' ? true : 1;
        const right = yield* this.value(expr[3], scope);
        if ((expr[1] === '/' || expr[1] === '%') && Number(right) === 0) yield* this.#divideByZero();
        return expr[1] === '&&' || expr[1] === '||'
          ? this.code.language === 'go'
            ? truth(right)
            : Number(truth(right))
          : binary(expr[1], left, right, this.code.language);
      }
      case 'i': {
        const list = yield* this.value(expr[1], scope);
        const at = Number(yield* this.value(expr[2], scope));
        if (typeof list === 'string') return at < list.length ? list.charCodeAt(at) : 0;
        if (Array.isArray(list)) {
          if (this.code.language === 'go' && (at < 0 || at >= list.length))
            yield* this.#panic(`runtime error: index out of range [${at}] with length ${list.length}`);
          return (list as readonly Value[])[at] ?? null;
        }
        return null;
      }
      case 'c': {
        const args: Value[] = [];
        for (const each of expr[2]) args.push(yield* this.value(each, scope));
        const [object, method] = expr[1].split('.');
        const bound = method === undefined ? undefined : scope.find(object!)?.values.get(object!);
        if (bound !== undefined && bound !== null && typeof bound === 'object' && 'object' in bound)
          return yield* callLibrary(this, `${bound.object}.${expr[1].slice(object!.length + 1)}`, [bound, ...args]);
        return yield* this.call(expr[1], args);
      }
      case 'l': {
        const items: Value[] = [];
        for (const each of expr[1]) items.push(yield* this.value(each, scope));
        return items;
      }
      case 'f':
        return { lambda: expr[1], body: expr[2] };
      case '?':
        return yield* this.value(truth(yield* this.value(expr[1], scope)) ? expr[2] : expr[3], scope);
      case '=': {
        yield* this.#assign([expr[1]], expr[2], yield* this.value(expr[3], scope), scope);
        return scope.find(expr[1])?.values.get(expr[1]) ?? 0;
      }
    }
  }

  *#variable(name: string, scope: Scope): Step<Value> {
    const found = scope.find(name);
    if (found !== undefined) return found.values.get(name)!;
    const known = CONSTANTS[name];
    if (known !== undefined) return known;
    if (name === 'os.Args') return this.p.argv;
    if (this.code.functions[name] !== undefined) return { lambda: this.code.functions[name].params, body: this.code.functions[name].body };
    const [object, ...path] = name.split('.');
    const base = scope.find(object!)?.values.get(object!);
    if (base !== undefined && base !== null && typeof base === 'object' && 'data' in base)
      return (base.data as Readonly<Record<string, Value>>)[path.join('.')] ?? null;
    if (this.p.tick()) yield TURN;
    return null;
  }

  *#divideByZero(): Step<void> {
    if (this.code.language === 'go') yield* this.#panic('runtime error: integer divide by zero\n[signal SIGFPE: floating-point exception]');
    yield* this.p.raise(SIGNALS.FPE);
    throw new Ended(136);
  }
  *#panic(text: string): Step<void> {
    yield* this.p.write(2, `panic: ${text}\n\ngoroutine 1 [running]:\nmain.main()\n\t/app/main.go\nexit status 2\n`);
    throw new Ended(2);
  }
}

const CONSTANTS: Readonly<Record<string, Value>> = {
  true: true, false: false, nil: null, NULL: null, EXIT_SUCCESS: 0, EXIT_FAILURE: 1, stdout: 1, stderr: 2, 'os.Stdout': 1, 'os.Stderr': 2, 'time.Second': 1e9, 'time.Millisecond': 1e6, 'time.Microsecond': 1e3,
  'time.Minute': 6e10, 'time.Hour': 3.6e12, 'runtime.GOOS': 'linux', 'runtime.GOARCH': 'amd64', 'http.StatusOK': 200, 'http.StatusNotFound': 404, 'http.StatusInternalServerError': 500, 'time.RFC3339': 'RFC3339',
  'http.StatusMethodNotAllowed': 405, 'http.StatusBadRequest': 400, INT_MAX: 2147483647,
}; // biome-ignore format: a table

export const truth = (value: Value): boolean => value !== null && value !== 0 && value !== false;

function binary(operator: string, left: Value, right: Value, language: 'c' | 'go'): Value {
  const told = (value: boolean): Value => (language === 'go' ? value : Number(value));
  if (typeof left === 'string' && typeof right === 'string') {
    if (operator === '+') return left + right;
    if (operator === '==') return told(left === right);
    if (operator === '!=') return told(left !== right);
    if (operator === '<') return told(left < right);
    if (operator === '>') return told(left > right);
  }
  const [a, b] = [Number(left), Number(right)];
  const whole = Number.isInteger(a) && Number.isInteger(b);
  switch (operator) {
    case '+':
      return whole && language === 'c' && Math.abs(a + b) > 2 ** 53 ? (a + b) | 0 : a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return whole ? Math.trunc(a / b) : a / b;
    case '%':
      return a % b;
    case '<<':
      return a * 2 ** b;
    case '>>':
      return Math.floor(a / 2 ** b);
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    case '==':
      return told(left === null || right === null ? (left ?? null) === (right ?? null) : a === b);
    case '!=':
      return told(left === null || right === null ? (left ?? null) !== (right ?? null) : a !== b);
    case '<':
      return told(a < b);
    case '<=':
      return told(a <= b);
    case '>':
      return told(a > b);
  }
  return told(a >= b);
}

/** The program that compiled executables carry: runs what the compiler left in the file. */
export const compiled: Program = function* main(p: Process): Run {
  const { inode } = p.fs.existing(p.executable, true);
  const text = inode.kind === 'file' ? compiledText(inode.body) : '';
  const machine = new Machine(p, JSON.parse(text) as Code);
  if (machine.code.language === 'go') for (const signal of [SIGNALS.TERM, SIGNALS.INT, SIGNALS.HUP]) p.setDisposition(signal, 'catch');
  try {
    yield* machine.block(machine.code.globals, machine.globals);
    const value = yield* machine.call('main', [p.argv.length, p.argv]);
    yield* machine.flush();
    return machine.code.language === 'go' ? 0 : Number(value) & 0xff;
  } catch (error) {
    if (error instanceof Ended) {
      yield* machine.flush();
      return error.status & 0xff;
    }
    if (!(error instanceof SysError)) throw error;
    yield* p.write(2, `${show(p.argv[0] ?? '')}: ${error.message}\n`);
    return 1;
  }
};
