import type { Routine } from '../coroutine/index.ts';
import { get, keysOf } from './convert.ts';
import type { Realm } from './realm.ts';
import { isCallable, JsArray, JsObject, type Value } from './values.ts';

/** A value of the host's JSON.parse as one of the program's. */
function fromHost(js: Realm, value: unknown): Value {
  if (Array.isArray(value)) return js.array(value.map((each) => fromHost(js, each)));
  if (typeof value === 'object' && value !== null)
    return js.object(Object.fromEntries(Object.entries(value).map(([key, each]) => [key, fromHost(js, each)])));
  return value as Value;
}

/** JSON.parse. Throws SyntaxError with V8's words. */
export function parseJson(js: Realm, text: string): Value {
  js.checkText(text.length);
  try {
    return fromHost(js, JSON.parse(text));
  } catch (error) {
    throw js.error('SyntaxError', error instanceof SyntaxError ? error.message : 'Unexpected end of JSON input');
  }
}

/** JSON.stringify; undefined for what JSON cannot say. */
export function* stringify(
  js: Realm,
  value: Value,
  indent = '',
  level = 0,
  seen: readonly JsObject[] = [],
  replacer: Value = undefined,
  key = '',
): Routine<string | undefined> {
  yield* js.tick();
  let it = value;
  if (it instanceof JsObject) {
    const method = yield* get(js, it, 'toJSON');
    if (isCallable(method)) it = yield* js.call(method, it, [key]);
  }
  if (isCallable(replacer)) it = yield* js.call(replacer, undefined, [key, it]);
  if (it === null) return 'null';
  if (typeof it === 'bigint') throw js.error('TypeError', 'Do not know how to serialize a BigInt');
  if (typeof it === 'number') return Number.isFinite(it) ? String(it) : 'null';
  if (typeof it === 'string') return JSON.stringify(it);
  if (typeof it === 'boolean') return String(it);
  if (!(it instanceof JsObject) || isCallable(it)) return undefined;
  if (seen.includes(it)) throw js.error('TypeError', 'Converting circular structure to JSON');
  if (seen.length > 200) throw js.error('RangeError', 'Maximum call stack size exceeded');
  const inner = [...seen, it];
  const [open, gap, close] =
    indent === '' ? ['', ',', ''] : [`\n${indent.repeat(level + 1)}`, `,\n${indent.repeat(level + 1)}`, `\n${indent.repeat(level)}`];
  const parts: string[] = [];
  if (it instanceof JsArray) {
    for (const [index, item] of it.items.entries())
      parts.push((yield* stringify(js, item, indent, level + 1, inner, replacer, String(index))) ?? 'null');
    return parts.length === 0 ? '[]' : `[${open}${parts.join(gap)}${close}]`;
  }
  const only = replacer instanceof JsArray ? replacer.items.map(String) : undefined;
  for (const name of keysOf(it)) {
    if (only !== undefined && !only.includes(name)) continue;
    const text = yield* stringify(js, yield* get(js, it, name), indent, level + 1, inner, replacer, name);
    if (text !== undefined) parts.push(`${JSON.stringify(name)}:${indent === '' ? '' : ' '}${text}`);
  }
  return parts.length === 0 ? '{}' : `{${open}${parts.join(gap)}${close}}`;
}
