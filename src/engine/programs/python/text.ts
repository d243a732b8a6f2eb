import type { Routine } from '../coroutine/index.ts';
import { BASE_EXCEPTION, PyException } from './exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import {
  ELLIPSIS,
  FROZENSET,
  isA,
  NOT_IMPLEMENTED,
  PyBuiltin,
  PyBytes,
  PyClass,
  PyDict,
  PyFunction,
  PyGenerator,
  PyIterator,
  PyList,
  PyMethod,
  PyModule,
  PyObject,
  PyRange,
  PySet,
  PySlice,
  PyTuple,
  STR,
  type Value,
} from './values.ts';

/** A float as repr gives it: the shortest text that reads back, with `.0` or an exponent. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const text = String(value);
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e16 || size < 1e-4)) {
    const [mantissa = '', exponent = ''] = value.toExponential().split('e');
    return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`;
  }
  return /[.e]/.test(text) ? text : `${text}.0`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

/** Text in quotes as repr gives it. */
export function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const body = text.replace(/[\\\x00-\x1f\x7f-\xa0\xad]|['"]/g, (c) => {
    if (c === "'" || c === '"') return c === quote ? `\\${c}` : c;
    return ESCAPES[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `${quote}${body}${quote}`;
}
function quotedBytes(data: string): string {
  const quote = data.includes("'") && !data.includes('"') ? '"' : "'";
  const body = data.replace(/[^ -~]|[\\'"]/g, (c) =>
    c === "'" || c === '"' ? (c === quote ? `\\${c}` : c) : (ESCAPES[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`),
  );
  return `b${quote}${body}${quote}`;
}

/** A believable address, the same whenever it is asked for. */
export const addressOf = (py: Interpreter, value: PyObject): string => `0x7f${(0x3a00000000 + py.idOf(value) * 0x30).toString(16)}`;

const MAX_TEXT = 16 * 1024 * 1024;

/** repr(value). */
export function* repr(py: Interpreter, value: Value): Routine<string> {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'bigint') return intText(value);
  if (typeof value === 'number') return floatText(value);
  if (typeof value === 'string') return quoted(value);
  const custom = value.cls.find('__repr__');
  if (custom !== undefined && !(value instanceof PyClass)) {
    const text = yield* py.callMethod(value, '__repr__', []);
    if (typeof text !== 'string') throw py.error('TypeError', `__repr__ returned non-string (type ${py.typeName(text)})`);
    return text;
  }
  if (py.showing.has(value)) return value instanceof PyDict ? '{...}' : value instanceof PyList ? '[...]' : '...';
  py.showing.add(value);
  try {
    return yield* composite(py, value);
  } finally {
    py.showing.delete(value);
  }
}

export function intText(value: bigint): string {
  return value.toString();
}

function* all(py: Interpreter, items: Iterable<Value>): Routine<string> {
  const parts: string[] = [];
  let size = 0;
  for (const item of items) {
    const part = yield* repr(py, item);
    size += part.length;
    if (size > MAX_TEXT) throw py.error('MemoryError');
    parts.push(part);
    yield* py.tick();
  }
  return parts.join(', ');
}

function* composite(py: Interpreter, value: PyObject): Routine<string> {
  if (value instanceof PyList) return `[${yield* all(py, value.items)}]`;
  if (value instanceof PyTuple) return `(${yield* all(py, value.items)}${value.items.length === 1 ? ',' : ''})`;
  if (value instanceof PyDict) {
    const parts: string[] = [];
    for (const [key, each] of value.entries.values()) {
      parts.push(`${yield* repr(py, key)}: ${yield* repr(py, each)}`);
      yield* py.tick();
    }
    return `{${parts.join(', ')}}`;
  }
  if (value instanceof PySet) {
    const inner = yield* all(py, value.entries.values());
    if (value.cls.isSubclass(FROZENSET)) return inner === '' ? 'frozenset()' : `frozenset({${inner}})`;
    return inner === '' ? 'set()' : `{${inner}}`;
  }
  if (value instanceof PyBytes) return quotedBytes(value.data);
  if (value instanceof PyRange) return `range(${value.start}, ${value.stop}${value.step === 1n ? '' : `, ${value.step}`})`;
  if (value instanceof PySlice)
    return `slice(${yield* repr(py, value.from)}, ${yield* repr(py, value.to)}, ${yield* repr(py, value.step)})`;
  if (value === ELLIPSIS) return 'Ellipsis';
  if (value === NOT_IMPLEMENTED) return 'NotImplemented';
  if (value instanceof PyClass) return `<class '${value.module === 'builtins' ? '' : `${value.module}.`}${value.name}'>`;
  if (value instanceof PyModule)
    return value.names.has('__file__')
      ? `<module '${value.name}' from '${String(value.names.get('__file__'))}'>`
      : `<module '${value.name}' (built-in)>`;
  if (value instanceof PyFunction) return `<function ${value.qualifiedName} at ${addressOf(py, value)}>`;
  if (value instanceof PyBuiltin) return `<built-in function ${value.name}>`;
  if (value instanceof PyMethod) {
    const name = value.func instanceof PyFunction ? value.func.qualifiedName : value.func instanceof PyBuiltin ? value.func.name : '?';
    return value.func instanceof PyBuiltin
      ? `<built-in method ${name} of ${py.typeName(value.self)} object at ${value.self instanceof PyObject ? addressOf(py, value.self) : '0x7f3a0000'}>`
      : `<bound method ${name} of ${yield* repr(py, value.self)}>`;
  }
  if (value instanceof PyGenerator) return `<generator object ${value.name} at ${addressOf(py, value)}>`;
  if (value instanceof PyIterator) return `<${value.kind} object at ${addressOf(py, value)}>`;
  if (value instanceof PyException) return `${value.cls.name}(${yield* all(py, value.args)})`;
  const { module, name } = value.cls;
  return `<${module === 'builtins' ? '' : `${module}.`}${name} object at ${addressOf(py, value)}>`;
}

/** str(value). */
export function* str(py: Interpreter, value: Value): Routine<string> {
  if (typeof value === 'string') return value;
  if (value instanceof PyObject && !(value instanceof PyClass)) {
    if (value.cls.find('__str__') !== undefined) {
      const text = yield* py.callMethod(value, '__str__', []);
      if (!isA(text, STR)) throw py.error('TypeError', `__str__ returned non-string (type ${py.typeName(text)})`);
      return text as string;
    }
    if (value.cls.isSubclass(BASE_EXCEPTION) && value instanceof PyException && value.cls.find('__repr__') === undefined)
      return yield* exceptionText(py, value);
  }
  return yield* repr(py, value);
}

/** What stands behind the colon of an exception. */
export function* exceptionText(py: Interpreter, exception: PyException): Routine<string> {
  const { args, attrs } = exception;
  if (exception.cls.isSubclass(py.exceptionClass('OSError')) && attrs!.has('errno') && args.length >= 2) {
    const path = attrs!.get('filename') ?? null;
    return `[Errno ${yield* str(py, args[0]!)}] ${yield* str(py, args[1]!)}${path === null ? '' : `: ${yield* repr(py, path)}`}`;
  }
  if (args.length === 0) return '';
  if (args.length === 1)
    return exception.cls.isSubclass(py.exceptionClass('KeyError')) ? yield* repr(py, args[0]!) : yield* str(py, args[0]!);
  return yield* repr(py, new PyTuple(args));
}
