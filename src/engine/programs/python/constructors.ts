import { encodeText } from '../../kernel/index.ts';
import { classFrom } from './classes.ts';
import { listOf } from './iterate.ts';
import { argument, natives, realNumber, wholeNumber } from './natives.ts';
import { numberFrom } from './numbers.ts';
import { truth } from './operators.ts';
import { repr, str } from './text.ts';
import {
  BOOL,
  BYTES,
  CLASSMETHOD,
  classOf,
  FLOAT,
  INT,
  PROPERTY,
  PyBuiltin,
  PyBytes,
  type PyClass,
  type PyDict,
  PyObject,
  PyRange,
  PySlice,
  PyTuple,
  RANGE,
  SLICE,
  STATICMETHOD,
  STR,
  SUPER,
  TUPLE,
  TYPE,
  type Value,
} from './values.ts';

// How instances of built-in classes are made.
/** A class whose instances are made by a function: int, str and their like. */
function maker(cls: PyClass, run: PyBuiltin['run']): void {
  const make = new PyObject(STATICMETHOD, undefined);
  make.hidden = new PyBuiltin('__new__', run);
  cls.dict.set('__new__', make);
}

maker(INT, (py, [, value, base]) => numberFrom(py, value ?? 0n, base));
maker(BOOL, function* (py, [, value]) {
  return value === undefined ? false : yield* truth(py, value);
});
maker(FLOAT, function* (py, [, value]) {
  if (typeof value === 'string') {
    const text = value.trim().replaceAll('_', '');
    if (/^[-+]?(?:inf(?:inity)?|nan)$/i.test(text))
      return /nan/i.test(text) ? Number.NaN : text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?$/.test(text))
      throw py.error('ValueError', `could not convert string to float: ${yield* repr(py, value)}`);
    return Number(text);
  }
  if (value instanceof PyObject && value.cls.find('__float__') !== undefined) return yield* py.callMethod(value, '__float__', []);
  if (value === null || value instanceof PyObject)
    throw py.error('TypeError', `float() argument must be a string or a real number, not '${py.typeName(value)}'`);
  return value === undefined ? 0 : realNumber(py, value);
});
maker(STR, function* (py, [, value, encoding]) {
  if (value instanceof PyBytes && encoding !== undefined) return yield* py.callMethod(value, 'decode', []);
  return value === undefined ? '' : yield* str(py, value);
});
maker(BYTES, function* (py, [, value]) {
  if (value === undefined) return new PyBytes('');
  if (typeof value === 'string') return new PyBytes(encodeText(value));
  if (value instanceof PyBytes) return value;
  if (typeof value === 'bigint') {
    py.checkText(Number(value));
    return new PyBytes('\0'.repeat(Number(value)));
  }
  return new PyBytes((yield* listOf(py, value)).map((each) => String.fromCharCode(Number(each) & 255)).join(''));
});
maker(TUPLE, function* (py, [cls, items]) {
  return new PyTuple(items === undefined ? [] : yield* listOf(py, items), cls as PyClass);
});
maker(RANGE, (py, [, a, b, c]) => {
  const [start, stop] = b === undefined ? [0n, wholeNumber(py, a)] : [wholeNumber(py, a), wholeNumber(py, b)];
  const step = c === undefined ? 1n : wholeNumber(py, c);
  if (step === 0n) throw py.error('ValueError', 'range() arg 3 must not be zero');
  return new PyRange(start, stop, step);
});
maker(SLICE, (_, [, a, b, c]) => (b === undefined ? new PySlice(null, a!, null) : new PySlice(a!, b, c ?? null)));
maker(TYPE, (py, [, value, bases, names]) => {
  if (bases === undefined) return classOf(value!);
  return classFrom(
    String(value),
    (bases as PyTuple).items as PyClass[],
    new Map([...(names as PyDict).entries.values()].map(([key, each]) => [String(key), each])),
    py.frame.module.name,
  );
});
maker(STATICMETHOD, (_, [, func]) => {
  const object = new PyObject(STATICMETHOD, undefined);
  object.hidden = func;
  return object;
});
maker(CLASSMETHOD, (_, [, func]) => {
  const object = new PyObject(CLASSMETHOD, undefined);
  object.hidden = func;
  return object;
});
maker(PROPERTY, (_, args, kwargs) =>
  property(argument(args, kwargs, 1, 'fget') ?? null, argument(args, kwargs, 2, 'fset') ?? null, argument(args, kwargs, 3, 'fdel') ?? null),
);
maker(SUPER, (_, [, home, self]) => {
  const object = new PyObject(SUPER, undefined);
  object.hidden = { home, self };
  return object;
});
function property(get: Value, set: Value, del: Value): PyObject {
  const object = new PyObject(PROPERTY, undefined);
  object.hidden = { get, set, del };
  return object;
}
const parts = (value: Value | undefined): { get: Value; set: Value; del: Value } =>
  (value as PyObject).hidden as { get: Value; set: Value; del: Value };
natives(PROPERTY, {
  setter: (_, [self, func]) => property(parts(self).get, func!, parts(self).del),
  getter: (_, [self, func]) => property(func!, parts(self).set, parts(self).del),
  deleter: (_, [self, func]) => property(parts(self).get, parts(self).set, func!),
});
