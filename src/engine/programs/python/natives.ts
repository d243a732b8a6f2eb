import type { Interpreter } from './interpreter.ts';
import {
  CLASSMETHOD,
  type Kwargs,
  type Native,
  PROPERTY,
  PyBuiltin,
  type PyClass,
  PyModule,
  PyObject,
  STATICMETHOD,
  type Value,
} from './values.ts';

/** Gives a class methods written in TypeScript; the first argument is the object. */
export function natives(cls: PyClass, methods: Readonly<Record<string, Native>>): void {
  for (const [name, run] of Object.entries(methods)) cls.dict.set(name, new PyBuiltin(name, run));
}
/** Methods that get no object. */
export function staticNatives(cls: PyClass, methods: Readonly<Record<string, Native>>): void {
  for (const [name, run] of Object.entries(methods)) {
    const object = new PyObject(STATICMETHOD, undefined);
    object.hidden = new PyBuiltin(name, run);
    cls.dict.set(name, object);
  }
}
/** Methods that get the class. */
export function classNatives(cls: PyClass, methods: Readonly<Record<string, Native>>): void {
  for (const [name, run] of Object.entries(methods)) {
    const object = new PyObject(CLASSMETHOD, undefined);
    object.hidden = new PyBuiltin(name, run);
    cls.dict.set(name, object);
  }
}
/** Attributes that are worked out when they are asked for. */
export function getters(cls: PyClass, methods: Readonly<Record<string, Native>>): void {
  for (const [name, run] of Object.entries(methods)) {
    const object = new PyObject(PROPERTY, undefined);
    object.hidden = { get: new PyBuiltin(name, run), set: null, del: null };
    cls.dict.set(name, object);
  }
}

/** A module of functions and values written in TypeScript. */
export function nativeModule(
  name: string,
  functions: Readonly<Record<string, Native>>,
  values: Readonly<Record<string, Value>> = {},
): PyModule {
  const names = new Map<string, Value>(Object.entries(values));
  for (const [key, run] of Object.entries(functions)) names.set(key, new PyBuiltin(key, run));
  return new PyModule(name, names);
}

/** An argument by place or name; undefined when it is not given. */
export const argument = (args: readonly Value[], kwargs: Kwargs, index: number, name: string): Value | undefined =>
  args[index] ?? kwargs.get(name);

/** A whole number among arguments. Throws TypeError. */
export function wholeNumber(py: Interpreter, value: Value | undefined): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return BigInt(value);
  throw py.error('TypeError', `'${py.typeName(value ?? null)}' object cannot be interpreted as an integer`);
}
/** Text among arguments. Throws TypeError. */
export function textArgument(py: Interpreter, value: Value | undefined, what = 'argument'): string {
  if (typeof value === 'string') return value;
  throw py.error('TypeError', `${what} must be str, not ${py.typeName(value ?? null)}`);
}
/** A number of any kind as a double. Throws TypeError. */
export function realNumber(py: Interpreter, value: Value | undefined): number {
  if (typeof value === 'bigint' || typeof value === 'number' || typeof value === 'boolean') return Number(value);
  throw py.error('TypeError', `must be real number, not ${py.typeName(value ?? null)}`);
}
