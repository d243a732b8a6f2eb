import { encodeText } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { deleteAttribute, findAttribute, getAttribute, setAttribute } from './attributes.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { fileObject, OutputFile, openFile, TEXT_FILE } from './files.ts';
import { formatValue } from './format.ts';
import { hashOf } from './hash.ts';
import { importModule } from './imports.ts';
import type { Interpreter } from './interpreter.ts';
import { iteratorOf, listOf } from './iterate.ts';
import { sorted } from './methods-collections.ts';
import { argument, textArgument, wholeNumber } from './natives.ts';
import { binary, floorDivide, modulo, ordered, truth } from './operators.ts';
import { repr, str } from './text.ts';
import {
  BOOL,
  BYTES,
  CLASSMETHOD,
  classOf,
  DICT,
  ELLIPSIS,
  FLOAT,
  FROZENSET,
  INT,
  LIST,
  NOT_IMPLEMENTED,
  OBJECT,
  PROPERTY,
  PyBuiltin,
  PyBytes,
  PyClass,
  PyDict,
  PyFunction,
  PyIterator,
  PyList,
  PyMethod,
  PyModule,
  PyObject,
  PyRange,
  PySet,
  PyTuple,
  RANGE,
  SET,
  SLICE,
  STATICMETHOD,
  STR,
  SUPER,
  TUPLE,
  TYPE,
  type Value,
} from './values.ts';
import './methods-text.ts';

import './constructors.ts';

/** len(value). */
export function* lengthOf(py: Interpreter, value: Value): Routine<bigint> {
  if (typeof value === 'string') return BigInt(/[\ud800-\udfff]/.test(value) ? [...value].length : value.length);
  if (value instanceof PyList || value instanceof PyTuple) return BigInt(value.items.length);
  if (value instanceof PyDict || value instanceof PySet) return BigInt(value.entries.size);
  if (value instanceof PyBytes) return BigInt(value.data.length);
  if (value instanceof PyRange) return BigInt(value.length);
  if (value instanceof PyObject && value.cls.find('__len__') !== undefined)
    return wholeNumber(py, yield* py.callMethod(value, '__len__', []));
  throw py.error('TypeError', `object of type '${py.typeName(value)}' has no len()`);
}

function* extreme(
  py: Interpreter,
  args: readonly Value[],
  kwargs: ReadonlyMap<string, Value>,
  operator: '<' | '>',
  name: string,
): Routine<Value> {
  const items = args.length === 1 ? yield* listOf(py, args[0]!) : args;
  const key = kwargs.get('key');
  let best: { item: Value; by: Value } | undefined;
  for (const item of items) {
    const by = key === undefined || key === null ? item : yield* py.call(key, [item]);
    if (best === undefined || (yield* ordered(py, operator, by, best.by))) best = { item, by };
    yield* py.tick();
  }
  if (best !== undefined) return best.item;
  if (kwargs.has('default')) return kwargs.get('default')!;
  throw py.error('ValueError', py.atLeast(12) ? `${name}() iterable argument is empty` : `${name}() arg is an empty sequence`);
}

function* inClass(py: Interpreter, cls: PyClass | readonly PyClass[], value: PyClass): Routine<boolean> {
  void py;
  return (cls instanceof PyClass ? [cls] : cls).some((each) => value.isSubclass(each));
}
function classes(py: Interpreter, value: Value): PyClass[] {
  if (value instanceof PyClass) return [value];
  if (value instanceof PyTuple) return value.items.flatMap((each) => classes(py, each));
  throw py.error('TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union');
}
const lazily = (next: () => Routine<Value | undefined>, kind: string): PyIterator => new PyIterator(next, kind);

