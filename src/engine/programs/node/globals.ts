import { civilFrom, utcSeconds } from '../busybox/dates/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { get, keysOf, set, toKey, toNumber, toPrimitive, toText, truthy } from './convert.ts';
import { construct, goOn } from './functions.ts';
import { iteratorObject, listOf } from './iterate.ts';
import { parseJson, stringify } from './json.ts';
import { afterwards, resolvers, settle } from './promise.ts';
import type { Realm } from './realm.ts';
import { makeRegExp, patternMethods, regexpMethods } from './regexp.ts';
import { isCallable, JsArray, JsFunction, type JsNative, JsObject, JsThrow, type Native, type Value } from './values.ts';

const array = (value: Value): Value[] => (value as JsArray).items;
const text = (value: Value): string => String(value);
const number = (value: Value, otherwise: number): number => (value === undefined ? otherwise : Number(value));

function makeConstructor(js: Realm, name: string, proto: JsObject, run: Native, statics: Readonly<Record<string, Native>> = {}): JsNative {
  const made = js.native(name, run, true);
  made.put('prototype', proto, false);
  proto.put('constructor', made, false);
  js.methods(made, statics);
  js.global.put(name, made, false);
  return made;
}

/** Fills the global object. Array methods that call functions are in the prelude. */
export function installGlobals(js: Realm): void {
  const { proto } = js;
  js.global.put('globalThis', js.global, false);
  for (const [name, value] of Object.entries({ NaN: Number.NaN, Infinity: Number.POSITIVE_INFINITY })) js.global.put(name, value, false);
  objects(js);
  errors(js);
  texts(js);
  collections(js);
  promises(js);
  dates(js);
  js.methods(proto.Function, {
    call: (own, self, [that, ...args]) => own.call(self, that, args),
    *apply(own, self, [that, args]) {
      return yield* own.call(self, that, args === undefined || args === null ? [] : yield* listOf(own, args));
    },
    bind: (own, self, [that, ...bound]) =>
      own.native(
        `bound ${(self as JsFunction).name}`,
        (inner, _, args, target) =>
          target === undefined ? inner.call(self, that, [...bound, ...args]) : construct(inner, self, [...bound, ...args]),
        true,
      ),
    ['toString' as string]: (_, self) =>
      self instanceof JsFunction && self.node !== undefined
        ? self.source.text.slice(self.node.start, self.node.end)
        : `function ${(self as JsNative).name}() { [native code] }`,
  });
  makeConstructor(js, 'Function', proto.Function, () => {
    throw js.notSimulated('making a function from text');
  });
  const math = js.object();
  for (const name of [
    'abs',
    'ceil',
    'floor',
    'round',
    'sqrt',
    'cbrt',
    'sign',
    'trunc',
    'sin',
    'cos',
    'tan',
    'atan',
    'exp',
    'log',
    'log2',
    'log10',
    'max',
    'min',
    'pow',
    'hypot',
    'atan2',
  ] as const)
    js.methods(math, {
      *[name](own, _, args) {
        const numbers: number[] = [];
        for (const each of args) numbers.push(yield* toNumber(own, each));
        return (Math[name] as (...all: number[]) => number)(...numbers);
      },
    });
  js.methods(math, { random: (own) => own.p.kernel.random.next() / 2 ** 32 });
  math.put('PI', Math.PI, false).put('E', Math.E, false);
  js.global.put('Math', math, false);
  const json = js.object();
  js.methods(json, {
    parse: (own, _, [source]) => parseJson(own, text(source)),
    *stringify(own, _, [value, replacer, space]) {
      const indent = typeof space === 'number' ? ' '.repeat(Math.min(10, space)) : typeof space === 'string' ? space.slice(0, 10) : '';
      return yield* stringify(own, value, indent, 0, [], replacer);
    },
  });
  js.global.put('JSON', json, false);
  js.methods(js.global, {
    *parseInt(own, _, [value, radix]) {
      return Number.parseInt(yield* toText(own, value), number(radix, 10) || 10);
    },
    *parseFloat(own, _, [value]) {
      return Number.parseFloat(yield* toText(own, value));
    },
    *isNaN(own, _, [value]) {
      return Number.isNaN(yield* toNumber(own, value));
    },
    isFinite: (_, __, [value]) => Number.isFinite(Number(value)),
    encodeURIComponent: (_, __, [value]) => encodeURIComponent(text(value)),
    decodeURIComponent: (own, _, [value]) => {
      try {
        return decodeURIComponent(text(value));
      } catch {
        throw own.error('URIError', 'URI malformed');
      }
    },
    encodeURI: (_, __, [value]) => encodeURI(text(value)),
    decodeURI: (_, __, [value]) => decodeURI(text(value)),
    structuredClone: (own, _, [value]) => clone(own, value),
    eval: (own) => {
      throw own.notSimulated('eval');
    },
  });
}

