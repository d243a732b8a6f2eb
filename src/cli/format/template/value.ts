/**
 * Values as a Go template sees them. Plain JavaScript covers the untyped world (what encoding/json decodes into `any`): null, booleans,
 * strings, integers (`int`), other numbers (`float64`), arrays (`[]interface {}`) and plain objects (`map[string]interface {}`).
 * The classes below add what Go's static types show through a template: names in errors, nil pointers, field order, methods.
 */

/** A method callable from a template (`{{.Label "x"}}`, `{{$port.Port}}`); `params` are Go type names, `...T` last for variadic. */
export interface GoMethod {
  readonly params: readonly string[];
  /** Throw an `Error` to answer Go's second result; its message follows `error calling NAME: `. */
  readonly call: (...args: GoValue[]) => GoValue;
}

export type GoValue = null | boolean | string | number | bigint | readonly GoValue[] | { readonly [key: string]: GoValue } | GoBoxed;

/** A field of a struct. `json` overrides the JSON key (`-` leaves it out); `omitEmpty` is Go's `omitempty`. */
export interface GoField {
  readonly name: string;
  readonly value: GoValue;
  readonly json?: string;
  readonly omitEmpty?: boolean;
  /** An embedded struct: its fields are promoted, and flattened in JSON. */
  readonly embedded?: boolean;
}

/** A struct or a non-nil pointer to one (`type` starting with `*`). Fields keep their order; methods win over fields. */
export class GoStruct {
  readonly type: string;
  readonly fields: readonly GoField[];
  readonly methods: Readonly<Record<string, GoMethod>>;
  /** What `json` prints instead of the fields: Go's MarshalJSON, which escapes `<>&` on its own. */
  readonly marshal: (() => GoValue) | undefined;
  constructor(type: string, fields: readonly GoField[], methods: Readonly<Record<string, GoMethod>> = {}, marshal?: () => GoValue) {
    this.type = type;
    this.fields = fields;
    this.methods = methods;
    this.marshal = marshal;
  }
}

/** A map with a static type, such as `map[string]string`; `null` entries are a nil map. Non-string keys keep their Go key type. */
export class GoMap {
  readonly type: string;
  readonly entries: ReadonlyMap<string, GoValue> | null;
  /** Makes a ranged-over key into its Go value, for key types with methods (`nat.Port`). */
  readonly key: ((key: string) => GoValue) | undefined;
  readonly methods: Readonly<Record<string, GoMethod>>;
  constructor(
    type: string,
    entries: ReadonlyMap<string, GoValue> | null,
    key?: (key: string) => GoValue,
    methods: Readonly<Record<string, GoMethod>> = {},
  ) {
    this.type = type;
    this.entries = entries;
    this.key = key;
    this.methods = methods;
  }
}

/** A slice with a static type, such as `[]string`; `null` items are a nil slice. */
export class GoSlice {
  readonly type: string;
  readonly items: readonly GoValue[] | null;
  constructor(type: string, items: readonly GoValue[] | null) {
    this.type = type;
    this.items = items;
  }
}

/** A nil pointer of a known type: prints `<nil>`, is false, and fails with `nil pointer evaluating TYPE.Field` when a field is asked of it. */
export class GoNil {
  readonly type: string;
  /** Field names of the pointed-to struct, when known: another name is a missing field and not a nil dereference. */
  readonly fields: readonly string[] | undefined;
  constructor(type: string, fields?: readonly string[]) {
    this.type = type;
    this.fields = fields;
  }
}

/** A scalar of a named or sized type: `int64`, `nat.Port`, `float64`, `json.Number` … */
export class GoNamed {
  readonly type: string;
  readonly value: string | number | bigint | boolean;
  readonly kind: 'string' | 'int' | 'uint' | 'float' | 'bool';
  readonly methods: Readonly<Record<string, GoMethod>>;
  /** Go's String() or Error(), which printing prefers. */
  readonly text: (() => string) | undefined;
  constructor(
    type: string,
    kind: GoNamed['kind'],
    value: GoNamed['value'],
    methods: Readonly<Record<string, GoMethod>> = {},
    text?: () => string,
  ) {
    this.type = type;
    this.kind = kind;
    this.value = value;
    this.methods = methods;
    this.text = text;
  }
}

export type GoBoxed = GoStruct | GoMap | GoSlice | GoNil | GoNamed;

export type GoKind = 'invalid' | 'bool' | 'string' | 'int' | 'uint' | 'float' | 'slice' | 'map' | 'struct' | 'pointer';

/** `int64` and friends, so that `%T` and error texts name the real type. */
export function goInt(type: string, value: number | bigint): GoNamed {
  return new GoNamed(type, type.startsWith('uint') ? 'uint' : 'int', value);
}

