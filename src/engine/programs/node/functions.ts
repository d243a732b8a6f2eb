import type { Expression, Function as FunctionAst, Pattern as PatternAst, VariableDeclaration } from 'acorn';
import { Emit, invoke, Resume, type Routine, Suspended, type Went } from '../coroutine/index.ts';
import { get } from './convert.ts';
import { evaluate, evaluateKey, reference } from './evaluate.ts';
import { execAll, hoist } from './execute.ts';
import { iterate } from './iterate.ts';
import { resolved, settle, subscribe } from './promise.ts';
import type { Realm } from './realm.ts';
import { type Frame, isCallable, JsFunction, JsNative, JsObject, JsThrow, Scope, type Source, type Value } from './values.ts';

const isRoutine = (value: unknown): value is Routine<Value> =>
  typeof value === 'object' && value !== null && !(value instanceof JsObject) && Symbol.iterator in value;

/** Calls a function. Throws TypeError for what cannot be called. */
export function* call(js: Realm, func: Value, self: Value, args: readonly Value[], target?: JsObject): Routine<Value> {
  if (func instanceof JsNative) {
    const value = func.run(js, self, args, target);
    return isRoutine(value) ? yield* value : value;
  }
  if (!(func instanceof JsFunction)) throw js.error('TypeError', 'value is not a function');
  if (func.classKind !== 'none' && target === undefined)
    throw js.error('TypeError', `Class constructor ${func.name} cannot be invoked without 'new'`);
  return yield* invoke(runFunction(js, func, self, args, target));
}

function* runFunction(js: Realm, func: JsFunction, self: Value, args: readonly Value[], target: JsObject | undefined): Routine<Value> {
  const node = func.node!;
  const arrow = node.type === 'ArrowFunctionExpression';
  const outer = arrow ? func.scope.holder : undefined;
  const frame: Frame = {
    self: arrow ? outer?.self : self,
    func: arrow ? outer?.func : func,
    args,
    target: arrow ? outer?.target : target,
    arrow,
    name: frameName(js, func, self, target),
    file: func.source,
    at: node.start,
  };
  const scope = new Scope(func.scope, frame);
  if (node.generator && !node.async)
    return makeGenerator(js, func, new Suspended(inFrame(js, frame, () => body(js, node, scope, frame, args), true)));
  if (node.generator) throw js.notSimulated('an asynchronous generator');
  if (node.async) return yield* startAsync(js, new Suspended(inFrame(js, frame, () => body(js, node, scope, frame, args), true)));
  return yield* inFrame(js, frame, () => body(js, node, scope, frame, args), false);
}

function frameName(js: Realm, func: JsFunction, self: Value, target: JsObject | undefined): string {
  if (target !== undefined) return `new ${func.name}`;
  if (func.name === '') return '';
  if (self instanceof JsObject && self !== js.global && func.home !== undefined)
    return `${self.proto?.props.get('constructor')?.value instanceof JsFunction ? (self.proto.props.get('constructor')!.value as JsFunction).name : 'Object'}.${func.name}`;
  return func.name;
}

function* inFrame(js: Realm, frame: Frame, work: () => Routine<Value>, suspends: boolean): Routine<Value> {
  js.enter(frame);
  try {
    return yield* work();
  } finally {
    const at = js.frames.lastIndexOf(frame);
    if (at >= 0 && (suspends || at === js.frames.length - 1)) js.frames.splice(at, 1);
    else if (at >= 0) js.frames.length = at;
  }
}