function clone(js: Realm, value: Value): Value {
  if (value instanceof JsArray) return js.array(value.items.map((each) => clone(js, each)));
  if (value instanceof JsObject && value.kind === 'Object')
    return js.object(Object.fromEntries(keysOf(value).map((key) => [key, clone(js, value.props.get(key)!.value)])));
  return value;
}

function objects(js: Realm): void {
  const { proto } = js;
  const define = (target: JsObject, key: string | symbol, how: JsObject): void => {
    const old = target.props.get(key);
    const value = (name: 'value' | 'get' | 'set' | 'enumerable' | 'writable'): Value => {
      const found = how.find(name);
      return found === undefined ? old?.[name] : found.value;
    };
    target.props.set(key, {
      value: value('value'),
      get: value('get'),
      set: value('set'),
      enumerable: truthy(value('enumerable') ?? old?.enumerable),
      writable: truthy(value('writable') ?? old?.writable),
    });
  };
  makeConstructor(js, 'Object', proto.Object, (own, _, [value]) => (value instanceof JsObject ? value : own.object()), {
    keys: (own, _, [value]) => own.array(value instanceof JsObject ? keysOf(value) : [...text(value)].map((_c, i) => String(i))),
    *values(own, _, [value]) {
      return own.array((yield* pairs(own, value)).map(([, each]) => each));
    },
    *entries(own, _, [value]) {
      return own.array((yield* pairs(own, value)).map(([key, each]) => own.array([key, each])));
    },
    *assign(own, _, [target, ...sources]) {
      for (const source of sources) for (const [key, value] of yield* pairs(own, source)) yield* set(own, target, key, value);
      return target;
    },
    freeze: (_, __, [value]) => {
      if (value instanceof JsObject) value.frozen = true;
      return value;
    },
    isFrozen: (_, __, [value]) => !(value instanceof JsObject) || value.frozen,
    create: (_, __, [from]) => new JsObject(from as JsObject | null),
    getPrototypeOf: (_, __, [value]) => (value instanceof JsObject ? value.proto : null),
    setPrototypeOf: (_, __, [value, from]) => {
      (value as JsObject).proto = from as JsObject | null;
      return value;
    },
    *defineProperty(own, _, [target, key, how]) {
      define(target as JsObject, yield* toKey(own, key), how as JsObject);
      return target;
    },
    getOwnPropertyNames: (own, _, [value]) => own.array(keysOf(value as JsObject, true)),
    is: (_, __, [a, b]) => Object.is(a, b),
    *fromEntries(own, _, [rows]) {
      const made = own.object();
      for (const row of yield* listOf(own, rows))
        yield* set(own, made, yield* toKey(own, yield* get(own, row, '0')), yield* get(own, row, '1'));
      return made;
    },
  });
  js.methods(proto.Object, {
    *['hasOwnProperty' as string](own, self, [key]) {
      const name = yield* toKey(own, key);
      return self instanceof JsObject && (self.props.has(name) || (self instanceof JsArray && Number(name as string) < self.items.length));
    },
    ['toString' as string]: (_, self) => `[object ${self instanceof JsObject ? self.kind : 'Object'}]`,
    ['toLocaleString' as string]: (own, self) => own.call(self instanceof JsObject ? self.find('toString')?.value : undefined, self, []),
    ['valueOf' as string]: (_, self) => self,
    ['isPrototypeOf' as string]: (_, self, [value]) => {
      for (let each = value instanceof JsObject ? value.proto : null; each !== null; each = each.proto) if (each === self) return true;
      return false;
    },
  });
  js.methods(js.global.props.get('Object')!.value as JsObject, {
    hasOwn: (own, _, [value, key]) => own.call(proto.Object.props.get('hasOwnProperty')!.value, value, [key]),
  });
}

