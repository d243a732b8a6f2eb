import type { Realm } from './realm.ts';
import type { JsArray, JsNative, JsObject, Native, Value } from './values.ts';

export const array = (value: Value): Value[] => (value as JsArray).items;
export const text = (value: Value): string => String(value);
export const number = (value: Value, otherwise: number): number => (value === undefined ? otherwise : Number(value));

/** A built-in class: its function on the global object, with its prototype. */
export function makeConstructor(
  js: Realm,
  name: string,
  proto: JsObject,
  run: Native,
  statics: Readonly<Record<string, Native>> = {},
): JsNative {
  const made = js.native(name, run, true);
  made.put('prototype', proto, false);
  proto.put('constructor', made, false);
  js.methods(made, statics);
  js.global.put(name, made, false);
  return made;
}
