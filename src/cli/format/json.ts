/**
 * Go's encoding/json text for JSON values whose key order matters: insertion order is kept, as for a Go struct. Use a `Map` where keys
 * may look like integers, because a plain object moves those to the front.
 * Source: go/src/encoding/json/encode.go, indent.go.
 */
export type Json =
  | null
  | boolean
  | number
  | bigint
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }
  | ReadonlyMap<string, Json>;

/** json.Marshal: compact; `<`, `>`, `&`, U+2028 and U+2029 escaped unless `html` is false. */
export function marshalJson(value: Json, html = true): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 1e21 ? value.toString() : formatFloatJson(value);
  if (typeof value === 'string') return jsonString(value, html);
  if (Array.isArray(value)) return `[${value.map((item) => marshalJson(item, html)).join(',')}]`;
  const members = membersOf(value).map(([k, v]) => `${jsonString(k, html)}:${marshalJson(v, html)}`);
  return `{${members.join(',')}}`;
}

/** json.MarshalIndent with an empty prefix. `docker inspect` indents by four spaces. Empty arrays and objects stay on one line. */
export function marshalJsonIndent(value: Json, indent = '    ', html = true): string {
  return indented(value, indent, '\n', html);
}

function indented(value: Json, indent: string, newline: string, html: boolean): string {
  if (value === null || typeof value !== 'object') return marshalJson(value, html);
  const inner = newline + indent;
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${value.map((item) => inner + indented(item, indent, inner, html)).join(',')}${newline}]`;
  }
  const entries = membersOf(value);
  if (entries.length === 0) return '{}';
  return `{${entries.map(([k, v]) => `${inner}${jsonString(k, html)}: ${indented(v, indent, inner, html)}`).join(',')}${newline}}`;
}

function membersOf(value: object): [string, Json][] {
  return value instanceof Map ? [...value] : Object.entries(value as Record<string, Json>);
}

/** A JSON string as Go writes it: short escapes for `\b \f \n \r \t \" \\`, `\u00xx` for other controls, U+2028/9 always escaped. */
export function jsonString(s: string, html = true): string {
  let out = '"';
  for (const c of s) {
    const code = c.codePointAt(0)!;
    if (SHORT[c]) out += SHORT[c];
    else if (code < 0x20 || code === 0x2028 || code === 0x2029 || (html && (c === '<' || c === '>' || c === '&')))
      out += `\\u${code.toString(16).padStart(4, '0')}`;
    else if (code >= 0xd800 && code <= 0xdfff) out += '\\ufffd';
    else out += c;
  }
  return `${out}"`;
}

const SHORT: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** A float64 in JSON: plain digits between 1e-6 and 1e21, else an exponent without padding. */
export function formatFloatJson(x: number): string {
  const abs = Math.abs(x);
  if (abs !== 0 && (abs < 1e-6 || abs >= 1e21)) return x.toExponential();
  return String(x);
}