function* pairs(js: Realm, value: Value): Routine<[string, Value][]> {
  const out: [string, Value][] = [];
  if (value instanceof JsObject) for (const key of keysOf(value)) out.push([key, yield* get(js, value, key)]);
  return out;
}

function errors(js: Realm): void {
  const make = (name: string): Native =>
    function* (own, _, [message, options]) {
      const made = own.makeError(name, message === undefined ? '' : yield* toText(own, message));
      if (message === undefined) made.props.delete('message');
      if (options instanceof JsObject && options.find('cause') !== undefined) made.put('cause', options.find('cause')!.value, false);
      return made;
    };
  js.proto.Error.put('name', 'Error', false).put('message', '', false);
  const base = makeConstructor(js, 'Error', js.proto.Error, make('Error'), { captureStackTrace: () => undefined });
  js.errors.set('Error', js.proto.Error);
  js.methods(js.proto.Error, {
    *['toString' as string](own, self) {
      const name = yield* toText(own, yield* get(own, self, 'name'));
      const message = yield* toText(own, yield* get(own, self, 'message'));
      return message === '' ? name : `${name}: ${message}`;
    },
  });
  for (const name of ['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'URIError', 'EvalError']) {
    const proto = new JsObject(js.proto.Error);
    proto.put('name', name, false).put('message', '', false);
    js.errors.set(name, proto);
    makeConstructor(js, name, proto, make(name)).proto = base;
  }
}

function texts(js: Realm): void {
  const { proto } = js;
  makeConstructor(
    js,
    'String',
    proto.String,
    function* (own, _, [value]) {
      return value === undefined ? '' : typeof value === 'symbol' ? value.toString() : yield* toText(own, value);
    },
    {
      fromCharCode: (_, __, args) => String.fromCharCode(...args.map(Number)),
      fromCodePoint: (_, __, args) => String.fromCodePoint(...args.map(Number)),
    },
  );
  const plain = ['trim', 'trimStart', 'trimEnd', 'toUpperCase', 'toLowerCase', 'normalize'] as const;
  for (const name of plain) js.methods(proto.String, { [name]: (_, self) => text(self)[name]() });
  js.methods(proto.String, {
    ...patternMethods,
    charAt: (_, self, [at]) => text(self).charAt(number(at, 0)),
    charCodeAt: (_, self, [at]) => text(self).charCodeAt(number(at, 0)),
    codePointAt: (_, self, [at]) => text(self).codePointAt(number(at, 0)),
    at: (_, self, [at]) => text(self).at(number(at, 0)),
    includes: (_, self, [part]) => text(self).includes(text(part)),
    startsWith: (_, self, [part, from]) => text(self).startsWith(text(part), number(from, 0)),
    endsWith: (_, self, [part]) => text(self).endsWith(text(part)),
    indexOf: (_, self, [part, from]) => text(self).indexOf(text(part), number(from, 0)),
    lastIndexOf: (_, self, [part]) => text(self).lastIndexOf(text(part)),
    slice: (_, self, [from, to]) => text(self).slice(number(from, 0), to === undefined ? undefined : Number(to)),
    substring: (_, self, [from, to]) => text(self).substring(number(from, 0), to === undefined ? undefined : Number(to)),
    substr: (_, self, [from, length]) =>
      text(self)
        .slice(number(from, 0))
        .slice(0, length === undefined ? undefined : Number(length)),
    repeat: (own, self, [count]) => {
      own.checkText(text(self).length * number(count, 0));
      if (number(count, 0) < 0) throw own.error('RangeError', `Invalid count value: ${text(count)}`);
      return text(self).repeat(number(count, 0));
    },
    padStart: (own, self, [length, fill]) => {
      own.checkText(number(length, 0));
      return text(self).padStart(number(length, 0), fill === undefined ? ' ' : text(fill));
    },
    padEnd: (own, self, [length, fill]) => {
      own.checkText(number(length, 0));
      return text(self).padEnd(number(length, 0), fill === undefined ? ' ' : text(fill));
    },
    concat: (_, self, args) => text(self) + args.map(text).join(''),
    localeCompare: (_, self, [other]) => (text(self) < text(other) ? -1 : text(self) > text(other) ? 1 : 0),
    ['toString' as string]: (_, self) => text(self),
    ['valueOf' as string]: (_, self) => self,
  });
  proto.String.put(
    js.symbols.iterator,
    js.native('[Symbol.iterator]', (own, self) => characters(own, text(self))),
    false,
  );
  makeConstructor(
    js,
    'Number',
    proto.Number,
    function* (own, _, [value]) {
      const primitive = yield* toPrimitive(own, value ?? 0, 'number');
      return typeof primitive === 'bigint' ? Number(primitive) : value === undefined ? Number.NaN : yield* toNumber(own, primitive);
    },
    {
      isInteger: (_, __, [value]) => Number.isInteger(value),
      isSafeInteger: (_, __, [value]) => Number.isSafeInteger(value),
      isFinite: (_, __, [value]) => Number.isFinite(value),
      isNaN: (_, __, [value]) => Number.isNaN(value),
      parseFloat: (_, __, [value]) => Number.parseFloat(text(value)),
      parseInt: (_, __, [value, radix]) => Number.parseInt(text(value), number(radix, 10)),
    },
  );
  const numbers = js.global.props.get('Number')!.value as JsObject;
  for (const name of ['MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER', 'MAX_VALUE', 'MIN_VALUE', 'EPSILON'] as const)
    numbers.put(name, Number[name], false);
  js.methods(proto.Number, {
    toFixed: (_, self, [digits]) => Number(self).toFixed(Math.min(100, number(digits, 0))),
    toPrecision: (_, self, [digits]) => (digits === undefined ? text(self) : Number(self).toPrecision(Number(digits))),
    ['toString' as string]: (_, self, [radix]) => Number(self).toString(number(radix, 10)),
    ['toLocaleString' as string]: (_, self) => text(self).replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ','),
    ['valueOf' as string]: (_, self) => self,
  });
  makeConstructor(js, 'Boolean', proto.Boolean, (_, __, [value]) => truthy(value));
  js.methods(proto.Boolean, { ['toString' as string]: (_, self) => text(self), ['valueOf' as string]: (_, self) => self });
  makeConstructor(js, 'BigInt', proto.BigInt, (own, _, [value]) => {
    try {
      return BigInt(value as string | number | bigint | boolean);
    } catch {
      throw own.error('SyntaxError', `Cannot convert ${text(value)} to a BigInt`);
    }
  });
  js.methods(proto.BigInt, { ['toString' as string]: (_, self) => text(self) });
  const symbol = makeConstructor(js, 'Symbol', proto.Symbol, (_, __, [name]) => Symbol(name === undefined ? undefined : text(name)), {
    for: (_, __, [key]) => Symbol.for(`strata:${text(key)}`),
  });
  for (const [name, value] of Object.entries(js.symbols)) symbol.put(name, value, false);
  js.methods(proto.Symbol, { ['toString' as string]: (_, self) => (self as symbol).toString() });
  js.getter(proto.Symbol, 'description', (_, self) => (self as symbol).description);
  makeConstructor(js, 'RegExp', proto.RegExp, (own, _, [source, flags]) =>
    makeRegExp(own, source instanceof JsObject ? text(source.find('source')?.value) : text(source), flags === undefined ? '' : text(flags)),
  );
  js.methods(proto.RegExp, regexpMethods);
}
function characters(js: Realm, value: string): JsObject {
  const all = [...value];
  let at = 0;
  return iteratorObject(js, () => (at < all.length ? all[at++] : { end: true }));
}