const FUNCTIONS: Readonly<Record<string, PyBuiltin['run']>> = {
  *print(py, args, kwargs) {
    const parts: string[] = [];
    for (const value of args) parts.push(yield* str(py, value));
    const separator = kwargs.get('sep') ?? ' ';
    const end = kwargs.get('end') ?? '\n';
    const file: Value = kwargs.get('file') ?? py.modules.get('sys')!.names.get('stdout')!;
    const text = parts.join(separator === null ? ' ' : String(separator)) + (end === null ? '\n' : String(end));
    if (file instanceof PyObject && file.hidden instanceof OutputFile) {
      yield* file.hidden.write(encodeText(text));
      if (yield* truth(py, kwargs.get('flush') ?? false)) yield* file.hidden.flush();
    } else yield* py.callMethod(file, 'write', [text]);
    return null;
  },
  *input(py, [prompt]) {
    if (prompt !== undefined) yield* py.stdout.write(encodeText(yield* str(py, prompt)));
    yield* py.stdout.flush();
    const stdin = py.modules.get('sys')!.names.get('stdin')!;
    const line = (yield* py.callMethod(stdin, 'readline', [])) as string;
    if (line === '') throw py.error('EOFError', 'EOF when reading a line');
    return line.replace(/\n$/, '');
  },
  len: (py, [value]) => lengthOf(py, value!),
  repr: (py, [value]) => repr(py, value!),
  ascii: (py, [value]) => repr(py, value!),
  *format(py, [value, spec]) {
    return yield* formatValue(py, value!, (spec as string | undefined) ?? '');
  },
  abs: (py, [value]) => {
    if (typeof value === 'number') return Math.abs(value);
    if (value instanceof PyObject) return py.callMethod(value, '__abs__', []);
    const number = wholeNumber(py, value);
    return number < 0n ? -number : number;
  },
  min: (py, args, kwargs) => extreme(py, args, kwargs, '<', 'min'),
  max: (py, args, kwargs) => extreme(py, args, kwargs, '>', 'max'),
  *sum(py, args, kwargs) {
    let total: Value = argument(args, kwargs, 1, 'start') ?? 0n;
    for (const item of yield* listOf(py, args[0]!)) {
      total = yield* binary(py, '+', total, item);
      yield* py.tick();
    }
    return total;
  },
  *sorted(py, [items], kwargs) {
    return new PyList(yield* sorted(py, yield* listOf(py, items!), kwargs.get('key'), yield* truth(py, kwargs.get('reverse') ?? false)));
  },
  *reversed(py, [value]) {
    if (value instanceof PyObject && value.cls.find('__reversed__') !== undefined) return yield* py.callMethod(value, '__reversed__', []);
    const items = (yield* listOf(py, value!)).reverse();
    let at = 0;
    return new PyIterator(() => items[at++], 'list_reverseiterator');
  },
  *enumerate(py, args, kwargs) {
    const next = yield* iteratorOf(py, args[0]!);
    let index = wholeNumber(py, argument(args, kwargs, 1, 'start') ?? 0n);
    return lazily(function* () {
      const item = yield* next();
      return item === undefined ? undefined : new PyTuple([index++, item]);
    }, 'enumerate');
  },
  *zip(py, args) {
    const all: (() => Routine<Value | undefined>)[] = [];
    for (const each of args) all.push(yield* iteratorOf(py, each));
    return lazily(function* () {
      const items: Value[] = [];
      for (const next of all) {
        const item = yield* next();
        if (item === undefined) return undefined;
        items.push(item);
      }
      return all.length === 0 ? undefined : new PyTuple(items);
    }, 'zip');
  },
  *map(py, [func, ...args]) {
    const all: (() => Routine<Value | undefined>)[] = [];
    for (const each of args) all.push(yield* iteratorOf(py, each));
    return lazily(function* () {
      const items: Value[] = [];
      for (const next of all) {
        const item = yield* next();
        if (item === undefined) return undefined;
        items.push(item);
      }
      return yield* py.call(func!, items);
    }, 'map');
  },
  *filter(py, [func, items]) {
    const next = yield* iteratorOf(py, items!);
    return lazily(function* () {
      for (;;) {
        const item = yield* next();
        if (item === undefined || (yield* truth(py, func === null ? item : yield* py.call(func!, [item])))) return item;
        yield* py.tick();
      }
    }, 'filter');
  },
  *any(py, [items]) {
    const next = yield* iteratorOf(py, items!);
    for (let item = yield* next(); item !== undefined; item = yield* next()) {
      if (yield* truth(py, item)) return true;
      yield* py.tick();
    }
    return false;
  },
  *all(py, [items]) {
    const next = yield* iteratorOf(py, items!);
    for (let item = yield* next(); item !== undefined; item = yield* next()) {
      if (!(yield* truth(py, item))) return false;
      yield* py.tick();
    }
    return true;
  },
  *iter(py, [value]) {
    if (value instanceof PyObject && !(value instanceof PyClass) && value.cls.find('__iter__') !== undefined)
      return yield* py.callMethod(value, '__iter__', []);
    return lazily(yield* iteratorOf(py, value!), `${py.typeName(value!)}_iterator`);
  },
  *next(py, [value, otherwise]) {
    if (value instanceof PyObject && value.cls.find('__next__') === undefined)
      throw py.error('TypeError', `'${py.typeName(value)}' object is not an iterator`);
    try {
      return yield* py.callMethod(value!, '__next__', []);
    } catch (error) {
      if (otherwise !== undefined && (error as { exception?: PyObject }).exception?.cls.name === 'StopIteration') return otherwise;
      throw error;
    }
  },
  *isinstance(py, [value, type]) {
    return yield* inClass(py, classes(py, type!), classOf(value!));
  },
  *issubclass(py, [value, type]) {
    return yield* inClass(py, classes(py, type!), value as PyClass);
  },
  *getattr(py, [value, name, otherwise]) {
    if (otherwise === undefined) return yield* getAttribute(py, value!, name as string);
    try {
      return (yield* findAttribute(py, value!, name as string)) ?? otherwise;
    } catch (error) {
      if ((error as { exception?: PyObject }).exception?.cls.name === 'AttributeError') return otherwise;
      throw error;
    }
  },
  *hasattr(py, [value, name]) {
    try {
      return (yield* findAttribute(py, value!, name as string)) !== undefined;
    } catch (error) {
      if ((error as { exception?: PyObject }).exception?.cls.name === 'AttributeError') return false;
      throw error;
    }
  },
  *setattr(py, [target, name, value]) {
    yield* setAttribute(py, target!, name as string, value!);
    return null;
  },
  *delattr(py, [target, name]) {
    yield* deleteAttribute(py, target!, name as string);
    return null;
  },
  callable: (_, [value]) =>
    value instanceof PyFunction ||
    value instanceof PyBuiltin ||
    value instanceof PyMethod ||
    value instanceof PyClass ||
    (value instanceof PyObject && value.cls.find('__call__') !== undefined),
  id: (py, [value]) => BigInt(0x7f3a00000000 + (value instanceof PyObject ? py.idOf(value) * 48 : 16)),
  *hash(py, [value]) {
    const hash = yield* hashOf(py, value!);
    if (typeof value === 'bigint') return value;
    let out = 0n;
    for (const c of String(typeof hash === 'string' ? hash : py.idOf(hash as object)))
      out = (out * 1000003n + BigInt(c.charCodeAt(0))) & 0x7fffffffffffffffn;
    return out;
  },
  chr: (py, [code]) => {
    const number = Number(wholeNumber(py, code));
    if (number < 0 || number > 0x10ffff) throw py.error('ValueError', 'chr() arg not in range(0x110000)');
    return String.fromCodePoint(number);
  },
  ord: (py, [c]) => {
    const characters = c instanceof PyBytes ? [...c.data] : [...textArgument(py, c)];
    if (characters.length !== 1) throw py.error('TypeError', `ord() expected a character, but string of length ${characters.length} found`);
    return BigInt(characters[0]!.codePointAt(0)!);
  },
  hex: (py, [value]) => prefixed(wholeNumber(py, value), 16, '0x'),
  oct: (py, [value]) => prefixed(wholeNumber(py, value), 8, '0o'),
  bin: (py, [value]) => prefixed(wholeNumber(py, value), 2, '0b'),
  round: (py, [value, digits]) => rounded(py, value!, digits),
  *divmod(py, [a, b]) {
    return new PyTuple([yield* binary(py, '//', a!, b!), yield* binary(py, '%', a!, b!)]);
  },
  *pow(py, [a, b, m]) {
    if (m === undefined || m === null) return yield* binary(py, '**', a!, b!);
    let [result, base, power] = [1n, modulo(wholeNumber(py, a), wholeNumber(py, m)), wholeNumber(py, b)];
    for (; power > 0n; power >>= 1n) {
      if (power & 1n) result = modulo(result * base, m as bigint);
      base = modulo(base * base, m as bigint);
      yield* py.tick();
    }
    return result;
  },
  open: (py, args, kwargs) => openFile(py, textArgument(py, args[0]), String(argument(args, kwargs, 1, 'mode') ?? 'r')),
  *vars(py, [value]) {
    return yield* getAttribute(py, value!, '__dict__');
  },
  dir: (py, [value]) => {
    const names =
      value === undefined
        ? py.frame.scope.names.keys()
        : value instanceof PyModule
          ? value.names.keys()
          : [
              ...(value instanceof PyObject ? (value.attrs?.keys() ?? []) : []),
              ...(value instanceof PyClass ? value : classOf(value)).mro.flatMap((cls) => [...cls.dict.keys()]),
            ];
    return new PyList([...new Set(names)].sort());
  },
  globals: (py) => namespace(py.frame.module.names),
  locals: (py) => namespace(py.frame.scope.names),
  *__import__(py, [name]) {
    return yield* importModule(py, name as string);
  },
  exit: (py, [code]) => {
    throw py.error('SystemExit', ...(code === undefined ? [] : [code]));
  },
  quit: (py, [code]) => {
    throw py.error('SystemExit', ...(code === undefined ? [] : [code]));
  },
  eval: (py) => {
    throw py.error('NotImplementedError', 'strata: eval() is not simulated');
  },
  exec: (py) => {
    throw py.error('NotImplementedError', 'strata: exec() is not simulated');
  },
};

