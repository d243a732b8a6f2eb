import { formatFloatJson, jsonString } from '../json.ts';
import { type GoField, GoMap, GoNamed, GoNil, GoSlice, GoStruct, type GoValue, itemsOf, kindOf, mapSize, sortedEntries } from './value.ts';

/** encoding/json's Marshal of a template value: maps sorted, struct fields in order with their tags. `html` escapes `<>&` (Go's default; Docker's `json` turns it off). */
export function goJson(v: GoValue, html = false): string {
  if (v === null || v instanceof GoNil) return 'null';
  if (v instanceof GoNamed) {
    if (v.kind === 'string' && v.type !== 'json.Number') return jsonString(String(v.value), html);
    return v.kind === 'float' ? formatFloatJson(Number(v.value)) : String(v.value);
  }
  if (typeof v === 'string') return jsonString(v, html);
  if (typeof v === 'number') return Number.isInteger(v) && Math.abs(v) < 1e21 ? v.toString() : formatFloatJson(v);
  if (typeof v === 'boolean' || typeof v === 'bigint') return String(v);
  if (v instanceof GoStruct) {
    if (v.marshal) return goJson(v.marshal(), true);
    return `{${structMembers(v, html).join(',')}}`;
  }
  if ((v instanceof GoSlice && v.items === null) || (v instanceof GoMap && v.entries === null)) return 'null';
  if (kindOf(v) === 'slice')
    return `[${itemsOf(v)
      .map((item) => goJson(item, html))
      .join(',')}]`;
  return `{${sortedEntries(v)
    .map(([k, x]) => `${jsonString(k, html)}:${goJson(x, html)}`)
    .join(',')}}`;
}

function structMembers(v: GoStruct, html: boolean): string[] {
  const out: string[] = [];
  for (const field of v.fields) {
    if (field.json === '-') continue;
    if (field.embedded && field.value instanceof GoStruct && field.json === undefined) out.push(...structMembers(field.value, html));
    else if (!field.omitEmpty || !isEmpty(field)) out.push(`${jsonString(field.json ?? field.name, html)}:${goJson(field.value, html)}`);
  }
  return out;
}

/** Go's `omitempty`: false, 0, nil, and strings, slices, maps of length 0; never a struct. */
function isEmpty({ value }: GoField): boolean {
  if (value === null || value instanceof GoNil || value === false || value === '' || value === 0 || value === 0n) return true;
  if (value instanceof GoNamed) return value.kind === 'string' ? value.value === '' : Number(value.value) === 0;
  if (value instanceof GoStruct) return false;
  const kind = kindOf(value);
  return kind === 'slice' ? itemsOf(value).length === 0 : kind === 'map' && mapSize(value) === 0;
}
