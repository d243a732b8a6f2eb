import type { Function as FunctionAst } from 'acorn';
import type { Routine } from '../coroutine/index.ts';
import type { Pattern } from '../pattern/index.ts';
import type { Realm } from './realm.ts';

export type Value = undefined | null | boolean | number | string | bigint | symbol | JsObject;
export type Key = string | symbol;
export type Native = (js: Realm, self: Value, args: readonly Value[], target: JsObject | undefined) => Value | Routine<Value>;

export interface Property {
  value: Value;
  get: Value;
  set: Value;
  enumerable: boolean;
  writable: boolean;
}

/** An object of the interpreted program; nothing of the host's own objects is reachable from it. */
export class JsObject {
  proto: JsObject | null;
  readonly props = new Map<Key, Property>();
  frozen = false;
  /** `Error`, `Date` … for what is printed and compared specially. */
  kind = 'Object';
  /** What only TypeScript sees. */
  hidden: unknown;
  constructor(proto: JsObject | null) {
    this.proto = proto;
  }
  put(key: Key, value: Value, enumerable = true): this {
    this.props.set(key, { value, get: undefined, set: undefined, enumerable, writable: true });
    return this;
  }
  find(key: Key): Property | undefined {
    for (let each: JsObject | null = this; each !== null; each = each.proto) {
      const found = each.props.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }
}
export class JsArray extends JsObject {
  items: Value[];
  constructor(proto: JsObject | null, items: Value[]) {
    super(proto);
    this.items = items;
    this.kind = 'Array';
  }
}
export interface Binding {
  value: Value;
  /** False until the declaration has run. */
  ready: boolean;
  readonly constant: boolean;
}
/** Names and what they stand for, innermost first. */
export class Scope {
  readonly names = new Map<string, Binding>();
  readonly parent: Scope | undefined;
  /** The function this is the outermost scope of; undefined for blocks. */
  readonly frame: Frame | undefined;
  constructor(parent: Scope | undefined, frame?: Frame) {
    this.parent = parent;
    this.frame = frame;
  }
  find(name: string): Binding | undefined {
    for (let each: Scope | undefined = this; each !== undefined; each = each.parent) {
      const found = each.names.get(name);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  /** The frame whose `this` and `super` hold here. */
  get holder(): Frame | undefined {
    for (let each: Scope | undefined = this; each !== undefined; each = each.parent)
      if (each.frame !== undefined && !each.frame.arrow) return each.frame;
    return undefined;
  }
  declare(name: string, value: Value, constant = false): void {
    this.names.set(name, { value, ready: true, constant });
  }
}
/** A function that is being run. */
export interface Frame {
  self: Value;
  readonly func: JsFunction | undefined;
  readonly args: readonly Value[];
  readonly target: JsObject | undefined;
  readonly arrow: boolean;
  readonly name: string;
  readonly file: Source;
  /** Offset in the source of what is being evaluated. */
  at: number;
}
export interface Source {
  readonly file: string;
  readonly text: string;
}
export class JsFunction extends JsObject {
  readonly node: FunctionAst | undefined;
  readonly scope: Scope;
  readonly source: Source;
  readonly name: string;
  /** Where a method lives, for `super`. */
  home: JsObject | undefined;
  fields: readonly { readonly key: Key; readonly value: unknown; readonly scope: Scope }[] = [];
  readonly classKind: 'none' | 'base' | 'derived';
  constructor(
    proto: JsObject | null,
    options: { node: FunctionAst | undefined; scope: Scope; source: Source; name: string; classKind?: 'none' | 'base' | 'derived' },
  ) {
    super(proto);
    this.kind = 'Function';
    this.node = options.node;
    this.scope = options.scope;
    this.source = options.source;
    this.name = options.name;
    this.classKind = options.classKind ?? 'none';
  }
}
export class JsNative extends JsObject {
  readonly run: Native;
  readonly name: string;
  readonly constructs: boolean;
  constructor(proto: JsObject | null, name: string, run: Native, constructs = false) {
    super(proto);
    this.kind = 'Function';
    this.name = name;
    this.run = run;
    this.constructs = constructs;
  }
}
export class JsRegExp extends JsObject {
  readonly pattern: Pattern;
  readonly flags: string;
  constructor(proto: JsObject | null, pattern: Pattern, flags: string) {
    super(proto);
    this.kind = 'RegExp';
    this.pattern = pattern;
    this.flags = flags;
    this.put('lastIndex', 0, false);
  }
}
/** An exception on its way: any value can be thrown. */
export class JsThrow extends Error {
  readonly value: Value;
  /** Where a `throw` stands. */
  readonly origin: { readonly source: Source; readonly at: number } | undefined;
  constructor(value: Value, origin?: { readonly source: Source; readonly at: number }) {
    super('a JavaScript exception');
    this.value = value;
    this.origin = origin;
  }
}
/** process.exit. */
export class JsExit extends Error {
  readonly code: number;
  constructor(code: number) {
    super('exit');
    this.code = code;
  }
}
export const isCallable = (value: Value): value is JsFunction | JsNative => value instanceof JsFunction || value instanceof JsNative;