function* body(js: Realm, node: FunctionAst, scope: Scope, frame: Frame, args: readonly Value[]): Routine<Value> {
  if (node.type !== 'ArrowFunctionExpression') {
    if (node.id && node.type === 'FunctionExpression') scope.declare(node.id.name, frame.func);
    scope.declare('arguments', js.array([...args]));
  }
  for (const [index, parameter] of node.params.entries()) {
    if (parameter.type === 'RestElement') yield* bindPattern(js, parameter.argument, js.array(args.slice(index)), scope, frame, 'let');
    else if (parameter.type === 'Identifier') scope.declare(parameter.name, args[index]);
    else yield* bindPattern(js, parameter, args[index], scope, frame, 'let');
  }
  if (node.body.type !== 'BlockStatement') return yield* evaluate(js, node.body as Expression, scope, frame);
  hoist(js, node.body.body, scope, frame, true);
  const ending = yield* execAll(js, node.body.body, scope, frame);
  return ending?.kind === 'return' ? ending.value : undefined;
}

/** new func(…args). */
export function* construct(
  js: Realm,
  func: Value,
  args: readonly Value[],
  target: JsObject | undefined = func as JsObject,
): Routine<Value> {
  if (func instanceof JsNative && func.constructs) {
    const value = func.run(js, undefined, args, target);
    const made = isRoutine(value) ? yield* value : value;
    if (target !== func && made instanceof JsObject) made.proto = (yield* get(js, target, 'prototype')) as JsObject;
    return made;
  }
  if (!(func instanceof JsFunction) || func.node?.type === 'ArrowFunctionExpression')
    throw js.error('TypeError', `${isCallable(func) ? func.name || 'value' : 'value'} is not a constructor`);
  let self: Value;
  if (func.classKind !== 'derived') {
    const proto = yield* get(js, target, 'prototype');
    self = new JsObject(proto instanceof JsObject ? proto : js.proto.Object);
    yield* initFields(js, func, self as JsObject);
  }
  const node = func.node!;
  const frame: Frame = { self, func, args, target, arrow: false, name: `new ${func.name}`, file: func.source, at: node.start };
  const result = yield* invoke(inFrame(js, frame, () => body(js, node, new Scope(func.scope, frame), frame, args), false));
  if (result instanceof JsObject) return result;
  if (frame.self === undefined)
    throw js.error(
      'ReferenceError',
      "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
    );
  return frame.self;
}

/** Gives a new instance the fields of its class. */
export function* initFields(js: Realm, func: JsFunction, self: JsObject): Routine<void> {
  for (const { key, value, scope } of func.fields) {
    const frame: Frame = { self, func, args: [], target: undefined, arrow: false, name: func.name, file: func.source, at: 0 };
    self.put(
      key,
      value === null || value === undefined
        ? undefined
        : yield* evaluate(js, value as Expression, new Scope(scope, frame), frame, typeof key === 'string' ? key : ''),
    );
  }
}

function makeGenerator(js: Realm, func: JsFunction, suspended: Suspended): Value {
  const proto = func.props.get('prototype')?.value;
  const object = new JsObject(proto instanceof JsObject ? proto : js.proto.Generator);
  object.hidden = suspended;
  object.kind = 'Generator';
  return object;
}

/** Goes on with a generator object; gives `{value, done}`. */
export function* goOn(js: Realm, self: Value, how: 'next' | 'throw' | 'return', value: unknown): Routine<Value> {
  const suspended = self instanceof JsObject ? self.hidden : undefined;
  if (!(suspended instanceof Suspended)) throw js.error('TypeError', 'next method called on incompatible receiver');
  if (suspended.state === 'running') throw js.error('TypeError', 'Generator is already running');
  const went = (yield new Resume(suspended, { how, value: how === 'throw' ? new JsThrow(value as Value) : value })) as Went;
  return js.object({ value: went.value as Value, done: went.done });
}

/** Starts an asynchronous function: it runs to its first `await`; the promise of its value comes back. */
function* startAsync(js: Realm, suspended: Suspended): Routine<Value> {
  const promise = settle.make(js);
  const step = function* (how: 'next' | 'throw', value: unknown): Routine<void> {
    let went: Went;
    try {
      went = (yield new Resume(suspended, { how, value: how === 'throw' ? new JsThrow(value as Value) : value })) as Went;
    } catch (error) {
      if (!(error instanceof JsThrow)) throw error;
      settle.reject(js, promise, error.value);
      return;
    }
    if (went.done) {
      yield* settle.resolve(js, promise, went.value as Value);
      return;
    }
    const waited = yield* resolved(js, went.value as Value);
    subscribe(
      js,
      waited,
      (result) => step('next', result),
      (reason) => step('throw', reason),
    );
  };
  yield* step('next', undefined);
  return promise;
}

