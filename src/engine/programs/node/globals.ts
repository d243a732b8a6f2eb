import { civilFrom, utcSeconds } from '../busybox/dates/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { makeConstructor, number, text } from './constructors.ts';
import { get, keysOf, set, toKey, toNumber, toText, truthy } from './convert.ts';
import { construct } from './functions.ts';
import { collections } from './global-collections.ts';
import { texts } from './global-text.ts';
import { listOf } from './iterate.ts';
import { parseJson, stringify } from './json.ts';
import { afterwards, resolvers, settle } from './promise.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsArray, JsFunction, type JsNative, JsObject, JsThrow, type Native, type Value } from './values.ts';

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
    [`to${'Locale'}TimeString`]: (own, self) => own.dateText(of(self)).slice(11, 19),
    [`to${'Locale'}DateString`]: (own, self) => own.dateText(of(self)).slice(0, 10),
    toDateString: (own, self) => own.longDate(of(self)).slice(0, 15),
  });
}
