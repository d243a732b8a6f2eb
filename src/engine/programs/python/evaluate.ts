import { Emit, invoke, type Routine, Suspended } from '../coroutine/index.ts';
import type { Argument, Comprehension, Expr, FunctionNode, TextPart } from './ast.ts';
import { getAttribute } from './attributes.ts';
import { compare } from './comparison.ts';
import { PyException } from './exceptions.ts';
import { assign } from './execute.ts';
import { formatValue } from './format.ts';
import { dictSet, setAdd } from './hash.ts';
import type { Frame, Interpreter } from './interpreter.ts';
import { iteratorOf, listOf, resume } from './iterate.ts';
import { binary, truth } from './operators.ts';
import { getItem } from './subscript.ts';
import { repr, str } from './text.ts';
import {
  ELLIPSIS,
  PyBytes,
  PyClass,
  PyDict,
  PyFunction,
  PyGenerator,
  PyList,
  PyObject,
  PySet,
  PySlice,
  PyTuple,
  Scope,
  SUPER,
  type Value,
} from './values.ts';

/** What a name stands for here. Throws NameError and UnboundLocalError. */
export function lookUp(py: Interpreter, frame: Frame, name: string): Value {
  const { scope, module } = frame;
  const own = scope.names.get(name);
  if (own !== undefined && scope.node?.globals.has(name) !== true) return own;
  if (scope.node?.locals.has(name) === true)
    throw py.error(
      'UnboundLocalError',
      py.atLeast(11)
        ? `cannot access local variable '${name}' where it is not associated with a value`
        : `local variable '${name}' referenced before assignment`,
    );
  if (scope.node?.globals.has(name) !== true)
    for (let outer = scope.parent; outer !== undefined; outer = outer.parent) {
      const found = outer.node === undefined ? undefined : outer.names.get(name);
      if (found !== undefined) return found;
    }
  const found = module.names.get(name) ?? py.builtins.names.get(name);
  if (found !== undefined) return found;
  throw py.error('NameError', `name '${name}' is not defined`);
}

/** The value of an expression. */
export function* evaluate(py: Interpreter, node: Expr, frame: Frame): Routine<Value> {
  switch (node.kind) {
    case 'constant':
      return node.value;
    case 'bytes':
      return new PyBytes(node.value);
    case 'ellipsis':
      return ELLIPSIS;
    case 'name':
      frame.at = node;
      return lookUp(py, frame, node.name);
    case 'text':
      return yield* formatted(py, node.parts, frame);
    case 'attribute': {
      const of = yield* evaluate(py, node.of, frame);
      frame.at = node;
      return yield* getAttribute(py, of, node.name);
    }
    case 'subscript': {
      const of = yield* evaluate(py, node.of, frame);
      const index = yield* evaluate(py, node.index, frame);
      frame.at = node;
      return yield* getItem(py, of, index);
    }
    case 'slice': {
      const part = function* (each: Expr | undefined): Routine<Value> {
        return each === undefined ? null : yield* evaluate(py, each, frame);
      };
      return new PySlice(yield* part(node.from), yield* part(node.to), yield* part(node.step));
    }
    case 'call':
      return yield* evaluateCall(py, node, frame);
    case 'binary': {
      const left = yield* evaluate(py, node.left, frame);
      const right = yield* evaluate(py, node.right, frame);
      frame.at = node;
      yield* py.tick();
      return yield* binary(py, node.operator, left, right);
    }
    case 'unary':
      return yield* unary(py, node, frame);
    case 'compare': {
      let left = yield* evaluate(py, node.left, frame);
      for (const [index, operator] of node.operators.entries()) {
        const right = yield* evaluate(py, node.rest[index]!, frame);
        frame.at = node;
        if (!(yield* compare(py, operator, left, right))) return false;
        left = right;
      }
      return true;
    }
    case 'logic': {
      const left = yield* evaluate(py, node.left, frame);
      return (yield* truth(py, left)) === (node.operator === 'and') ? yield* evaluate(py, node.right, frame) : left;
    }
    case 'choice':
      return yield* evaluate(py, (yield* truth(py, yield* evaluate(py, node.condition, frame))) ? node.yes : node.no, frame);
    case 'lambda':
      return yield* makeFunction(py, node.definition, frame);
    case 'list':
      return new PyList(yield* items(py, node.items, frame));
    case 'tuple':
      return new PyTuple(yield* items(py, node.items, frame));
    case 'set': {
      const set = new PySet();
      for (const item of yield* items(py, node.items, frame)) yield* setAdd(py, set, item);
      return set;
    }
    case 'dict':
      return yield* evaluateDict(py, node, frame);
    case 'comprehension':
      return yield* comprehension(py, node, frame);
    case 'star':
      throw py.error('SyntaxError', "can't use starred expression here");
    case 'walrus': {
      const value = yield* evaluate(py, node.value, frame);
      let target = frame;
      while (target.scope.node?.name === '<comprehension>') target = { ...target, scope: target.scope.parent! };
      yield* assign(py, { ...node, kind: 'name', name: node.name }, value, target);
      return value;
    }
    case 'yield':
      return yield* evaluateYield(py, node, frame);
  }
}