/** await: suspends the asynchronous function; its frame is not on the stack meanwhile. */
export function* awaitValue(js: Realm, value: Value, frame: Frame): Routine<Value> {
  return yield* emit(js, value, frame);
}
export function* emit(js: Realm, value: Value, frame: Frame): Routine<Value> {
  const own = js.frames.findLast((each) => each === frame || each.file === frame.file);
  const at = own === undefined ? -1 : js.frames.lastIndexOf(own);
  if (at >= 0) js.frames.splice(at, 1);
  try {
    return (yield new Emit(value)) as Value;
  } finally {
    if (own !== undefined) js.frames.push(own);
  }
}

/** Gives the names of a pattern their values. `how`: a declaration, or `assign` to what is there. */
export function* bindPattern(
  js: Realm,
  pattern: PatternAst,
  value: Value,
  scope: Scope,
  frame: Frame,
  how: VariableDeclaration['kind'] | 'assign',
): Routine<void> {
  switch (pattern.type) {
    case 'Identifier':
      if (how === 'assign' || how === 'var') yield* (yield* reference(js, pattern, scope, frame)).set(value);
      else scope.declare(pattern.name, value, how === 'const');
      return;
    case 'MemberExpression':
      yield* (yield* reference(js, pattern, scope, frame)).set(value);
      return;
    case 'AssignmentPattern': {
      const name = pattern.left.type === 'Identifier' ? pattern.left.name : '';
      yield* bindPattern(
        js,
        pattern.left,
        value === undefined ? yield* evaluate(js, pattern.right, scope, frame, name) : value,
        scope,
        frame,
        how,
      );
      return;
    }
    case 'ArrayPattern': {
      const next = yield* iterate(js, value);
      for (const element of pattern.elements) {
        if (element?.type === 'RestElement') {
          const rest: Value[] = [];
          for (let item = yield* next(); item !== undefined; item = yield* next()) rest.push(item.value);
          yield* bindPattern(js, element.argument, js.array(rest), scope, frame, how);
        } else {
          const item = (yield* next())?.value;
          if (element !== null) yield* bindPattern(js, element, item, scope, frame, how);
        }
      }
      return;
    }
    case 'ObjectPattern': {
      if (value === undefined || value === null)
        throw js.error('TypeError', `Cannot destructure '${String(value)}' as it is ${String(value)}.`);
      const taken = new Set<string | symbol>();
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          const rest = js.object();
          if (value instanceof JsObject)
            for (const [key, each] of value.props) if (each.enumerable && !taken.has(key)) rest.put(key, yield* get(js, value, key));
          yield* bindPattern(js, property.argument, rest, scope, frame, how);
        } else {
          const key = yield* evaluateKey(js, property, scope, frame);
          taken.add(key);
          yield* bindPattern(js, property.value, yield* get(js, value, key), scope, frame, how);
        }
      }
      return;
    }
    default:
      throw js.notSimulated(`the pattern ${pattern.type}`);
  }
}

/** A function object of a function in the source. */
export function makeFunction(js: Realm, node: FunctionAst, scope: Scope, source: Source, name: string): JsFunction {
  const made = new JsFunction(js.proto.Function, { node, scope, source, name });
  if (node.type !== 'ArrowFunctionExpression' && !node.async) {
    const proto = new JsObject(node.generator ? js.proto.Generator : js.proto.Object);
    if (!node.generator) proto.put('constructor', made, false);
    made.put('prototype', proto, false);
  }
  return made;
}
