import type { Routine, Suspended } from '../coroutine/index.ts';
import type { FunctionNode } from './ast.ts';
import type { Interpreter } from './interpreter.ts';

/** What a name can stand for: None, booleans, whole numbers, floats, text, and objects. */
export type Value = null | boolean | bigint | number | string | PyObject;
export type Kwargs = ReadonlyMap<string, Value>;
/** A function written in TypeScript. */
export type Native = (py: Interpreter, args: readonly Value[], kwargs: Kwargs) => Routine<Value> | Value;

/** An object: its class and its attributes. */
export class PyObject {
  cls: PyClass;
  attrs: Map<string, Value> | undefined;
  /** What only TypeScript sees: state of objects whose methods are written in it. */
  hidden: unknown;
  constructor(cls: PyClass, attrs: Map<string, Value> | undefined = new Map()) {
    this.cls = cls;
    this.attrs = attrs;
  }
}

export class PyClass extends PyObject {
  readonly name: string;
  readonly bases: readonly PyClass[];
  /** Method resolution order, the class itself first. */
  readonly mro: readonly PyClass[];
  readonly dict: Map<string, Value>;
  /** Where it was made; built-in ones are of `builtins`. */
  module: string;
  /** How an empty instance is made; taken from the nearest base that says it. */
  make: ((cls: PyClass) => PyObject) | undefined;