function* evaluateCall(py: Interpreter, node: Expr & { kind: 'call' }, frame: Frame): Routine<Value> {
  if (node.of.kind === 'name' && node.of.name === 'super' && node.args.length === 0 && frame.func?.home !== undefined) {
    const first = frame.func.node.parameters[0]?.name;
    const self = first === undefined ? null : (frame.scope.names.get(first) ?? null);
    const object = new PyObject(SUPER, undefined);
    object.hidden = { home: frame.func.home, self };
    return object;
  }
  const func = yield* evaluate(py, node.of, frame);
  const { args, kwargs } = yield* callArguments(py, node.args, frame);
  frame.at = node;
  yield* py.tick();
  return yield* py.call(func, args, kwargs);
}

export function* callArguments(
  py: Interpreter,
  given: readonly Argument[],
  frame: Frame,
): Routine<{ args: Value[]; kwargs: Map<string, Value> }> {
  const args: Value[] = [];
  const kwargs = new Map<string, Value>();
  for (const { name, star, value } of given) {
    const got = yield* evaluate(py, value, frame);
    if (star === 1) args.push(...(yield* listOf(py, got)));
    else if (star === 2) {
      if (!(got instanceof PyDict)) throw py.error('TypeError', `argument after ** must be a mapping, not ${py.typeName(got)}`);
      for (const [key, each] of got.entries.values()) {
        if (typeof key !== 'string') throw py.error('TypeError', 'keywords must be strings');
        kwargs.set(key, each);
      }
    } else if (name === undefined) args.push(got);
    else kwargs.set(name, got);
  }
  return { args, kwargs };
}

function* items(py: Interpreter, nodes: readonly Expr[], frame: Frame): Routine<Value[]> {
  const out: Value[] = [];
  for (const each of nodes) {
    if (each.kind === 'star') out.push(...(yield* listOf(py, yield* evaluate(py, each.value, frame))));
    else out.push(yield* evaluate(py, each, frame));
  }
  return out;
}

function* evaluateDict(py: Interpreter, node: Expr & { kind: 'dict' }, frame: Frame): Routine<Value> {
  const dict = new PyDict();
  for (const { key, value } of node.entries) {
    if (key === undefined) {
      const other = yield* evaluate(py, value, frame);
      if (!(other instanceof PyDict)) throw py.error('TypeError', `'${py.typeName(other)}' object is not a mapping`);
      for (const [hash, [k, v]] of other.entries) dict.entries.set(hash, [k, v]);
    } else {
      const k = yield* evaluate(py, key, frame);
      yield* dictSet(py, dict, k, yield* evaluate(py, value, frame));
    }
  }
  return dict;
}

function* unary(py: Interpreter, node: Expr & { kind: 'unary' }, frame: Frame): Routine<Value> {
  const operand = yield* evaluate(py, node.operand, frame);
  frame.at = node;
  if (node.operator === 'not') return !(yield* truth(py, operand));
  const value = typeof operand === 'boolean' ? BigInt(operand) : operand;
  if (typeof value === 'bigint') return node.operator === '-' ? -value : node.operator === '~' ? ~value : value;
  if (typeof value === 'number' && node.operator !== '~') return node.operator === '-' ? -value : value;
  const method = { '-': '__neg__', '+': '__pos__', '~': '__invert__' }[node.operator as '-'];
  if (value instanceof PyObject && value.cls.find(method) !== undefined) return yield* py.callMethod(value, method, []);
  throw py.error('TypeError', `bad operand type for unary ${node.operator}: '${py.typeName(operand)}'`);
}

/** An f-string. */
export function* formatted(py: Interpreter, parts: readonly TextPart[], frame: Frame): Routine<string> {
  let out = '';
  for (const part of parts) {
    if ('text' in part) out += part.text;
    else {
      let value = yield* evaluate(py, part.value, frame);
      if (part.source !== undefined) out += part.source;
      if (part.conversion === 'r' || (part.source !== undefined && part.conversion === '' && part.spec.length === 0))
        value = yield* repr(py, value);
      else if (part.conversion === 's') value = yield* str(py, value);
      else if (part.conversion === 'a') value = yield* repr(py, value);
      out += yield* formatValue(py, value, part.spec.length === 0 ? '' : yield* formatted(py, part.spec, frame));
    }
    py.checkText(out.length);
  }
  return out;
}

