import { durationString } from '../duration.ts';
import type { Json } from '../json.ts';
import { type GoField, GoMap, type GoMethod, GoNamed, GoNil, GoSlice, GoStruct, type GoValue, rawValue } from '../template/index.ts';
import { SHAPES } from './shapes.ts';

/**
 * A JSON answer of the engine as the Go value Docker's client decodes it into: `type` is one of {@link SHAPES}. Absent keys get their
 * type's zero value, unknown keys are dropped.
 */
export function typedValue(type: string, json: Json | undefined): GoValue {
  if (type.startsWith('*')) return pointer(type, json);
  const shape = SHAPES.get(type);
  if (shape) return new GoStruct(type, fieldsOf(type, json));
  if (type === 'interface {}') return json === undefined ? null : rawValue(json);
  if (type === 'struct {}') return new GoStruct('struct {}', []);
  if (type === 'nat.PortMap') return mapOf(type, '[]nat.PortBinding', json);
  if (type === 'nat.PortSet') return mapOf(type, 'struct {}', json);
  if (type === 'strslice.StrSlice') return sliceOf(type, 'string', json);
  const array = /^\[\d*\](.+)$/.exec(type);
  if (array) return sliceOf(type, array[1]!, json);
  const map = /^map\[[^\]]*\](.+)$/.exec(type);
  if (map) return mapOf(type, map[1]!, json);
  return scalarOf(type, json);
}

function pointer(type: string, json: Json | undefined): GoValue {
  const target = type.slice(1);
  const shape = SHAPES.get(target);
  if (json === null || json === undefined)
    return new GoNil(
      type,
      shape?.flatMap((f) => (f.embedded ? [] : [f.name])),
    );
  if (shape) return new GoStruct(type, fieldsOf(target, json));
  const value = typedValue(target, json);
  if (value instanceof GoNamed) return new GoNamed(type, value.kind, value.value, value.methods, value.text);
  return typeof value === 'boolean' ? new GoNamed(type, 'bool', value) : value;
}

function fieldsOf(type: string, json: Json | undefined): GoField[] {
  const source = membersOf(json);
  return SHAPES.get(type)!.map(({ name, json: key, type: fieldType, embedded, omitEmpty }) => ({
    name,
    ...(embedded ? { embedded } : { json: key, omitEmpty }),
    value: typedValue(fieldType, embedded ? (json ?? null) : source.get(key)),
  }));
}

function membersOf(json: Json | undefined): ReadonlyMap<string, Json> {
  if (json instanceof Map) return json;
  return new Map(json !== null && typeof json === 'object' && !Array.isArray(json) ? Object.entries(json as Record<string, Json>) : []);
}

function sliceOf(type: string, element: string, json: Json | undefined): GoSlice {
  const fixed = /^\[(\d+)\]/.exec(type);
  if (!Array.isArray(json))
    return new GoSlice(type, fixed ? Array.from({ length: Number(fixed[1]) }, () => typedValue(element, undefined)) : null);
  return new GoSlice(
    type,
    json.map((item) => typedValue(element, item)),
  );
}

function mapOf(type: string, element: string, json: Json | undefined): GoMap {
  if (json === null || json === undefined) return new GoMap(type, null);
  const entries = new Map([...membersOf(json)].map(([key, value]) => [key, typedValue(element, value)]));
  return type.startsWith('nat.') ? new GoMap(type, entries, port) : new GoMap(type, entries);
}

/** nat.Port, with the methods templates call on it. Source: docker/go-connections nat/nat.go. */
function port(text: string): GoNamed {
  const [number, protocol] = text.split('/') as [string, string | undefined];
  const answer = (value: GoValue): GoMethod => ({ params: [], call: () => value });
  return new GoNamed('nat.Port', 'string', text, {
    Port: answer(number),
    Proto: answer(protocol ?? 'tcp'),
    Int: answer(Number(number) || 0),
  });
}

function scalarOf(type: string, json: Json | undefined): GoValue {
  if (type === 'string') return typeof json === 'string' ? json : '';
  if (type === 'bool') return json === true;
  if (type === 'int') return typeof json === 'number' || typeof json === 'bigint' ? json : 0;
  if (/^u?int/.test(type))
    return new GoNamed(type, type.startsWith('u') ? 'uint' : 'int', typeof json === 'number' || typeof json === 'bigint' ? json : 0);
  if (type === 'time.Duration') {
    const nanos = typeof json === 'number' || typeof json === 'bigint' ? json : 0;
    return new GoNamed(type, 'int', nanos, durationMethods(Number(nanos)), () => durationString(BigInt(nanos)));
  }
  if (type === 'time.Time') return timeValue(typeof json === 'string' ? json : '0001-01-01T00:00:00Z');
  return new GoNamed(type, 'string', typeof json === 'string' ? json : '');
}

function durationMethods(nanos: number): Record<string, GoMethod> {
  const answer = (value: GoValue): GoMethod => ({ params: [], call: () => value });
  const float = (unit: number) => answer(new GoNamed('float64', 'float', nanos / unit));
  const int = (unit: number) => answer(new GoNamed('int64', 'int', Math.trunc(nanos / unit)));
  return {
    Hours: float(3.6e12),
    Minutes: float(6e10),
    Seconds: float(1e9),
    Milliseconds: int(1e6),
    Microseconds: int(1e3),
    Nanoseconds: int(1),
    String: answer(durationString(BigInt(nanos))),
  };
}

/** time.Time: JSON as it came, text as time.String prints it. */
function timeValue(text: string): GoNamed {
  const shown = text.replace('T', ' ').replace(/Z$/, ' +0000 UTC');
  const year = Number(text.slice(0, 4));
  return new GoNamed(
    'time.Time',
    'string',
    text,
    { Year: { params: [], call: () => year }, String: { params: [], call: () => shown } },
    () => shown,
  );
}
