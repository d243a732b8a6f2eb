import type { Routine } from '../coroutine/index.ts';
import type { Expr, Stmt } from './ast.ts';
import { deleteAttribute, getAttribute, setAttribute } from './attributes.ts';
import { makeClass } from './classes.ts';
import { callArguments, evaluate, exceptionOf, makeFunction } from './evaluate.ts';
import { BASE_EXCEPTION, type PyException } from './exceptions.ts';
import { importFrom, importModule } from './imports.ts';
import type { Frame, Interpreter } from './interpreter.ts';
import { iteratorOf, listOf } from './iterate.ts';
import { binary, truth } from './operators.ts';
import { deleteItem, getItem, setItem } from './subscript.ts';
import { isA, PyClass, PyError, PyList, PyTuple, type Value } from './values.ts';

/** How a statement ends, when not by going on. */
export type Ending = { readonly kind: 'return'; readonly value: Value } | { readonly kind: 'break' | 'continue' } | undefined;

/** Runs the body of a function. */
export function* execBody(py: Interpreter, body: readonly Stmt[], frame: Frame): Routine<Value> {
  const ending = yield* execAll(py, body, frame);
  return ending?.kind === 'return' ? ending.value : null;
}

export function* execAll(py: Interpreter, body: readonly Stmt[], frame: Frame): Routine<Ending> {
  for (const statement of body) {
    const ending = yield* exec(py, statement, frame);
    if (ending !== undefined) return ending;
  }
  return undefined;
}

function* exec(py: Interpreter, node: Stmt, frame: Frame): Routine<Ending> {
  frame.at = node;
  yield* py.tick();
  switch (node.kind) {
    case 'expression':
      yield* evaluate(py, node.value, frame);
      return undefined;
    case 'assign': {
      const value = yield* evaluate(py, node.value, frame);
      for (const target of node.targets) yield* assign(py, target, value, frame);
      return undefined;
    }
    case 'augment':
      yield* augment(py, node, frame);
      return undefined;
    case 'annotate':
      if (node.value !== undefined) yield* assign(py, node.target, yield* evaluate(py, node.value, frame), frame);
      if (frame.scope.node === undefined && node.target.kind === 'name') yield* noteAnnotation(frame, node.target.name);
      return undefined;
    case 'if':
      return yield* execAll(py, (yield* truth(py, yield* evaluate(py, node.condition, frame))) ? node.body : node.otherwise, frame);
    case 'while':
      while (yield* truth(py, yield* evaluate(py, node.condition, frame))) {
        const ending = yield* execAll(py, node.body, frame);
        if (ending?.kind === 'break') return undefined;
        if (ending?.kind === 'return') return ending;
        yield* py.tick();
      }
      return yield* execAll(py, node.otherwise, frame);
    case 'for': {
      const iter = yield* evaluate(py, node.iter, frame);
      frame.at = node.iter;
      const next = yield* iteratorOf(py, iter);
      for (let item = yield* next(); item !== undefined; item = yield* next()) {
        yield* assign(py, node.target, item, frame);
        const ending = yield* execAll(py, node.body, frame);
        if (ending?.kind === 'break') return undefined;
        if (ending?.kind === 'return') return ending;
        yield* py.tick();
        frame.at = node.iter;
      }
      return yield* execAll(py, node.otherwise, frame);
    }
    case 'try':
      return yield* attempt(py, node, frame);
    case 'with':
      return yield* withItems(py, node, 0, frame);
    case 'function': {
      let value: Value = yield* makeFunction(
        py,
        node.definition,
        frame,
        frame.scope.node === undefined && frame.name !== '<module>' ? `${frame.name}.` : '',
      );
      for (const decorator of [...node.decorators].reverse()) value = yield* py.call(yield* evaluate(py, decorator, frame), [value]);
      yield* assignName(py, node.definition.name, value, frame);
      return undefined;
    }
    case 'class': {
      const { args, kwargs } = yield* callArguments(py, node.args, frame);
      let value: Value = yield* makeClass(py, node, args, kwargs, frame);
      for (const decorator of [...node.decorators].reverse()) value = yield* py.call(yield* evaluate(py, decorator, frame), [value]);
      yield* assignName(py, node.name, value, frame);
      return undefined;
    }
    case 'return':
      return { kind: 'return', value: node.value === undefined ? null : yield* evaluate(py, node.value, frame) };
    case 'raise':
      return yield* raise(py, node, frame);
    case 'assert':
      if (yield* truth(py, yield* evaluate(py, node.condition, frame))) return undefined;
      frame.at = node.condition;
      throw py.error('AssertionError', ...(node.message === undefined ? [] : [yield* evaluate(py, node.message, frame)]));
    case 'delete':
      for (const target of node.targets) yield* remove(py, target, frame);
      return undefined;
    case 'import':
      for (const { name, as } of node.names) {
        const module = yield* importModule(py, name);
        yield* assignName(
          py,
          as ?? name.split('.')[0]!,
          as === undefined && name.includes('.') ? yield* importModule(py, name.split('.')[0]!) : module,
          frame,
        );
      }
      return undefined;
    case 'from':
      for (const [name, value] of yield* importFrom(py, node, frame)) yield* assignName(py, name, value, frame);
      return undefined;
    case 'break':
    case 'continue':
      return { kind: node.kind };
    default:
      return undefined;
  }
}

