import type {
  AssignmentProperty,
  Expression,
  MemberExpression,
  MethodDefinition,
  Pattern as PatternAst,
  Property as PropertyAst,
  PropertyDefinition,
  SpreadElement,
  Super,
} from 'acorn';
import type { Routine } from '../coroutine/index.ts';
import { makeClass, objectLiteral } from './classes.ts';
import { get, set, toKey, toNumber, toPrimitive, toText, truthy } from './convert.ts';
import { awaitValue, bindPattern, construct, emit, initFields, makeFunction } from './functions.ts';
import { iterate, listOf } from './iterate.ts';
import { binary, typeOf } from './operators.ts';
import type { Realm } from './realm.ts';
import { makeRegExp } from './regexp.ts';
import { type Frame, isCallable, JsArray, JsObject, type Key, Scope, type Value } from './values.ts';

/** Something that can be read and assigned. */
export interface Reference {
  get(): Routine<Value>;
  set(value: Value): Routine<void>;
}

function readName(js: Realm, name: string, scope: Scope): Value {
  const found = scope.find(name);
  if (found === undefined) {
    const own = js.global.props.get(name);
    if (own !== undefined) return own.value;
    if (name === 'undefined') return undefined;
    throw js.error('ReferenceError', `${name} is not defined`);
  }
  if (!found.ready) throw js.error('ReferenceError', `Cannot access '${name}' before initialization`);
  return found.value;
}

/** A name or a property. */
export function* reference(js: Realm, node: PatternAst | Expression, scope: Scope, frame: Frame): Routine<Reference> {
  if (node.type === 'Identifier') {
    const { name } = node;
    return {
      *get() {
        frame.at = node.start;
        return readName(js, name, scope);
      },
      *set(value) {
        frame.at = node.start;
        const found = scope.find(name);
        if (found === undefined) {
          js.global.put(name, value);
          return;
        }
        if (!found.ready) throw js.error('ReferenceError', `Cannot access '${name}' before initialization`);
        if (found.constant) throw js.error('TypeError', 'Assignment to constant variable.');
        found.value = value;
      },
    };
  }
  if (node.type !== 'MemberExpression') throw js.notSimulated(`assigning to ${node.type}`);
  const of = node.object.type === 'Super' ? frame.self : yield* evaluate(js, node.object, scope, frame);
  const key = yield* memberKey(js, node, scope, frame);
  return {
    get: () => get(js, of, key),
    *set(value) {
      frame.at = node.start;
      yield* set(js, of, key, value);
    },
  };
}

function* memberKey(js: Realm, node: MemberExpression, scope: Scope, frame: Frame): Routine<Key> {
  if (node.property.type === 'PrivateIdentifier') return `#${node.property.name}`;
  return node.computed ? yield* toKey(js, yield* evaluate(js, node.property, scope, frame)) : (node.property as { name: string }).name;
}
export function* evaluateKey(
  js: Realm,
  node: PropertyAst | AssignmentProperty | MethodDefinition | PropertyDefinition,
  scope: Scope,
  frame: Frame,
): Routine<Key> {
  if (node.key.type === 'PrivateIdentifier') return `#${node.key.name}`;
  if (node.computed) return yield* toKey(js, yield* evaluate(js, node.key, scope, frame));
  return node.key.type === 'Identifier' ? node.key.name : String((node.key as { value: unknown }).value);
}