function collections(js: Realm): void {
  const { proto } = js;
  makeConstructor(
    js,
    'Array',
    proto.Array,
    (own, _, args) => {
      if (args.length !== 1 || typeof args[0] !== 'number') return own.array([...args]);
      own.grow(args[0]);
      return own.array(new Array<Value>(args[0]).fill(undefined));
    },
    { isArray: (_, __, [value]) => value instanceof JsArray, of: (own, _, args) => own.array([...args]) },
  );
  const range = (length: number, from: Value, to: Value): [number, number] => {
    const place = (value: Value, otherwise: number): number =>
      value === undefined ? otherwise : Number(value) < 0 ? Math.max(0, length + Number(value)) : Math.min(length, Number(value) || 0);
    return [place(from, 0), place(to, length)];
  };
  js.methods(proto.Array, {
    push: (own, self, args) => {
      own.grow(array(self).length + args.length);
      if ((self as JsObject).frozen) throw own.error('TypeError', 'Cannot add property, object is not extensible');
      return array(self).push(...args);
    },
    pop: (_, self) => array(self).pop(),
    shift: (_, self) => array(self).shift(),
    unshift: (_, self, args) => array(self).unshift(...args),
    slice: (own, self, [from, to]) => own.array(array(self).slice(...range(array(self).length, from, to))),
    splice: (own, self, args) => {
      const [from] = range(array(self).length, args[0], undefined);
      return own.array(array(self).splice(from, args.length < 2 ? array(self).length : Number(args[1]), ...args.slice(2)));
    },
    concat: (own, self, args) => own.array([...array(self), ...args.flatMap((each) => (each instanceof JsArray ? each.items : [each]))]),
    indexOf: (_, self, [item]) => array(self).indexOf(item),
    lastIndexOf: (_, self, [item]) => array(self).lastIndexOf(item),
    includes: (_, self, [item]) => array(self).includes(item),
    at: (_, self, [at]) => array(self).at(number(at, 0)),
    reverse: (_, self) => {
      array(self).reverse();
      return self;
    },
    fill: (_, self, [value, from, to]) => {
      array(self).fill(value, ...range(array(self).length, from, to));
      return self;
    },
    *join(own, self, [mark]) {
      const parts: string[] = [];
      for (const each of array(self)) {
        parts.push(each === undefined || each === null ? '' : yield* toText(own, each));
        yield* own.tick();
      }
      own.checkText(parts.reduce((sum, each) => sum + each.length, 0));
      return parts.join(mark === undefined ? ',' : text(mark));
    },
    flat: (own, self, [depth]) => own.array(flatten(array(self), number(depth, 1))),
    keys: (own, self) => {
      let at = 0;
      return iteratorObject(own, () => (at < array(self).length ? at++ : { end: true }));
    },
    entries: (own, self) => {
      let at = 0;
      return iteratorObject(own, () => (at < array(self).length ? own.array([at, array(self)[at++]]) : { end: true }));
    },
    ['toString' as string]: (own, self) => own.call(proto.Array.props.get('join')!.value, self, []),
  });
  const iterator = js.native('values', (own, self) => {
    let at = 0;
    return iteratorObject(own, () => (at < array(self).length ? array(self)[at++] : { end: true }));
  });
  proto.Array.put('values', iterator, false).put(js.symbols.iterator, iterator, false);
  js.proto.Iterator.put(
    js.symbols.iterator,
    js.native('[Symbol.iterator]', (_, self) => self),
    false,
  );
  proto.Generator.put(
    js.symbols.iterator,
    js.native('[Symbol.iterator]', (_, self) => self),
    false,
  );
  js.methods(proto.Generator, {
    next: (own, self, [value]) => goOn(own, self, 'next', value),
    return: (own, self, [value]) => goOn(own, self, 'return', value),
    throw: (own, self, [value]) => goOn(own, self, 'throw', value),
  });
  for (const kind of ['Map', 'Set'] as const) keyed(js, kind);
}
const flatten = (items: readonly Value[], depth: number): Value[] =>
  items.flatMap((each) => (each instanceof JsArray && depth > 0 ? flatten(each.items, depth - 1) : [each]));

