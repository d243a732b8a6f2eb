import { type Routine, Suspended } from '../coroutine/index.ts';
import { BASE_EXCEPTION, PyException } from './exceptions.ts';
import { execBody } from './execute.ts';
import { dictOf } from './hash.ts';
import type { Frame, Interpreter } from './interpreter.ts';
import { type Kwargs, PyBuiltin, PyClass, PyFunction, PyGenerator, PyMethod, PyObject, PyTuple, Scope, type Value } from './values.ts';

const isRoutine = (value: unknown): value is Routine<Value> => typeof value === 'object' && value !== null && Symbol.iterator in value;

/** Calls anything that can be called. */
export function* call(py: Interpreter, func: Value, args: readonly Value[], kwargs: Kwargs): Routine<Value> {
  if (func instanceof PyFunction) return yield* callFunction(py, func, args, kwargs);
  if (func instanceof PyMethod) return yield* call(py, func.func, [func.self, ...args], kwargs);
  if (func instanceof PyBuiltin) {
    const value = func.run(py, args, kwargs);
    return isRoutine(value) ? yield* value : value;
  }
  if (func instanceof PyClass) return yield* instantiate(py, func, args, kwargs);
  if (func instanceof PyObject) {
    const method = func.cls.find('__call__');
    if (method !== undefined) return yield* call(py, method, [func, ...args], kwargs);
  }
  throw py.error('TypeError', `'${py.typeName(func)}' object is not callable`);
}

function* instantiate(py: Interpreter, cls: PyClass, args: readonly Value[], kwargs: Kwargs): Routine<Value> {
  const make = cls.find('__new__');
  let made: Value;
  if (make !== undefined) {
    made = yield* call(
      py,
      make instanceof PyObject && make.hidden !== undefined && !(make instanceof PyFunction) ? (make.hidden as Value) : make,
      [cls, ...args],
      kwargs,
    );
    if (!(made instanceof PyObject) || !made.cls.isSubclass(cls)) return made;
  } else made = emptyOf(cls);
  if (made instanceof PyException && made.args.length === 0) made.args = [...args];
  const init = cls.find('__init__');
  if (init !== undefined) {
    const result = yield* call(py, init, [made, ...args], kwargs);
    if (result !== null) throw py.error('TypeError', `__init__() should return None, not '${py.typeName(result)}'`);
  } else if (make === undefined && (args.length > 0 || kwargs.size > 0) && !cls.isSubclass(BASE_EXCEPTION))
    throw py.error('TypeError', `${cls.name}() takes no arguments`);
  return made;
}

/** An instance without its `__init__`. */
export function emptyOf(cls: PyClass): PyObject {
  for (const each of cls.mro) if (each.make !== undefined) return each.make(cls);
  return new PyObject(cls);
}

function* callFunction(py: Interpreter, func: PyFunction, args: readonly Value[], kwargs: Kwargs): Routine<Value> {
  const { node } = func;
  const names = bind(py, func, args, kwargs);
  const scope = new Scope(names, func.closure, node);
  const frame: Frame = {
    file: func.file,
    name: py.atLeast(11) ? func.qualifiedName.replace(/.*<locals>\./, '') : node.name,
    scope,
    module: func.module,
    func,
    at: undefined,
    handling: undefined,
  };
  const inner: Frame = { ...frame, name: node.name };
  if (!node.isGenerator) return yield* py.within(inner, execBody(py, node.body, inner));
  return new PyGenerator(new Suspended(generatorBody(py, func, inner)), func.qualifiedName);
}

function* generatorBody(py: Interpreter, func: PyFunction, frame: Frame): Routine<Value> {
  py.frames.push(frame);
  try {
    return yield* execBody(py, func.node.body, frame);
  } catch (error) {
    noteError(py, error, frame);
    throw error;
  } finally {
    const at = py.frames.lastIndexOf(frame);
    if (at >= 0) py.frames.splice(at, 1);
  }
}
function noteError(py: Interpreter, error: unknown, frame: Frame): void {
  const exception = (error as { exception?: unknown }).exception;
  if (exception instanceof PyException) py.note(exception, frame);
}

/** Parameters with their arguments. Throws TypeError with CPython's words. */
function bind(py: Interpreter, func: PyFunction, args: readonly Value[], kwargs: Kwargs): Map<string, Value> {
  const { parameters } = func.node;
  const names = new Map<string, Value>();
  const name = `${py.atLeast(10) ? func.qualifiedName : func.node.name}()`;
  const positional = parameters.filter(({ kind }) => kind === 'plain' || kind === 'only-position');
  for (const [index, parameter] of positional.entries()) if (index < args.length) names.set(parameter.name, args[index]!);
  const rest = parameters.find(({ kind }) => kind === 'args');
  if (rest !== undefined) names.set(rest.name, new PyTuple(args.slice(positional.length)));
  else if (args.length > positional.length) {
    const optional = positional.filter((each) => each.otherwise !== undefined).length;
    const most = positional.length;
    const least = most - optional;
    const given = `${args.length} ${args.length === 1 ? 'was' : 'were'} given`;
    throw py.error(
      'TypeError',
      `${name} takes ${optional > 0 ? `from ${least} to ${most}` : most} positional argument${most === 1 && optional === 0 ? '' : 's'} but ${given}`,
    );
  }
  const extra = new Map<string, Value>();
  const more = parameters.find(({ kind }) => kind === 'kwargs');
  for (const [key, value] of kwargs) {
    const parameter = parameters.find((each) => each.name === key && (each.kind === 'plain' || each.kind === 'only-keyword'));
    if (parameter === undefined) {
      if (more === undefined) throw py.error('TypeError', `${name} got an unexpected keyword argument '${key}'`);
      extra.set(key, value);
    } else if (names.has(key)) throw py.error('TypeError', `${name} got multiple values for argument '${key}'`);
    else names.set(key, value);
  }
  if (more !== undefined) names.set(more.name, dictOf(extra));
  for (const { name: each } of parameters) {
    const otherwise = func.defaults.get(each);
    if (!names.has(each) && otherwise !== undefined) names.set(each, otherwise);
  }
  lacking(
    py,
    name,
    positional.filter((each) => !names.has(each.name)).map((each) => each.name),
    'positional',
  );
  lacking(
    py,
    name,
    parameters.filter((each) => each.kind === 'only-keyword' && !names.has(each.name)).map((each) => each.name),
    'keyword-only',
  );
  return names;
}

function lacking(py: Interpreter, name: string, missing: readonly string[], kind: string): void {
  if (missing.length === 0) return;
  const quoted = missing.map((each) => `'${each}'`);
  const list = quoted.length < 3 ? quoted.join(' and ') : `${quoted.slice(0, -1).join(', ')}, and ${quoted.at(-1)}`;
  throw py.error('TypeError', `${name} missing ${missing.length} required ${kind} argument${missing.length === 1 ? '' : 's'}: ${list}`);
}