/** The value of an expression. `name` is given to a function or class without one. */
export function* evaluate(js: Realm, node: Expression, scope: Scope, frame: Frame, name = ''): Routine<Value> {
  switch (node.type) {
    case 'Literal':
      if (node.regex) return makeRegExp(js, node.regex.pattern, node.regex.flags);
      return node.value as Value;
    case 'Identifier':
      frame.at = node.start;
      return readName(js, node.name, scope);
    case 'TemplateLiteral': {
      let out = node.quasis[0]!.value.cooked ?? '';
      for (const [index, each] of node.expressions.entries()) {
        out += (yield* toText(js, yield* evaluate(js, each, scope, frame))) + (node.quasis[index + 1]!.value.cooked ?? '');
        js.checkText(out.length);
      }
      return out;
    }
    case 'TaggedTemplateExpression': {
      const strings = js.array(node.quasi.quasis.map(({ value }) => value.cooked ?? undefined));
      strings.put('raw', js.array(node.quasi.quasis.map(({ value }) => value.raw)), false);
      const args: Value[] = [strings];
      for (const each of node.quasi.expressions) args.push(yield* evaluate(js, each, scope, frame));
      return yield* js.call(yield* evaluate(js, node.tag, scope, frame), undefined, args);
    }
    case 'ThisExpression': {
      const holder = scope.holder;
      if (holder?.func?.classKind === 'derived' && holder.self === undefined)
        throw js.error(
          'ReferenceError',
          "Must call super constructor in derived class before accessing 'this' or returning from derived constructor",
        );
      return holder?.self;
    }
    case 'MemberExpression':
    case 'CallExpression':
    case 'ChainExpression':
      return (yield* chain(js, node, scope, frame)).value;
    case 'NewExpression': {
      const func = yield* evaluate(js, node.callee, scope, frame);
      const args = yield* list(js, node.arguments, scope, frame);
      frame.at = node.start;
      yield* js.tick();
      if (!isCallable(func)) throw js.error('TypeError', `${textOf(frame, node.callee)} is not a constructor`);
      return yield* construct(js, func, args);
    }
    case 'BinaryExpression': {
      if (node.left.type === 'PrivateIdentifier')
        return ((yield* evaluate(js, node.right, scope, frame)) as JsObject).find(`#${node.left.name}`) !== undefined;
      const left = yield* evaluate(js, node.left, scope, frame);
      const right = yield* evaluate(js, node.right, scope, frame);
      frame.at = node.start;
      yield* js.tick();
      if (typeof left === 'number' && typeof right === 'number') {
        if (node.operator === '+') return left + right;
        if (node.operator === '<') return left < right;
      }
      return yield* binary(js, node.operator, left, right);
    }
    case 'LogicalExpression': {
      const left = yield* evaluate(js, node.left, scope, frame);
      const take = node.operator === '&&' ? truthy(left) : node.operator === '||' ? !truthy(left) : left === undefined || left === null;
      return take ? yield* evaluate(js, node.right, scope, frame) : left;
    }
    case 'ConditionalExpression':
      return yield* evaluate(js, truthy(yield* evaluate(js, node.test, scope, frame)) ? node.consequent : node.alternate, scope, frame);
    case 'UnaryExpression':
      return yield* unary(js, node, scope, frame);
    case 'UpdateExpression': {
      const target = yield* reference(js, node.argument, scope, frame);
      const value = yield* toPrimitive(js, yield* target.get(), 'number');
      const old = typeof value === 'bigint' ? value : yield* toNumber(js, value);
      const next = typeof old === 'bigint' ? old + (node.operator === '++' ? 1n : -1n) : old + (node.operator === '++' ? 1 : -1);
      yield* target.set(next);
      return node.prefix ? next : old;
    }
    case 'AssignmentExpression': {
      if (node.operator === '=') {
        if (node.left.type === 'ArrayPattern' || node.left.type === 'ObjectPattern') {
          const value = yield* evaluate(js, node.right, scope, frame);
          yield* bindPattern(js, node.left, value, scope, frame, 'assign');
          return value;
        }
        const target = yield* reference(js, node.left, scope, frame);
        const value = yield* evaluate(js, node.right, scope, frame, node.left.type === 'Identifier' ? node.left.name : '');
        yield* target.set(value);
        return value;
      }
      const target = yield* reference(js, node.left as Expression, scope, frame);
      const old = yield* target.get();
      const operator = node.operator.slice(0, -1);
      if (operator === '&&' || operator === '||' || operator === '??') {
        const take = operator === '&&' ? truthy(old) : operator === '||' ? !truthy(old) : old === undefined || old === null;
        if (!take) return old;
        const value = yield* evaluate(js, node.right, scope, frame);
        yield* target.set(value);
        return value;
      }
      const value = yield* binary(js, operator, old, yield* evaluate(js, node.right, scope, frame));
      yield* target.set(value);
      return value;
    }
    case 'ArrayExpression':
      return js.array(yield* list(js, node.elements, scope, frame));
    case 'ObjectExpression':
      return yield* objectLiteral(js, node.properties, scope, frame);
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return makeFunction(
        js,
        node,
        node.type === 'FunctionExpression' ? new Scope(scope) : scope,
        frame.file,
        node.type === 'FunctionExpression' && node.id ? node.id.name : name,
      );
    case 'ClassExpression':
      return yield* makeClass(js, node, scope, frame, name);
    case 'SequenceExpression': {
      let value: Value;
      for (const each of node.expressions) value = yield* evaluate(js, each, scope, frame);
      return value;
    }
    case 'AwaitExpression':
      return yield* awaitValue(js, yield* evaluate(js, node.argument, scope, frame), frame);
    case 'YieldExpression': {
      const value = node.argument ? yield* evaluate(js, node.argument, scope, frame) : undefined;
      if (!node.delegate) return yield* emit(js, value, frame);
      const next = yield* iterate(js, value);
      for (let item = yield* next(); item !== undefined; item = yield* next()) yield* emit(js, item.value, frame);
      return undefined;
    }
    case 'ParenthesizedExpression':
      return yield* evaluate(js, node.expression, scope, frame);
    case 'MetaProperty':
      return node.meta.name === 'new'
        ? scope.holder?.target
        : js.object({ url: `file://${frame.file.file}`, dirname: frame.file.file.replace(/\/[^/]*$/, ''), filename: frame.file.file });
    case 'ImportExpression':
      return yield* js.call(readName(js, '__import', scope), undefined, [yield* evaluate(js, node.source, scope, frame)]);
    default:
      throw js.notSimulated(`the expression ${(node as { type: string }).type}`);
  }
}