const prefixed = (value: bigint, base: number, prefix: string): string =>
  `${value < 0n ? '-' : ''}${prefix}${(value < 0n ? -value : value).toString(base)}`;
function namespace(names: ReadonlyMap<string, Value>): PyDict {
  const dict = new PyDict();
  for (const [key, value] of names) dict.entries.set(`s${key}`, [key, value]);
  return dict;
}

/** round(): halves go to the even neighbour. */
function rounded(py: Interpreter, value: Value, digits: Value | undefined): Value | Routine<Value> {
  if (value instanceof PyObject) return py.callMethod(value, '__round__', digits === undefined ? [] : [digits]);
  const places = digits === undefined || digits === null ? undefined : Number(wholeNumber(py, digits));
  if (typeof value !== 'number') {
    const number = wholeNumber(py, value);
    if (places === undefined || places >= 0) return number;
    const unit = 10n ** BigInt(Math.min(400, -places));
    const down = floorDivide(number, unit) * unit;
    const rest = (number - down) * 2n;
    return rest > unit || (rest === unit && (down / unit) % 2n !== 0n) ? down + unit : down;
  }
  if (places === undefined) {
    if (!Number.isFinite(value))
      throw Number.isNaN(value)
        ? py.error('ValueError', 'cannot convert float NaN to integer')
        : py.error('OverflowError', 'cannot convert float infinity to integer');
    const floor = Math.floor(value);
    const up = value - floor > 0.5 || (value - floor === 0.5 && floor % 2 !== 0);
    return BigInt(up ? floor + 1 : floor);
  }
  if (!Number.isFinite(value) || Math.abs(value) >= 1e21) return value;
  if (places < 0) return Math.round(value / 10 ** -places) * 10 ** -places;
  return Number(value.toFixed(Math.min(100, places)));
}