function keyed(js: Realm, kind: 'Map' | 'Set'): void {
  type Rows = Map<unknown, [Value, Value]>;
  const rows = (value: Value): Rows => (value as JsObject).hidden as Rows;
  const proto = js.proto[kind];
  const hash = (key: Value): unknown => (Object.is(key, -0) ? 0 : key);
  const build: Native = function* (own, _, [items]) {
    const made = new JsObject(proto);
    made.kind = kind;
    const all: Rows = new Map();
    made.hidden = all;
    if (items !== undefined && items !== null)
      for (const item of yield* listOf(own, items)) {
        const key = kind === 'Map' ? yield* get(own, item, '0') : item;
        all.set(hash(key), [key, kind === 'Map' ? yield* get(own, item, '1') : item]);
        own.grow(all.size);
      }
    return made;
  };
  makeConstructor(js, kind, proto, build);
  makeConstructor(js, `Weak${kind}`, proto, build);
  proto.put('constructor', js.global.props.get(kind)!.value, false);
  js.methods(proto, {
    has: (_, self, [key]) => rows(self).has(hash(key)),
    delete: (_, self, [key]) => rows(self).delete(hash(key)),
    clear: (_, self) => {
      rows(self).clear();
      return undefined;
    },
    *forEach(own, self, [func]) {
      for (const [key, value] of [...rows(self).values()]) yield* own.call(func, undefined, [value, key, self]);
      return undefined;
    },
    ...(kind === 'Map'
      ? {
          get: (_: Realm, self: Value, [key]: readonly Value[]): Value => rows(self).get(hash(key))?.[1],
          set: (own: Realm, self: Value, [key, value]: readonly Value[]): Value => {
            own.grow(rows(self).size);
            rows(self).set(hash(key), [key, value]);
            return self;
          },
        }
      : {
          add: (own: Realm, self: Value, [key]: readonly Value[]): Value => {
            own.grow(rows(self).size);
            rows(self).set(hash(key), [key, key]);
            return self;
          },
        }),
  });
  const walk =
    (pick: (own: Realm, row: [Value, Value]) => Value): Native =>
    (own, self) => {
      const all = rows(self).values();
      return iteratorObject(own, () => {
        const next = all.next();
        return next.done === true ? { end: true } : pick(own, next.value);
      });
    };
  const iterators: Record<string, Native> = {
    keys: walk((_, [key]) => key),
    values: walk((_, [, value]) => value),
    entries: walk((own, [key, value]) => own.array([key, value])),
  };
  js.methods(proto, iterators);
  proto.put(js.symbols.iterator, proto.props.get(kind === 'Map' ? 'entries' : 'values')!.value, false);
  js.getter(proto, 'size', (_, self) => rows(self).size);
}

