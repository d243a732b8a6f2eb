import { type Process, TURN } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { httpDate, timestamp } from '../service/index.ts';
import { call } from './functions.ts';
import { Loop } from './loop.ts';
import { type Frame, JsArray, JsNative, JsObject, JsThrow, type Key, type Native, Scope, type Source, type Value } from './values.ts';

const MAX_DEPTH = 900;
const MAX_SIZE = 2_000_000;
const MAX_TEXT = 32 * 1024 * 1024;
const NAMES = [
  'Object',
  'Function',
  'Array',
  'String',
  'Number',
  'Boolean',
  'Symbol',
  'BigInt',
  'Error',
  'Promise',
  'RegExp',
  'Date',
  'Map',
  'Set',
  'Generator',
  'Iterator',
  'Buffer',
] as const;

/** One running program: its global objects, its call stack, its event loop. */
export class Realm {
  readonly p: Process;
  readonly version: string;
  readonly proto: Record<(typeof NAMES)[number], JsObject>;
  readonly global: JsObject;
  readonly scope = new Scope(undefined);
  readonly frames: Frame[] = [];
  readonly loop: Loop;
  readonly errors = new Map<string, JsObject>();
  /** Symbols that programs name. */
  readonly symbols = {
    iterator: Symbol('Symbol.iterator'),
    asyncIterator: Symbol('Symbol.asyncIterator'),
    toPrimitive: Symbol('Symbol.toPrimitive'),
    hasInstance: Symbol('Symbol.hasInstance'),
    toStringTag: Symbol('Symbol.toStringTag'),
  };
  /** Exports of modules by path. */
  readonly modules = new Map<string, JsObject>();

  constructor(p: Process, version: string) {
    this.p = p;
    this.version = version;
    const object = new JsObject(null);
    const proto = Object.fromEntries(NAMES.map((name) => [name, name === 'Object' ? object : new JsObject(object)])) as Record<
      (typeof NAMES)[number],
      JsObject
    >;
    this.proto = proto;
    this.global = new JsObject(object);
    this.loop = new Loop(this);
  }
  get frame(): Frame | undefined {
    return this.frames.at(-1);
  }
  *tick(): Routine<void> {
    if (this.p.tick()) yield TURN;
  }
  enter(frame: Frame): void {
    if (this.frames.length >= MAX_DEPTH) throw this.error('RangeError', 'Maximum call stack size exceeded');
    this.frames.push(frame);
  }
  grow(size: number): void {
    if (size > MAX_SIZE) throw this.error('RangeError', 'Invalid array length');
  }
  checkText(size: number): void {
    if (size > MAX_TEXT) throw this.error('RangeError', 'Invalid string length');
  }
  object(entries: Readonly<Record<string, Value>> = {}): JsObject {
    const made = new JsObject(this.proto.Object);
    for (const [key, value] of Object.entries(entries)) made.put(key, value);
    return made;
  }
  array(items: Value[]): JsArray {
    return new JsArray(this.proto.Array, items);
  }
  native(name: string, run: Native, constructs = false): JsNative {
    return new JsNative(this.proto.Function, name, run, constructs);
  }
  /** Adds functions to an object; they are not enumerable on prototypes. */
  methods(target: JsObject, functions: Readonly<Record<string, Native>>, enumerable = false): void {
    for (const [name, run] of Object.entries(functions)) target.put(name, this.native(name, run), enumerable);
  }
  getter(target: JsObject, key: Key, run: Native): void {
    target.props.set(key, { value: undefined, get: this.native(String(key), run), set: undefined, enumerable: false, writable: true });
  }
  /** An error object of a built-in class. */
  makeError(name: string, message: string): JsObject {
    const made = new JsObject(this.errors.get(name) ?? this.proto.Error);
    made.kind = 'Error';
    made.put('stack', `${name}: ${message}${this.stack()}`, false);
    made.put('message', message, false);
    return made;
  }
  error(name: string, message: string): JsThrow {
    return new JsThrow(this.makeError(name, message));
  }
  notSimulated(what: string): JsThrow {
    return this.error('Error', `strata: ${what} is not simulated`);
  }
  /** Lines of the call stack, innermost first. */
  stack(): string {
    const lines = [...this.frames].reverse().map((frame) => {
      const { line, column } = placeOf(frame.file, frame.at);
      const where = `${frame.file.file}:${line}:${column}`;
      return `\n    at ${frame.name === '' ? where : `${frame.name} (${where})`}`;
    });
    return lines.slice(0, 10).join('') + (lines.length < 10 ? this.tail : '');
  }
  /** process.emit, and whether anyone listens. */
  emitProcess: (name: string, args: readonly Value[]) => Routine<void> = function* () {};
  listensTo: (name: string) => boolean = () => false;
  /** What stands below the program's own frames. */
  tail = '';
  /** A moment (milliseconds) as toISOString gives it. */
  dateText(ms: number): string {
    return `${timestamp(Math.floor(ms / 1000), '-', 'T')}.${String(((ms % 1000) + 1000) % 1000).padStart(3, '0')}Z`;
  }
  /** What `%j` shows: data only, without the program's own functions. */
  jsonText(value: Value): string {
    const plain = (each: Value, depth: number): unknown => {
      if (!(each instanceof JsObject) || depth > 100) return typeof each === 'bigint' || each instanceof JsObject ? undefined : each;
      return each instanceof JsArray
        ? each.items.map((item) => plain(item, depth + 1))
        : Object.fromEntries(
            [...each.props].flatMap(([key, property]) =>
              typeof key === 'string' && property.enumerable ? [[key, plain(property.value, depth + 1)]] : [],
            ),
          );
    };
    return JSON.stringify(plain(value, 0)) ?? 'undefined';
  }
  httpDate(ms: number): string {
    return httpDate(Math.floor(ms / 1000));
  }
  /** `Sat Nov 21 2026 10:00:00 GMT+0000 (Coordinated Universal Time)` */
  longDate(ms: number): string {
    const [, day = '', date = '', month = '', year = '', time = ''] =
      /^(\w+), (\d+) (\w+) (\d+) (\S+)/.exec(httpDate(Math.floor(ms / 1000))) ?? [];
    return `${day} ${month} ${date} ${year} ${time} GMT+0000 (Coordinated Universal Time)`;
  }
  call(func: Value, self: Value, args: readonly Value[]): Routine<Value> {
    return call(this, func, self, args);
  }
}

/** Line and column, both from 1, of an offset. */
export function placeOf(source: Source, at: number): { line: number; column: number } {
  const before = source.text.slice(0, at);
  const line = before.split('\n').length;
  return { line, column: at - before.lastIndexOf('\n') };
}
