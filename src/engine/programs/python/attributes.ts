import type { Routine } from '../coroutine/index.ts';
import { PyException } from './exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import {
  CLASSMETHOD,
  classOf,
  isA,
  PROPERTY,
  PyBuiltin,
  PyClass,
  PyDict,
  PyFunction,
  PyMethod,
  PyModule,
  PyObject,
  PyTuple,
  STATICMETHOD,
  SUPER,
  TYPE,
  type Value,
} from './values.ts';

/** What stands behind a property: its functions. */
export interface PropertyParts {
  readonly get: Value;
  readonly set: Value;
  readonly del: Value;
}

/** A value found on a class, as its instance (or the class itself) sees it. */
function* bound(py: Interpreter, found: Value, self: Value, cls: PyClass): Routine<Value> {
  if (found instanceof PyFunction || found instanceof PyBuiltin) return self === null ? found : new PyMethod(self, found);
  if (!(found instanceof PyObject)) return found;
  if (found.cls === STATICMETHOD) return found.hidden as Value;
  if (found.cls === CLASSMETHOD) return new PyMethod(cls, found.hidden as Value);
  if (isA(found, PROPERTY)) {
    if (self === null) return found;
    return yield* py.call((found.hidden as PropertyParts).get, [self]);
  }
  const get = found instanceof PyClass ? undefined : found.cls.find('__get__');
  if (get !== undefined) return yield* py.call(get, [found, self, cls]);
  return found;
}

/** The attribute of a value; undefined when there is none. */
export function* findAttribute(py: Interpreter, value: Value, name: string): Routine<Value | undefined> {
  if (value instanceof PyModule) return value.names.get(name) ?? (name === '__dict__' ? namespaceDict(value.names) : undefined);
  if (value instanceof PyClass) return yield* classAttribute(py, value, name);
  const cls = classOf(value);
  if (value instanceof PyObject && value.cls === SUPER) return yield* superAttribute(py, value, name);
  const found = cls.find(name);
  if (found instanceof PyObject && isA(found, PROPERTY)) return yield* bound(py, found, value, cls);
  if (value instanceof PyObject) {
    const own = value.attrs?.get(name);
    if (own !== undefined) return own;
  }
  if (found !== undefined) return value === null ? new PyMethod(null, found) : yield* bound(py, found, value, cls);
  const special = specialAttribute(value, cls, name);
  if (special !== undefined) return special;
  if (!name.startsWith('__') && cls.find('__getattr__') !== undefined) return yield* py.callMethod(value, '__getattr__', [name]);
  return undefined;
}

function namespaceDict(names: ReadonlyMap<string, Value>): PyDict {
  const dict = new PyDict();
  for (const [key, each] of names) dict.entries.set(`s${key}`, [key, each]);
  return dict;
}

function specialAttribute(value: Value, cls: PyClass, name: string): Value | undefined {
  if (name === '__class__') return cls;
  if (name === '__doc__') return value instanceof PyFunction ? (value.node.doc ?? null) : null;
  if (name === '__dict__' && value instanceof PyObject && value.attrs !== undefined) return namespaceDict(value.attrs);
  if (value instanceof PyFunction) {
    if (name === '__name__') return value.node.name;
    if (name === '__qualname__') return value.qualifiedName;
    if (name === '__module__') return value.module.name;
    if (name === '__defaults__') return null;
  }
  if (value instanceof PyBuiltin && (name === '__name__' || name === '__qualname__')) return value.name;
  if (value instanceof PyMethod) {
    if (name === '__self__') return value.self;
    if (name === '__func__') return value.func;
    if (name === '__name__')
      return value.func instanceof PyFunction ? value.func.node.name : value.func instanceof PyBuiltin ? value.func.name : undefined;
  }
  if (value instanceof PyException) {
    if (name === 'args') return new PyTuple(value.args);
    if (name === '__cause__') return value.cause ?? null;
    if (name === '__context__') return value.context ?? null;
    if (name === '__traceback__') return null;
    if (name === 'value' && cls.name === 'StopIteration') return value.args[0] ?? null;
    if (name === 'code' && cls.name === 'SystemExit') return value.args[0] ?? null;
  }
  return undefined;
}

