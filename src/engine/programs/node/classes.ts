import type { AnonymousClassDeclaration, Class, Expression, MethodDefinition, Property as PropertyAst, SpreadElement } from 'acorn';
import type { Routine } from '../coroutine/index.ts';
import { get } from './convert.ts';
import { evaluate, evaluateKey } from './evaluate.ts';
import { execAll, hoist } from './execute.ts';
import { makeFunction } from './functions.ts';
import type { Realm } from './realm.ts';
import { type Frame, isCallable, JsArray, JsFunction, JsObject, type Key, Scope, type Value } from './values.ts';

function accessor(object: JsObject, key: Key, kind: 'get' | 'set', func: Value, enumerable: boolean): void {
  const old = object.props.get(key);
  const fresh =
    old?.get !== undefined || old?.set !== undefined
      ? old
      : { value: undefined, get: undefined, set: undefined, enumerable, writable: true };
  fresh[kind] = func;
  object.props.set(key, fresh);
}

/** `{ … }`. */
export function* objectLiteral(
  js: Realm,
  properties: readonly (PropertyAst | SpreadElement)[],
  scope: Scope,
  frame: Frame,
): Routine<Value> {
  const object = js.object();
  for (const property of properties) {
    if (property.type === 'SpreadElement') {
      const from = yield* evaluate(js, property.argument, scope, frame);
      if (from instanceof JsArray) for (const [index, item] of from.items.entries()) object.put(String(index), item);
      if (from instanceof JsObject)
        for (const [key, each] of [...from.props]) if (each.enumerable) object.put(key, yield* get(js, from, key));
      continue;
    }
    const key = yield* evaluateKey(js, property, scope, frame);
    const value = yield* evaluate(js, property.value as Expression, scope, frame, String(key));
    if (value instanceof JsFunction && property.method) value.home = object;
    if (property.kind === 'init') object.put(key, value);
    else accessor(object, key, property.kind, value, true);
  }
  return object;
}

/** A class: its constructor with the prototype. */
export function* makeClass(js: Realm, node: Class | AnonymousClassDeclaration, outer: Scope, frame: Frame, given = ''): Routine<Value> {
  const scope = new Scope(outer);
  const parent = node.superClass ? yield* evaluate(js, node.superClass, scope, frame) : undefined;
  if (parent !== undefined && parent !== null && !isCallable(parent))
    throw js.error('TypeError', `Class extends value ${String(parent)} is not a constructor or null`);
  const parentProto = isCallable(parent) ? ((yield* get(js, parent, 'prototype')) as JsObject) : js.proto.Object;
  const method = node.body.body.find((each): each is MethodDefinition => each.type === 'MethodDefinition' && each.kind === 'constructor');
  const name = node.id?.name ?? given;
  const made = new JsFunction(isCallable(parent) ? parent : js.proto.Function, {
    node: method?.value ?? (isCallable(parent) ? passOn() : empty()),
    scope,
    source: frame.file,
    name,
    classKind: isCallable(parent) ? 'derived' : 'base',
  });
  const proto = new JsObject(parentProto);
  made.put('prototype', proto, false);
  made.home = proto;
  proto.put('constructor', made, false);
  if (node.id) scope.declare(node.id.name, made, true);
  const fields: { key: Key; value: unknown; scope: Scope }[] = [];
  const statics: { key: Key; value: Expression | null | undefined }[] = [];
  for (const element of node.body.body) {
    if (element.type === 'StaticBlock') {
      const inner: Frame = { ...frame, self: made, arrow: false };
      const block = new Scope(scope, inner);
      hoist(js, element.body, block, inner, true);
      yield* execAll(js, element.body, block, inner);
      continue;
    }
    if (element === method) continue;
    const key = yield* evaluateKey(js, element, scope, frame);
    if (element.type === 'PropertyDefinition') {
      if (element.static) statics.push({ key, value: element.value });
      else fields.push({ key, value: element.value, scope });
      continue;
    }
    const func = makeFunction(js, element.value, scope, frame.file, String(key));
    const home = element.static ? made : proto;
    func.home = home;
    if (element.kind === 'method') home.put(key, func, false);
    else if (element.kind !== 'constructor') accessor(home, key, element.kind, func, false);
  }
  made.fields = fields;
  for (const { key, value } of statics) {
    const inner: Frame = { ...frame, self: made, arrow: false };
    made.put(key, value ? yield* evaluate(js, value, new Scope(scope, inner), inner, String(key)) : undefined);
  }
  return made;
}

type ConstructorNode = NonNullable<JsFunction['node']>;
const node = (params: unknown[], body: unknown[]): ConstructorNode =>
  ({
    type: 'FunctionExpression',
    id: null,
    params,
    body: { type: 'BlockStatement', body, start: 0, end: 0 },
    generator: false,
    async: false,
    expression: false,
    start: 0,
    end: 0,
  }) as unknown as ConstructorNode;
const empty = (): ConstructorNode => node([], []);
/** `constructor(...args) { super(...args) }` */
const passOn = (): ConstructorNode =>
  node(
    [{ type: 'RestElement', argument: { type: 'Identifier', name: 'args', start: 0, end: 0 }, start: 0, end: 0 }],
    [
      {
        type: 'ExpressionStatement',
        start: 0,
        end: 0,
        expression: {
          type: 'CallExpression',
          optional: false,
          start: 0,
          end: 0,
          callee: { type: 'Super', start: 0, end: 0 },
          arguments: [{ type: 'SpreadElement', start: 0, end: 0, argument: { type: 'Identifier', name: 'args', start: 0, end: 0 } }],
        },
      },
    ],
  );
