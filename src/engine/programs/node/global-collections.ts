import { array, makeConstructor, number, text } from './constructors.ts';
import { get, toText } from './convert.ts';
import { goOn } from './functions.ts';
import { iteratorObject, listOf } from './iterate.ts';
import type { Realm } from './realm.ts';
import { JsArray, JsObject, type Native, type Value } from './values.ts';

/** Arrays, maps and sets. */
export function collections(js: Realm): void {
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