  constructor(name: string, bases: readonly PyClass[], dict: Map<string, Value> = new Map(), module = 'builtins') {
    super(undefined as unknown as PyClass, undefined);
    this.cls = typeClass ?? this;
    this.name = name;
    this.bases = bases;
    this.dict = dict;
    this.module = module;
    this.mro = linearise(this);
    this.make = undefined;
  }
  find(name: string): Value | undefined {
    for (const cls of this.mro) {
      const found = cls.dict.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  isSubclass(of: PyClass): boolean {
    return this.mro.includes(of);
  }
}

/** C3 linearisation; bases that cannot be ordered are taken depth first. */
function linearise(cls: PyClass): PyClass[] {
  const lists = [...cls.bases.map((base) => [...base.mro]), [...cls.bases]];
  const out: PyClass[] = [cls];
  for (;;) {
    const rest = lists.filter((list) => list.length > 0);
    if (rest.length === 0) return out;
    const next = rest.map((list) => list[0]!).find((head) => !rest.some((list) => list.slice(1).includes(head))) ?? rest[0]![0]!;
    out.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
}

let typeClass: PyClass | undefined;
export const OBJECT = new PyClass('object', []);
typeClass = new PyClass('type', [OBJECT]);
OBJECT.cls = typeClass;
typeClass.cls = typeClass;
const builtin = (name: string, base: PyClass = OBJECT): PyClass => new PyClass(name, [base]);
OBJECT.make = (cls) => new PyObject(cls);

export const NONE = builtin('NoneType');
export const INT = builtin('int');
export const BOOL = builtin('bool', INT);
export const FLOAT = builtin('float');
export const STR = builtin('str');
export const BYTES = builtin('bytes');
export const LIST = builtin('list');
export const TUPLE = builtin('tuple');
export const DICT = builtin('dict');
export const SET = builtin('set');
export const FROZENSET = builtin('frozenset');
export const RANGE = builtin('range');
export const SLICE = builtin('slice');
export const FUNCTION = builtin('function');
export const BUILTIN = builtin('builtin_function_or_method');
export const METHOD = builtin('method');
export const MODULE = builtin('module');
export const GENERATOR = builtin('generator');
export const ITERATOR = builtin('iterator');
export const PROPERTY = builtin('property');
export const STATICMETHOD = builtin('staticmethod');
export const CLASSMETHOD = builtin('classmethod');
export const SUPER = builtin('super');
export const ELLIPSIS = new PyObject(builtin('ellipsis'), undefined);
export const NOT_IMPLEMENTED = new PyObject(builtin('NotImplementedType'), undefined);
export const TYPE: PyClass = typeClass;

/** The class of any value. */
export function classOf(value: Value): PyClass {
  switch (typeof value) {
    case 'bigint':
      return INT;
    case 'number':
      return FLOAT;
    case 'string':
      return STR;
    case 'boolean':
      return BOOL;
    default:
      return value === null ? NONE : value.cls;
  }
}
export const isA = (value: Value, cls: PyClass): boolean => classOf(value).isSubclass(cls);

export class PyBytes extends PyObject {
  /** One character a byte. */
  readonly data: string;
  constructor(data: string) {
    super(BYTES, undefined);
    this.data = data;
  }
}
export class PyList extends PyObject {
  items: Value[];
  constructor(items: Value[], cls: PyClass = LIST) {
    super(cls, cls === LIST ? undefined : new Map());
    this.items = items;
  }
}
export class PyTuple extends PyObject {
  readonly items: readonly Value[];
  constructor(items: readonly Value[], cls: PyClass = TUPLE) {
    super(cls, cls === TUPLE ? undefined : new Map());
    this.items = items;
  }
}
/** A dictionary. Keys are found by `hashOf`, which makes equal keys equal strings. */
export class PyDict extends PyObject {
  readonly entries = new Map<unknown, [Value, Value]>();
  constructor(cls: PyClass = DICT) {
    super(cls, cls === DICT ? undefined : new Map());
  }
}
export class PySet extends PyObject {
  readonly entries = new Map<unknown, Value>();
  constructor(cls: PyClass = SET) {
    super(cls, cls === SET || cls === FROZENSET ? undefined : new Map());
  }
}
LIST.make = (cls) => new PyList([], cls);
DICT.make = (cls) => new PyDict(cls);
SET.make = (cls) => new PySet(cls);
FROZENSET.make = (cls) => new PySet(cls);

export class PyRange extends PyObject {
  readonly start: bigint;
  readonly stop: bigint;
  readonly step: bigint;
  constructor(start: bigint, stop: bigint, step: bigint) {
    super(RANGE, undefined);
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
  get length(): number {
    const { start, stop, step } = this;
    const span = step > 0n ? stop - start + step - 1n : start - stop - step - 1n;
    return Math.max(0, Number(span / (step > 0n ? step : -step)));
  }
}
export class PySlice extends PyObject {
  readonly from: Value;
  readonly to: Value;
  readonly step: Value;
  constructor(from: Value, to: Value, step: Value) {
    super(SLICE, undefined);
    this.from = from;
    this.to = to;
    this.step = step;
  }
}
/** A variable scope of a function, a module or a class body. */
export class Scope {
  readonly names: Map<string, Value>;
  readonly parent: Scope | undefined;
  /** Names of a function that belong to it; undefined for modules and classes. */
  readonly node: FunctionNode | undefined;
  constructor(names: Map<string, Value>, parent: Scope | undefined, node: FunctionNode | undefined) {
    this.names = names;
    this.parent = parent;
    this.node = node;
  }
}
export class PyFunction extends PyObject {
  readonly node: FunctionNode;
  readonly closure: Scope | undefined;
  readonly module: PyModule;
  readonly defaults: ReadonlyMap<string, Value>;
  readonly qualifiedName: string;
  readonly file: string;
  /** The class it was defined in, for `super()`. */
  home: PyClass | undefined;
  constructor(options: {
    node: FunctionNode;
    closure: Scope | undefined;
    module: PyModule;
    defaults: ReadonlyMap<string, Value>;
    qualifiedName: string;
    file: string;
  }) {
    super(FUNCTION);
    this.node = options.node;
    this.closure = options.closure;
    this.module = options.module;
    this.defaults = options.defaults;
    this.qualifiedName = options.qualifiedName;
    this.file = options.file;
  }
}
export class PyBuiltin extends PyObject {
  readonly name: string;
  readonly run: Native;
  constructor(name: string, run: Native) {
    super(BUILTIN, undefined);
    this.name = name;
    this.run = run;
  }
}
export class PyMethod extends PyObject {
  readonly self: Value;
  readonly func: Value;
  constructor(self: Value, func: Value) {
    super(METHOD, undefined);
    this.self = self;
    this.func = func;
  }
}
export class PyModule extends PyObject {
  readonly name: string;
  readonly names: Map<string, Value>;
  constructor(name: string, names: Map<string, Value> = new Map()) {
    super(MODULE, undefined);
    this.name = name;
    this.names = names;
    if (!names.has('__name__')) names.set('__name__', name);
  }
}
export class PyGenerator extends PyObject {
  readonly suspended: Suspended;
  readonly name: string;
  constructor(suspended: Suspended, name: string) {
    super(GENERATOR, undefined);
    this.suspended = suspended;
    this.name = name;
  }
}
/** An iterator written in TypeScript: gives values until undefined. */
export class PyIterator extends PyObject {
  readonly next: () => Routine<Value | undefined> | Value | undefined;
  readonly kind: string;
  constructor(next: () => Routine<Value | undefined> | Value | undefined, kind = 'iterator') {
    super(ITERATOR, undefined);
    this.next = next;
    this.kind = kind;
  }
}

/** A Python exception on its way. */
export class PyError extends Error {
  readonly exception: PyObject;
  constructor(exception: PyObject) {
    super('a Python exception');
    this.exception = exception;
  }
}
/** What one line of a traceback is made of. */
export interface TraceEntry {
  readonly file: string;
  readonly line: number;
  readonly name: string;
  readonly span: { readonly line: number; readonly at: number; readonly endLine: number; readonly end: number } | undefined;
  readonly anchor: readonly [number, number] | undefined;
}