/** A function with its defaults evaluated. */
export function* makeFunction(py: Interpreter, node: FunctionNode, frame: Frame, prefix = ''): Routine<PyFunction> {
  const defaults = new Map<string, Value>();
  for (const { name, otherwise } of node.parameters) if (otherwise !== undefined) defaults.set(name, yield* evaluate(py, otherwise, frame));
  const within = frame.scope.node === undefined ? prefix : `${frame.func?.qualifiedName ?? frame.name}.<locals>.`;
  return new PyFunction({
    node,
    closure: frame.scope,
    module: frame.module,
    defaults,
    qualifiedName: `${within}${node.name}`,
    file: frame.file,
  });
}

const COMPREHENSION: FunctionNode = {
  name: '<comprehension>',
  parameters: [],
  body: [],
  isGenerator: false,
  locals: new Set(),
  globals: new Set(),
  nonlocals: new Set(),
  doc: undefined,
  line: 0,
};

function* comprehension(py: Interpreter, node: Expr & { kind: 'comprehension' }, frame: Frame): Routine<Value> {
  const inner: Frame = { ...frame, scope: new Scope(new Map(), frame.scope, COMPREHENSION), at: node };
  // The first iterable belongs to the scope around it.
  const first = yield* iteratorOf(py, yield* evaluate(py, node.loops[0]!.iter, frame));
  if (node.of === 'generator') {
    const body = function* (): Routine<Value> {
      yield* loop(py, node.loops, 0, inner, first, function* () {
        yield new Emit(yield* evaluate(py, node.value, inner));
      });
      return null;
    };
    return new PyGenerator(new Suspended(body()), '<genexpr>');
  }
  if (node.of === 'dict') {
    const dict = new PyDict();
    yield* loop(py, node.loops, 0, inner, first, function* () {
      const key = yield* evaluate(py, node.key!, inner);
      yield* dictSet(py, dict, key, yield* evaluate(py, node.value, inner));
    });
    return dict;
  }
  if (node.of === 'set') {
    const set = new PySet();
    yield* loop(py, node.loops, 0, inner, first, function* () {
      yield* setAdd(py, set, yield* evaluate(py, node.value, inner));
    });
    return set;
  }
  const out: Value[] = [];
  yield* loop(py, node.loops, 0, inner, first, function* () {
    out.push(yield* evaluate(py, node.value, inner));
    py.grow(out.length);
  });
  return new PyList(out);
}

function* loop(
  py: Interpreter,
  loops: readonly Comprehension[],
  index: number,
  frame: Frame,
  first: (() => Routine<Value | undefined>) | undefined,
  each: () => Routine<void>,
): Routine<void> {
  const level = loops[index];
  if (level === undefined) {
    yield* each();
    return;
  }
  const next = first ?? (yield* iteratorOf(py, yield* evaluate(py, level.iter, frame)));
  for (let item = yield* next(); item !== undefined; item = yield* next()) {
    yield* assign(py, level.target, item, frame);
    let holds = true;
    for (const condition of level.conditions) if (holds && !(yield* truth(py, yield* evaluate(py, condition, frame)))) holds = false;
    if (holds) yield* loop(py, loops, index + 1, frame, undefined, each);
    yield* py.tick();
  }
}

function* evaluateYield(py: Interpreter, node: Expr & { kind: 'yield' }, frame: Frame): Routine<Value> {
  const value = node.value === undefined ? null : yield* evaluate(py, node.value, frame);
  if (!node.from) return yield* emit(py, value, frame);
  const result = { value: null as Value };
  if (value instanceof PyGenerator) {
    for (let item = yield* resume(py, value, null, result); item !== undefined; item = yield* resume(py, value, null, result))
      yield* emit(py, item, frame);
    return result.value;
  }
  const next = yield* iteratorOf(py, value);
  for (let item = yield* next(); item !== undefined; item = yield* next()) yield* emit(py, item, frame);
  return null;
}

/** Gives a value out of a generator; its frame is not on the stack meanwhile. */
function* emit(py: Interpreter, value: Value, frame: Frame): Routine<Value> {
  const at = py.frames.lastIndexOf(frame);
  if (at >= 0) py.frames.splice(at, 1);
  try {
    return ((yield new Emit(value)) ?? null) as Value;
  } finally {
    py.frames.push(frame);
  }
}

/** What `raise` throws for a value: a class is called first. */
export function* exceptionOf(py: Interpreter, value: Value): Routine<PyException> {
  const made = value instanceof PyClass ? yield* invoke(py.call(value, [])) : value;
  if (made instanceof PyException) return made;
  throw py.error('TypeError', 'exceptions must derive from BaseException');
}