function* noteAnnotation(frame: Frame, name: string): Routine<void> {
  const list = frame.scope.names.get('__annotated__');
  if (list instanceof PyList) {
    if (!list.items.includes(name)) list.items.push(name);
  } else frame.scope.names.set('__annotated__', new PyList([name]));
}

/** Gives a name its value where it belongs. */
export function* assignName(_py: Interpreter, name: string, value: Value, frame: Frame): Routine<void> {
  const { scope, module } = frame;
  if (scope.node?.globals.has(name) === true) module.names.set(name, value);
  else if (scope.node?.nonlocals.has(name) === true) {
    let outer = scope.parent;
    while (outer !== undefined && !outer.names.has(name)) outer = outer.parent;
    (outer ?? scope).names.set(name, value);
  } else scope.names.set(name, value);
}

/** Gives a target its value. */
export function* assign(py: Interpreter, target: Expr, value: Value, frame: Frame): Routine<void> {
  switch (target.kind) {
    case 'name':
      yield* assignName(py, target.name, value, frame);
      return;
    case 'attribute': {
      const of = yield* evaluate(py, target.of, frame);
      frame.at = target;
      yield* setAttribute(py, of, target.name, value);
      return;
    }
    case 'subscript': {
      const of = yield* evaluate(py, target.of, frame);
      const index = yield* evaluate(py, target.index, frame);
      frame.at = target;
      yield* setItem(py, of, index, value);
      return;
    }
    case 'tuple':
    case 'list':
      frame.at = target;
      yield* unpack(py, target.items, value, frame);
      return;
    default:
      throw py.error('SyntaxError', 'cannot assign');
  }
}

function* unpack(py: Interpreter, targets: readonly Expr[], value: Value, frame: Frame): Routine<void> {
  if (typeof value !== 'object' && typeof value !== 'string')
    throw py.error('TypeError', `cannot unpack non-iterable ${py.typeName(value)} object`);
  if (value === null) throw py.error('TypeError', 'cannot unpack non-iterable NoneType object');
  const items = yield* listOf(py, value);
  const star = targets.findIndex((each) => each.kind === 'star');
  if (star < 0) {
    if (items.length > targets.length)
      throw py.error(
        'ValueError',
        `too many values to unpack (expected ${targets.length}${py.atLeast(14) ? `, got ${items.length}` : ''})`,
      );
    if (items.length < targets.length)
      throw py.error('ValueError', `not enough values to unpack (expected ${targets.length}, got ${items.length})`);
    for (const [index, target] of targets.entries()) yield* assign(py, target, items[index]!, frame);
    return;
  }
  const after = targets.length - star - 1;
  if (items.length < targets.length - 1)
    throw py.error('ValueError', `not enough values to unpack (expected at least ${targets.length - 1}, got ${items.length})`);
  for (let i = 0; i < star; i++) yield* assign(py, targets[i]!, items[i]!, frame);
  const middle = targets[star]!;
  if (middle.kind === 'star') yield* assign(py, middle.value, new PyList(items.slice(star, items.length - after)), frame);
  for (let i = 0; i < after; i++) yield* assign(py, targets[star + 1 + i]!, items[items.length - after + i]!, frame);
}

function* augment(py: Interpreter, node: Stmt & { kind: 'augment' }, frame: Frame): Routine<void> {
  const { target } = node;
  if (target.kind === 'attribute') {
    const of = yield* evaluate(py, target.of, frame);
    const old = yield* getAttribute(py, of, target.name);
    const value = yield* evaluate(py, node.value, frame);
    frame.at = node;
    yield* setAttribute(py, of, target.name, yield* binary(py, node.operator, old, value, true));
  } else if (target.kind === 'subscript') {
    const of = yield* evaluate(py, target.of, frame);
    const index = yield* evaluate(py, target.index, frame);
    frame.at = target;
    const old = yield* getItem(py, of, index);
    const value = yield* evaluate(py, node.value, frame);
    frame.at = node;
    yield* setItem(py, of, index, yield* binary(py, node.operator, old, value, true));
  } else {
    const old = yield* evaluate(py, target, frame);
    const value = yield* evaluate(py, node.value, frame);
    frame.at = node;
    yield* assign(py, target, yield* binary(py, node.operator, old, value, true), frame);
  }
}

function* remove(py: Interpreter, target: Expr, frame: Frame): Routine<void> {
  if (target.kind === 'name') {
    const names = frame.scope.node?.globals.has(target.name) === true ? frame.module.names : frame.scope.names;
    if (!names.delete(target.name)) throw py.error('NameError', `name '${target.name}' is not defined`);
  } else if (target.kind === 'attribute') yield* deleteAttribute(py, yield* evaluate(py, target.of, frame), target.name);
  else if (target.kind === 'subscript') {
    const of = yield* evaluate(py, target.of, frame);
    const index = yield* evaluate(py, target.index, frame);
    frame.at = target;
    yield* deleteItem(py, of, index);
  } else if (target.kind === 'tuple' || target.kind === 'list') for (const each of target.items) yield* remove(py, each, frame);
}

