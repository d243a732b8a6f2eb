import { makeConstructor, number, text } from './constructors.ts';
import { toNumber, toPrimitive, toText, truthy } from './convert.ts';
import { iteratorObject } from './iterate.ts';
import type { Realm } from './realm.ts';
import { makeRegExp, patternMethods, regexpMethods } from './regexp.ts';
import { JsObject } from './values.ts';

/** Text, numbers, symbols, regular expressions. */
export function texts(js: Realm): void {
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
    [`${'locale'}Compare`]: (_, self, [other]) => (text(self) < text(other) ? -1 : text(self) > text(other) ? 1 : 0),
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