/** Fills the built-in names. */
export function installBuiltins(py: Interpreter): void {
  const { names } = py.builtins;
  for (const [name, run] of Object.entries(FUNCTIONS)) names.set(name, new PyBuiltin(name, run));
  for (const cls of [
    OBJECT,
    INT,
    BOOL,
    FLOAT,
    STR,
    BYTES,
    LIST,
    TUPLE,
    DICT,
    SET,
    FROZENSET,
    RANGE,
    SLICE,
    PROPERTY,
    STATICMETHOD,
    CLASSMETHOD,
    SUPER,
    TYPE,
  ])
    names.set(cls.name, cls);
  for (const [name, cls] of EXCEPTIONS) names.set(name, cls);
  names.set('IOError', EXCEPTIONS.get('OSError')!);
  names.set('EnvironmentError', EXCEPTIONS.get('OSError')!);
  names.set('Ellipsis', ELLIPSIS);
  names.set('NotImplemented', NOT_IMPLEMENTED);
  names.set('__debug__', true);
}

/** Standard streams as Python objects. */
export function standardStream(
  py: Interpreter,
  fd: number,
  name: string,
  mode: string,
  buffering: OutputFile['buffering'],
): { state: OutputFile; object: PyObject } {
  const state = new OutputFile(py, fd, name, mode, buffering);
  const object = fileObject(state);
  object.cls = TEXT_FILE;
  return { state, object };
}