function* raise(py: Interpreter, node: Stmt & { kind: 'raise' }, frame: Frame): Routine<never> {
  if (node.value === undefined) {
    const handling = py.frames.findLast((each) => each.handling !== undefined)?.handling;
    if (handling === undefined) throw py.error('RuntimeError', 'No active exception to reraise');
    throw new PyError(handling);
  }
  const exception = yield* exceptionOf(py, yield* evaluate(py, node.value, frame));
  if (node.cause !== undefined) {
    const cause = yield* evaluate(py, node.cause, frame);
    exception.cause = cause === null ? null : yield* exceptionOf(py, cause);
    exception.suppressContext = true;
  }
  frame.at = node;
  throw new PyError(exception);
}

/** Whether an exception is of a class, or one of a tuple of classes. */
export function* matches(py: Interpreter, exception: PyException, type: Value): Routine<boolean> {
  const classes = type instanceof PyTuple ? type.items : [type];
  for (const each of classes) {
    if (!(each instanceof PyClass) || !each.isSubclass(BASE_EXCEPTION))
      throw py.error('TypeError', 'catching classes that do not inherit from BaseException is not allowed');
    if (isA(exception, each)) return true;
  }
  return false;
}

/** Notes which exception was being handled when another came. */
function context(py: Interpreter, exception: PyException, handled: PyException | undefined, frame: Frame): void {
  if (handled !== undefined && exception !== handled && exception.context === undefined) exception.context = handled;
  py.note(exception, frame);
}

function* attempt(py: Interpreter, node: Stmt & { kind: 'try' }, frame: Frame): Routine<Ending> {
  let ending: Ending;
  try {
    try {
      ending = yield* execAll(py, node.body, frame);
    } catch (error) {
      if (!(error instanceof PyError) || node.handlers.length === 0) throw error;
      const exception = error.exception as PyException;
      context(py, exception, frame.handling, frame);
      return yield* handle(py, node, exception, frame);
    }
    if (ending === undefined) ending = yield* execAll(py, node.otherwise, frame);
  } finally {
    if (node.finally.length > 0) {
      const at = frame.at;
      const final = yield* execAll(py, node.finally, frame);
      frame.at = at;
      // biome-ignore lint/correctness/noUnsafeFinally: a return in `finally` wins in Python too
      if (final !== undefined) return final;
    }
  }
  return ending;
}

function* handle(py: Interpreter, node: Stmt & { kind: 'try' }, exception: PyException, frame: Frame): Routine<Ending> {
  for (const { type, name, body } of node.handlers) {
    if (type !== undefined && !(yield* matches(py, exception, yield* evaluate(py, type, frame)))) continue;
    if (name !== undefined) yield* assignName(py, name, exception, frame);
    const outer = frame.handling;
    frame.handling = exception;
    try {
      return yield* execAll(py, body, frame);
    } catch (error) {
      if (error instanceof PyError) context(py, error.exception as PyException, exception, frame);
      throw error;
    } finally {
      frame.handling = outer;
      if (name !== undefined) frame.scope.names.delete(name);
    }
  }
  throw new PyError(exception);
}

function* withItems(py: Interpreter, node: Stmt & { kind: 'with' }, index: number, frame: Frame): Routine<Ending> {
  const item = node.items[index];
  if (item === undefined) return yield* execAll(py, node.body, frame);
  const manager = yield* evaluate(py, item.value, frame);
  frame.at = item.value;
  const exit = yield* managerMethod(py, manager, '__exit__');
  const value = yield* py.call(yield* managerMethod(py, manager, '__enter__'), []);
  if (item.target !== undefined) yield* assign(py, item.target, value, frame);
  let ending: Ending;
  try {
    ending = yield* withItems(py, node, index + 1, frame);
  } catch (error) {
    if (!(error instanceof PyError)) throw error;
    const exception = error.exception as PyException;
    py.note(exception, frame);
    const at = frame.at;
    if (yield* truth(py, yield* py.call(exit, [exception.cls, exception, null]))) return undefined;
    frame.at = at;
    throw error;
  }
  yield* py.call(exit, [null, null, null]);
  return ending;
}

function* managerMethod(py: Interpreter, manager: Value, name: string): Routine<Value> {
  const found = manager !== null && typeof manager === 'object' ? manager.cls.find(name) : undefined;
  if (found === undefined)
    throw py.error(
      py.atLeast(11) ? 'TypeError' : 'AttributeError',
      py.atLeast(11)
        ? `'${py.typeName(manager)}' object does not support the context manager protocol${name === '__exit__' ? ' (missed __exit__ method)' : ''}`
        : name,
    );
  return yield* getAttribute(py, manager, name);
}
