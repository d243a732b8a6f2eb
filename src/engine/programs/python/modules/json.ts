import { decodeText, encodeText } from '../../../kernel/index.ts';
import type { Routine } from '../../coroutine/index.ts';
import { classFrom } from '../classes.ts';
import { EXCEPTIONS, PyException } from '../exceptions.ts';
import { dictSet } from '../hash.ts';
import type { Interpreter } from '../interpreter.ts';
import { sorted } from '../methods-collections.ts';
import { nativeModule } from '../natives.ts';
import { floatText } from '../text.ts';
import { PyBytes, PyDict, PyError, PyList, type PyModule, PyTuple, type Value } from '../values.ts';

const MAX_DEPTH = 200;

interface Style {
  readonly indent: string | undefined;
  readonly item: string;
  readonly key: string;
  readonly ascii: boolean;
  readonly sort: boolean;
  readonly otherwise: Value | undefined;
}

const escaped = (text: string, ascii: boolean): string => {
  const body = JSON.stringify(text);
  return ascii ? body.replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`) : body;
};

/** The text of a value. Throws TypeError for what JSON cannot say. */
function* dump(py: Interpreter, value: Value, style: Style, level: number): Routine<string> {
  if (level > MAX_DEPTH) throw py.error('ValueError', 'Circular reference detected');
  yield* py.tick();
  if (value === null) return 'null';
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number')
    return Number.isNaN(value) ? 'NaN' : Number.isFinite(value) ? floatText(value) : value > 0 ? 'Infinity' : '-Infinity';
  if (typeof value === 'string') return escaped(value, style.ascii);
  const [open, gap, close] =
    style.indent === undefined
      ? ['', style.item, '']
      : [
          `\n${style.indent.repeat(level + 1)}`,
          `${style.item.trimEnd()}\n${style.indent.repeat(level + 1)}`,
          `\n${style.indent.repeat(level)}`,
        ];
  if (value instanceof PyList || value instanceof PyTuple) {
    const parts: string[] = [];
    for (const item of value.items) parts.push(yield* dump(py, item, style, level + 1));
    return parts.length === 0 ? '[]' : `[${open}${parts.join(gap)}${close}]`;
  }
  if (value instanceof PyDict) {
    const keys = style.sort
      ? yield* sorted(
          py,
          [...value.entries.values()].map(([key]) => key),
          undefined,
          false,
        )
      : undefined;
    const entries = [...value.entries.values()];
    if (keys !== undefined) entries.sort(([a], [b]) => keys.indexOf(a) - keys.indexOf(b));
    const parts: string[] = [];
    for (const [key, each] of entries) {
      if (key !== null && typeof key === 'object')
        throw py.error('TypeError', `keys must be str, int, float, bool or None, not ${py.typeName(key)}`);
      const name = typeof key === 'string' ? key : yield* dump(py, key, style, level);
      parts.push(`${escaped(name, style.ascii)}${style.key}${yield* dump(py, each, style, level + 1)}`);
    }
    return parts.length === 0 ? '{}' : `{${open}${parts.join(gap)}${close}}`;
  }
  if (style.otherwise !== undefined && style.otherwise !== null)
    return yield* dump(py, yield* py.call(style.otherwise, [value]), style, level + 1);
  throw py.error('TypeError', `Object of type ${py.typeName(value)} is not JSON serializable`);
}

function styleOf(kwargs: ReadonlyMap<string, Value>): Style {
  const indent = kwargs.get('indent') ?? null;
  const given = kwargs.get('separators');
  const [item, key] = given instanceof PyTuple ? given.items.map(String) : [', ', ': '];
  return {
    indent: indent === null ? undefined : typeof indent === 'string' ? indent : ' '.repeat(Math.min(100, Number(indent))),
    item: item!,
    key: key!,
    ascii: kwargs.get('ensure_ascii') !== false,
    sort: kwargs.get('sort_keys') === true,
    otherwise: kwargs.get('default'),
  };
}

/** Reads JSON. `fail` throws with a place. */
class Reader {
  readonly #py: Interpreter;
  readonly #text: string;
  readonly #fail: (message: string, at: number) => never;
  #at = 0;
  constructor(py: Interpreter, text: string, fail: (message: string, at: number) => never) {
    this.#py = py;
    this.#text = text;
    this.#fail = fail;
  }
  *whole(): Routine<Value> {
    this.#blank();
    const value = yield* this.#value(0);
    this.#blank();
    if (this.#at < this.#text.length) this.#fail('Extra data', this.#at);
    return value;
  }
  #blank(): void {
    while (/[ \t\n\r]/.test(this.#text[this.#at] ?? '')) this.#at++;
  }
  *#value(depth: number): Routine<Value> {
    if (depth > MAX_DEPTH) throw this.#py.error('RecursionError', 'maximum recursion depth exceeded');
    yield* this.#py.tick();
    const c = this.#text[this.#at];
    if (c === '"') return this.#string();
    if (c === '{') return yield* this.#object(depth);
    if (c === '[') return yield* this.#array(depth);
    for (const [word, value] of [
      ['true', true],
      ['false', false],
      ['null', null],
      ['NaN', Number.NaN],
      ['Infinity', Number.POSITIVE_INFINITY],
      ['-Infinity', Number.NEGATIVE_INFINITY],
    ] as const)
      if (this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    const number = /^-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/.exec(this.#text.slice(this.#at, this.#at + 5000));
    if (number === null) return this.#fail('Expecting value', this.#at);
    this.#at += number[0].length;
    return number[1] === undefined && number[2] === undefined ? BigInt(number[0]) : Number(number[0]);
  }
  #string(): string {
    const from = this.#at;
    const end = /^"(?:[^"\\\n\r]|\\[\s\S])*"/.exec(this.#text.slice(from))?.[0];
    if (end === undefined) return this.#fail('Unterminated string starting at', from);
    this.#at += end.length;
    try {
      return JSON.parse(end.replace(/\t/g, '\\t')) as string;
    } catch {
      return this.#fail('Invalid \\escape', from);
    }
  }
  *#array(depth: number): Routine<Value> {
    const items: Value[] = [];
    this.#at++;
    this.#blank();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return new PyList(items);
    }
    for (;;) {
      this.#blank();
      items.push(yield* this.#value(depth + 1));
      this.#blank();
      const c = this.#text[this.#at++];
      if (c === ']') return new PyList(items);
      if (c !== ',') this.#fail("Expecting ',' delimiter", this.#at - 1);
    }
  }
  *#object(depth: number): Routine<Value> {
    const dict = new PyDict();
    this.#at++;
    this.#blank();
    if (this.#text[this.#at] === '}') {
      this.#at++;
      return dict;
    }
    for (;;) {
      this.#blank();
      if (this.#text[this.#at] !== '"') this.#fail('Expecting property name enclosed in double quotes', this.#at);
      const key = this.#string();
      this.#blank();
      if (this.#text[this.#at] !== ':') this.#fail("Expecting ':' delimiter", this.#at);
      this.#at++;
      this.#blank();
      yield* dictSet(this.#py, dict, key, yield* this.#value(depth + 1));
      this.#blank();
      const c = this.#text[this.#at++];
      if (c === '}') return dict;
      if (c !== ',') this.#fail("Expecting ',' delimiter", this.#at - 1);
    }
  }
}

export function jsonModule(py: Interpreter): PyModule {
  const error = classFrom('JSONDecodeError', [EXCEPTIONS.get('ValueError')!], new Map(), 'json.decoder');
  const loads = function* (text: string): Routine<Value> {
    return yield* new Reader(py, text, (message, at) => {
      const before = text.slice(0, at).split('\n');
      const made = new PyException(error);
      made.args = [`${message}: line ${before.length} column ${before.at(-1)!.length + 1} (char ${at})`];
      throw new PyError(made);
    }).whole();
  };
  return nativeModule(
    'json',
    {
      dumps: (_, [value], kwargs) => dump(py, value!, styleOf(kwargs), 0),
      *dump(_, [value, file], kwargs) {
        yield* py.callMethod(file!, 'write', [yield* dump(py, value!, styleOf(kwargs), 0)]);
        return null;
      },
      *loads(_, [text]) {
        if (typeof text !== 'string' && !(text instanceof PyBytes))
          throw py.error('TypeError', `the JSON object must be str, bytes or bytearray, not ${py.typeName(text ?? null)}`);
        return yield* loads(typeof text === 'string' ? text : decodeText(text.data));
      },
      *load(_, [file]) {
        const text = yield* py.callMethod(file!, 'read', []);
        return yield* loads(text instanceof PyBytes ? decodeText(text.data) : String(text));
      },
      _bytes: (_, [text]) => new PyBytes(encodeText(String(text))),
    },
    { JSONDecodeError: error },
  );
}