function promises(js: Realm): void {
  const made = makeConstructor(js, 'Promise', js.proto.Promise, function* (own, _, [work]) {
    if (!isCallable(work)) throw own.error('TypeError', `Promise resolver ${text(work)} is not a function`);
    const promise = settle.make(own);
    const both = resolvers(own, promise);
    try {
      yield* own.call(work, undefined, both);
    } catch (error) {
      if (!(error instanceof JsThrow)) throw error;
      settle.reject(own, promise, error.value);
    }
    return promise;
  });
  js.methods(made, {
    *resolve(own, _, [value]) {
      if (value instanceof JsObject && value.kind === 'Promise') return value;
      const promise = settle.make(own);
      yield* settle.resolve(own, promise, value);
      return promise;
    },
    reject: (own, _, [reason]) => {
      const promise = settle.make(own);
      settle.reject(own, promise, reason);
      return promise;
    },
  });
  js.methods(js.proto.Promise, {
    ['then' as string]: (own, self, [ok, no]) => afterwards(own, self as JsObject, ok, no),
    catch: (own, self, [no]) => afterwards(own, self as JsObject, undefined, no),
  });
}

function dates(js: Realm): void {
  const of = (value: Value): number => (value as JsObject).hidden as number;
  const parse = (source: string): number => {
    const [, year, month = '1', day = '1', hour = '0', minute = '0', second = '0', ms = '0'] =
      /^(\d{4})-(\d\d)(?:-(\d\d))?(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?)?Z?$/.exec(source.trim()) ?? [];
    if (year === undefined) return Number.NaN;
    return (
      utcSeconds({ year: +year, month: +month - 1, day: +day, hour: +hour, minute: +minute, second: +second }) * 1000 +
      Number(ms.padEnd(3, '0'))
    );
  };
  const now = (own: Realm): number => Math.floor(own.p.now() * 1000);
  makeConstructor(
    js,
    'Date',
    js.proto.Date,
    (own, _, args, target) => {
      if (target === undefined) return own.dateText(now(own));
      const made = new JsObject(js.proto.Date);
      made.kind = 'Date';
      const [first] = args;
      const [year = 1970, month = 0, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = args.map(Number);
      made.hidden =
        args.length === 0
          ? now(own)
          : args.length > 1
            ? utcSeconds({ year, month, day, hour, minute, second }) * 1000 + ms
            : first instanceof JsObject && first.kind === 'Date'
              ? of(first)
              : typeof first === 'string'
                ? parse(first)
                : Number(first);
      return made;
    },
    { now: (own) => now(own), parse: (_, __, [source]) => parse(text(source)) },
  );
  const part =
    (pick: (c: ReturnType<typeof civilFrom>, ms: number) => Value): Native =>
    (_, self) =>
      Number.isNaN(of(self)) ? Number.NaN : pick(civilFrom(Math.floor(of(self) / 1000)), of(self));
  const parts: Record<string, (c: ReturnType<typeof civilFrom>, ms: number) => Value> = {
    FullYear: (c) => c.year,
    Month: (c) => c.month,
    Date: (c) => c.day,
    Day: (c) => c.weekday,
    Hours: (c) => c.hour,
    Minutes: (c) => c.minute,
    Seconds: (c) => c.second,
    Milliseconds: (_, ms) => ((ms % 1000) + 1000) % 1000,
  };
  for (const [name, pick] of Object.entries(parts))
    js.methods(js.proto.Date, { [`get${name}`]: part(pick), [`getUTC${name}`]: part(pick) });
  js.methods(js.proto.Date, {
    getTime: (_, self) => of(self),
    ['valueOf' as string]: (_, self) => of(self),
    getTimezoneOffset: () => 0,
    toISOString: (own, self) => {
      if (Number.isNaN(of(self))) throw own.error('RangeError', 'Invalid time value');
      return own.dateText(of(self));
    },
    toJSON: (own, self) => own.dateText(of(self)),
    ['toString' as string]: (own, self) => own.longDate(of(self)),
    toUTCString: (own, self) => own.httpDate(of(self)),
    ['toLocaleString' as string]: (own, self) => own.dateText(of(self)).replace('T', ', ').slice(0, 20),
    toLocaleTimeString: (own, self) => own.dateText(of(self)).slice(11, 19),
    toLocaleDateString: (own, self) => own.dateText(of(self)).slice(0, 10),
    toDateString: (own, self) => own.longDate(of(self)).slice(0, 15),
  });
}
