import { formatFloatJson, type Json } from '../json.ts';
import { GoNamed, type GoValue } from './value.ts';

/** JSON as Docker's inspector decodes it with UseNumber: maps, slices, and numbers that stay the text they were. */
export function rawValue(json: Json): GoValue {
  if (typeof json === 'number' || typeof json === 'bigint') return jsonNumber(json);
  if (json === null || typeof json !== 'object') return json;
  if (Array.isArray(json)) return json.map(rawValue);
  const entries = json instanceof Map ? [...json] : Object.entries(json as Record<string, Json>);
  return Object.fromEntries(entries.map(([key, value]: [string, Json]) => [key, rawValue(value)]));
}

function jsonNumber(n: number | bigint): GoNamed {
  const text = typeof n === 'bigint' || Number.isInteger(n) ? String(n) : formatFloatJson(n);
  return new GoNamed('json.Number', 'string', text, {
    String: { params: [], call: () => text },
    Int64: {
      params: [],
      call: () => {
        if (!/^-?\d+$/.test(text)) throw new Error(`strconv.ParseInt: parsing "${text}": invalid syntax`);
        return BigInt(text);
      },
    },
    Float64: { params: [], call: () => new GoNamed('float64', 'float', Number(text)) },
  });
}
