import { encodeText } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { deleteAttribute, findAttribute, getAttribute, setAttribute } from './attributes.ts';
import { ITERATION } from './builtins-iteration.ts';
import { EXCEPTIONS } from './exceptions.ts';
import { OutputFile, openFile } from './files.ts';
import { formatValue } from './format.ts';
import { hashOf } from './hash.ts';
import { importModule } from './imports.ts';
import type { Interpreter } from './interpreter.ts';
import { argument, textArgument, wholeNumber } from './natives.ts';
import { modulo, prefixed, rounded } from './numbers.ts';
import { binary, truth } from './operators.ts';
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

/** The classes that isinstance() is given. */
function classes(py: Interpreter, value: Value): PyClass[] {
  if (value instanceof PyClass) return [value];
  if (value instanceof PyTuple) return value.items.flatMap((each) => classes(py, each));
  throw py.error('TypeError', 'isinstance() arg 2 must be a type, a tuple of types, or a union');
}
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
  ...ITERATION,
  isinstance: (py, [value, type]) => {
    return classes(py, type!).some((each) => classOf(value!).isSubclass(each));
  },
  issubclass: (py, [value, type]) => {
    return classes(py, type!).some((each) => (value as PyClass).isSubclass(each));
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

function namespace(names: ReadonlyMap<string, Value>): PyDict {
  const dict = new PyDict();
  for (const [key, value] of names) dict.entries.set(`s${key}`, [key, value]);
  return dict;
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
