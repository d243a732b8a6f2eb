import { Interface, type Reflected } from './interface.ts';
import {
  elementType,
  GoMap,
  type GoMethod,
  GoNamed,
  GoNil,
  GoStruct,
  type GoValue,
  itemsOf,
  kindOf,
  mapGet,
  scalar,
  sortedEntries,
  structField,
  typeName,
} from './value.ts';

/** What `.Name` finds on a value. An absent map key is `entry` with an undefined value. */
export type Found =
  | { readonly found: 'method'; readonly method: GoMethod }
  | { readonly found: 'field'; readonly value: Reflected }
  | { readonly found: 'entry'; readonly value: Reflected }
  | { readonly found: 'nil'; readonly type: string }
  | { readonly found: 'none'; readonly type: string };

/** Looks a name up: method first, then struct field or map entry. Source: evalField in go/src/text/template/exec.go. */
export function fieldOf(receiver: Exclude<Reflected, undefined>, name: string): Found {
  const type = receiver instanceof Interface ? 'interface {}' : typeName(receiver);
  const value = receiver instanceof Interface ? receiver.value : receiver;
  if (value === null) return { found: 'nil', type: 'interface {}' };
  if ((value instanceof GoStruct || value instanceof GoNamed || value instanceof GoMap) && Object.hasOwn(value.methods, name))
    return { found: 'method', method: value.methods[name]! };
  if (value instanceof GoStruct) {
    const field = structField(value, name);
    return field === undefined ? { found: 'none', type } : { found: 'field', value: field };
  }
  if (value instanceof GoNil) {
    if (value.fields && !value.fields.includes(name)) return { found: 'none', type };
    return { found: 'nil', type };
  }
  if (kindOf(value) === 'map' && hasStringKeys(value)) {
    const entry = mapGet(value, name);
    return { found: 'entry', value: entry === undefined ? undefined : wrap(entry, typeName(value)) };
  }
  return { found: 'none', type };
}

function hasStringKeys(value: GoValue): boolean {
  return !(value instanceof GoMap) || !value.type.startsWith('map[') || value.type.startsWith('map[string]');
}

function wrap(value: GoValue, containerType: string): Reflected {
  return elementType(containerType) === 'interface {}' ? new Interface(value) : value;
}

/** Index and element pairs `range` visits; undefined when the value cannot be ranged over. A missing or nil value has none. */
export function* iterate(value: GoValue | undefined): Generator<[GoValue, Reflected]> {
  const kind = kindOf(value);
  if (kind === 'slice') {
    let i = 0;
    for (const item of itemsOf(value!)) yield [i++, wrap(item, typeName(value))];
  } else if (kind === 'map') {
    const keyType = value instanceof GoMap ? value.type.slice(4, value.type.indexOf(']')) : 'string';
    const makeKey = keyMaker(value!, keyType);
    for (const [key, item] of sortedEntries(value!)) yield [makeKey(key), wrap(item, typeName(value))];
  } else if (kind === 'int' || kind === 'uint') {
    const n = Number(scalar(value!));
    for (let i = 0; i < n; i++) yield [i, i];
  }
}

export function elementsOf(value: GoValue | undefined): Iterable<[GoValue, Reflected]> | undefined {
  const kind = kindOf(value);
  const ok = kind === 'slice' || kind === 'map' || kind === 'int' || kind === 'uint' || kind === 'invalid';
  return ok ? iterate(value) : undefined;
}

function keyMaker(map: GoValue, type: string): (key: string) => GoValue {
  if (map instanceof GoMap && map.key) return map.key;
  if (type === 'string') return (key) => key;
  if (/^u?int/.test(type)) return (key) => new GoNamed(type, type.startsWith('u') ? 'uint' : 'int', Number(key));
  return (key) => new GoNamed(type, 'string', key);
}