/** A float64, needed only when the value may be whole (a plain whole JavaScript number is a Go int). */
export function goFloat(value: number): GoNamed {
  return new GoNamed('float64', 'float', value);
}

export function goStrings(items: readonly string[] | null): GoSlice {
  return new GoSlice('[]string', items);
}

export function goStringMap(entries: Iterable<readonly [string, string]> | null): GoMap {
  return new GoMap('map[string]string', entries === null ? null : new Map(entries));
}

export function isBoxed(v: GoValue): v is GoBoxed {
  return v instanceof GoStruct || v instanceof GoMap || v instanceof GoSlice || v instanceof GoNil || v instanceof GoNamed;
}

/** Go's reflect.Kind, pointers to structs looked through; a nil pointer is `pointer`, null is `invalid`. */
export function kindOf(v: GoValue | undefined): GoKind {
  if (v === null || v === undefined) return 'invalid';
  if (typeof v === 'boolean') return 'bool';
  if (typeof v === 'string') return 'string';
  if (typeof v === 'bigint') return 'int';
  if (typeof v === 'number') return Number.isInteger(v) ? 'int' : 'float';
  if (v instanceof GoNamed) return v.kind;
  if (v instanceof GoStruct) return 'struct';
  if (v instanceof GoMap) return 'map';
  if (v instanceof GoSlice) return 'slice';
  if (v instanceof GoNil) return 'pointer';
  return Array.isArray(v) ? 'slice' : 'map';
}

/** The dynamic type as `%T` prints it. */
export function typeName(v: GoValue | undefined): string {
  if (v === null || v === undefined) return '<nil>';
  if (typeof v === 'boolean') return 'bool';
  if (typeof v === 'string') return 'string';
  if (typeof v === 'bigint') return 'int64';
  if (typeof v === 'number') return Number.isInteger(v) ? 'int' : 'float64';
  if (isBoxed(v)) return v.type;
  return Array.isArray(v) ? '[]interface {}' : 'map[string]interface {}';
}

/** Element type of a slice or map type name; `interface {}` for the untyped ones. */
export function elementType(type: string): string {
  const array = /^\[\d*\]/.exec(type);
  if (array) return type.slice(array[0].length);
  if (type === 'strslice.StrSlice') return 'string';
  if (type === 'nat.PortMap') return '[]nat.PortBinding';
  if (type === 'nat.PortSet') return 'struct {}';
  const close = type.indexOf(']');
  return type.startsWith('map[') && close > 0 ? type.slice(close + 1) : 'interface {}';
}

export function itemsOf(v: GoValue): readonly GoValue[] {
  if (v instanceof GoSlice) return v.items ?? [];
  return Array.isArray(v) ? v : [];
}

/** Entries sorted as Go prints them: by key, bytewise for strings, by number for integer keys. */
export function sortedEntries(v: GoValue): [string, GoValue][] {
  const entries: [string, GoValue][] = v instanceof GoMap ? [...(v.entries ?? [])] : Object.entries(v as Record<string, GoValue>);
  const numeric = v instanceof GoMap && /^map\[u?int/.test(v.type);
  return entries.sort(([a], [b]) => (numeric ? Number(a) - Number(b) : compareBytes(a, b)));
}

export function mapGet(v: GoValue, key: string): GoValue | undefined {
  if (v instanceof GoMap) return v.entries?.get(key);
  const record = v as Record<string, GoValue>;
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

export function mapSize(v: GoValue): number {
  return v instanceof GoMap ? (v.entries?.size ?? 0) : Object.keys(v as object).length;
}

/** A struct's field, searching embedded structs breadth first as Go does. */
export function structField(v: GoStruct, name: string): GoValue | undefined {
  for (const field of v.fields) if (field.name === name) return field.value;
  for (const field of v.fields) {
    if (!field.embedded || !(field.value instanceof GoStruct)) continue;
    const inner = structField(field.value, name);
    if (inner !== undefined) return inner;
  }
  return undefined;
}

/** The scalar inside a named type, or the value itself. */
export function scalar(v: GoValue): GoValue {
  return v instanceof GoNamed ? v.value : v;
}

/** Go's string order: by UTF-8 bytes, which for well-formed text is the order of code points. */
export function compareBytes(a: string, b: string): number {
  const n = Math.min(a.length, b.length);
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const xs = x >= 0xd800 && x <= 0xdfff;
    const ys = y >= 0xd800 && y <= 0xdfff;
    return xs === ys ? x - y : xs ? 1 : -1;
  }
  return a.length - b.length;
}