function* classAttribute(py: Interpreter, cls: PyClass, name: string): Routine<Value | undefined> {
  const found = cls.find(name);
  if (found !== undefined) return yield* bound(py, found, null, cls);
  switch (name) {
    case '__name__':
    case '__qualname__':
      return cls.name;
    case '__module__':
      return cls.module;
    case '__bases__':
      return new PyTuple(cls.bases);
    case '__mro__':
      return new PyTuple(cls.mro);
    case '__dict__':
      return namespaceDict(cls.dict);
    case '__class__':
      return TYPE;
    case '__doc__':
      return null;
    default:
      return undefined;
  }
}

function* superAttribute(py: Interpreter, value: PyObject, name: string): Routine<Value | undefined> {
  const { home, self } = value.hidden as { home: PyClass; self: Value };
  const cls = self instanceof PyClass ? self : classOf(self);
  const after = cls.mro.slice(cls.mro.indexOf(home) + 1);
  for (const each of after) {
    const found = each.dict.get(name);
    if (found !== undefined) return yield* bound(py, found, self instanceof PyClass && name !== '__new__' ? self : self, cls);
  }
  return undefined;
}

/** The attribute of a value. Throws AttributeError. */
export function* getAttribute(py: Interpreter, value: Value, name: string): Routine<Value> {
  const found = yield* findAttribute(py, value, name);
  if (found !== undefined) return found;
  throw missing(py, value, name);
}

function missing(py: Interpreter, value: Value, name: string): Error {
  if (value instanceof PyModule) return py.error('AttributeError', `module '${value.name}' has no attribute '${name}'`);
  if (value instanceof PyClass) return py.error('AttributeError', `type object '${value.name}' has no attribute '${name}'`);
  if (value instanceof PyObject && value.cls === SUPER) return py.error('AttributeError', `'super' object has no attribute '${name}'`);
  return py.error('AttributeError', `'${py.typeName(value)}' object has no attribute '${name}'`);
}

export function* setAttribute(py: Interpreter, target: Value, name: string, value: Value): Routine<void> {
  if (target instanceof PyModule) {
    target.names.set(name, value);
    return;
  }
  if (target instanceof PyClass) {
    if (target.module === 'builtins') throw py.error('TypeError', `cannot set '${name}' attribute of immutable type '${target.name}'`);
    target.dict.set(name, value);
    return;
  }
  const cls = classOf(target);
  const found = cls.find(name);
  if (found instanceof PyObject && isA(found, PROPERTY)) {
    const { set } = found.hidden as PropertyParts;
    if (set === null)
      throw py.error('AttributeError', py.atLeast(11) ? `property '${name}' of '${cls.name}' object has no setter` : "can't set attribute");
    yield* py.call(set, [target, value]);
    return;
  }
  if (cls.find('__setattr__') !== undefined) {
    yield* py.callMethod(target, '__setattr__', [name, value]);
    return;
  }
  setPlainly(py, target, name, value);
}

/** Sets an attribute of an instance without asking its class. */
export function setPlainly(py: Interpreter, target: Value, name: string, value: Value): void {
  if (!(target instanceof PyObject) || target.attrs === undefined)
    throw py.error('AttributeError', `'${py.typeName(target)}' object has no attribute '${name}'`);
  if (target instanceof PyException && name === '__cause__') target.cause = value as PyException | null;
  else target.attrs.set(name, value);
}

export function* deleteAttribute(py: Interpreter, target: Value, name: string): Routine<void> {
  if (target instanceof PyObject && !(target instanceof PyClass)) {
    const found = target.cls.find(name);
    if (found instanceof PyObject && isA(found, PROPERTY) && (found.hidden as PropertyParts).del !== null) {
      yield* py.call((found.hidden as PropertyParts).del, [target]);
      return;
    }
  }
  const names =
    target instanceof PyModule
      ? target.names
      : target instanceof PyClass
        ? target.dict
        : target instanceof PyObject
          ? target.attrs
          : undefined;
  if (names?.delete(name) !== true) throw missing(py, target, name);
}