const textOf = ({ file }: Frame, node: { start: number; end: number }): string =>
  file.text.slice(node.start, Math.min(node.end, node.start + 60));
const SKIP = Symbol('skip');

/** Members and calls, with what `?.` skips; `self` is what a method is called on. */
function* chain(
  js: Realm,
  node: Expression | Super,
  scope: Scope,
  frame: Frame,
): Routine<{ value: Value; self: Value; skipped?: typeof SKIP }> {
  if (node.type === 'ChainExpression') {
    const found = yield* chain(js, node.expression, scope, frame);
    return { value: found.value, self: found.self };
  }
  if (node.type === 'MemberExpression') {
    if (node.object.type === 'Super') {
      const holder = scope.holder!;
      const key = yield* memberKey(js, node, scope, frame);
      const found = holder.func?.home?.proto?.find(key);
      return { value: found?.get !== undefined ? yield* js.call(found.get, holder.self, []) : found?.value, self: holder.self };
    }
    const of = yield* chain(js, node.object, scope, frame);
    if (of.skipped !== undefined || (node.optional && (of.value === undefined || of.value === null)))
      return { value: undefined, self: undefined, skipped: SKIP };
    const key = yield* memberKey(js, node, scope, frame);
    frame.at = node.property.start;
    return { value: yield* get(js, of.value, key), self: of.value };
  }
  if (node.type !== 'CallExpression') return { value: yield* evaluate(js, node as Expression, scope, frame), self: undefined };
  if (node.callee.type === 'Super')
    return { value: yield* superCall(js, yield* list(js, node.arguments, scope, frame), scope), self: undefined };
  const func = yield* chain(js, node.callee, scope, frame);
  if (func.skipped !== undefined || (node.optional && (func.value === undefined || func.value === null)))
    return { value: undefined, self: undefined, skipped: SKIP };
  const args = yield* list(js, node.arguments, scope, frame);
  frame.at = node.callee.type === 'MemberExpression' ? node.callee.property.start : node.start;
  yield* js.tick();
  if (!isCallable(func.value)) throw js.error('TypeError', `${textOf(frame, node.callee)} is not a function`);
  return { value: yield* js.call(func.value, func.self, args), self: undefined };
}

function* superCall(js: Realm, args: readonly Value[], scope: Scope): Routine<Value> {
  const holder = scope.holder!;
  const parent = holder.func!.proto;
  const self = yield* construct(js, parent, args, holder.target);
  holder.self = self;
  yield* initFields(js, holder.func!, self as JsObject);
  return self;
}

function* list(js: Realm, nodes: readonly (Expression | SpreadElement | null)[], scope: Scope, frame: Frame): Routine<Value[]> {
  const out: Value[] = [];
  for (const each of nodes) {
    if (each === null) out.push(undefined);
    else if (each.type === 'SpreadElement') out.push(...(yield* listOf(js, yield* evaluate(js, each.argument, scope, frame))));
    else out.push(yield* evaluate(js, each, scope, frame));
  }
  return out;
}

function* unary(js: Realm, node: Expression & { type: 'UnaryExpression' }, scope: Scope, frame: Frame): Routine<Value> {
  if (
    node.operator === 'typeof' &&
    node.argument.type === 'Identifier' &&
    scope.find(node.argument.name) === undefined &&
    !js.global.props.has(node.argument.name)
  )
    return 'undefined';
  if (node.operator === 'delete') {
    if (node.argument.type !== 'MemberExpression') return true;
    const of = yield* evaluate(js, node.argument.object as Expression, scope, frame);
    const key = yield* memberKey(js, node.argument, scope, frame);
    if (of instanceof JsArray && typeof key === 'string' && Number(key) < of.items.length) of.items[Number(key)] = undefined;
    else if (of instanceof JsObject && !of.frozen) of.props.delete(key);
    return true;
  }
  const value = yield* evaluate(js, node.argument, scope, frame);
  switch (node.operator) {
    case '!':
      return !truthy(value);
    case 'typeof':
      return typeOf(value);
    case 'void':
      return undefined;
    case '+':
      return yield* toNumber(js, value);
    default: {
      const number = yield* toPrimitive(js, value, 'number');
      if (typeof number === 'bigint') return node.operator === '-' ? -number : ~number;
      return node.operator === '-' ? -(yield* toNumber(js, number)) : ~(yield* toNumber(js, number));
    }
  }
}
