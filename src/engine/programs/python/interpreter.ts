import { type Process, SIGNALS, type Signal, TURN } from '../../kernel/index.ts';
import { invoke, type Routine } from '../coroutine/index.ts';
import type { Span } from './ast.ts';
import { getAttribute } from './attributes.ts';
import { call } from './call.ts';
import { EXCEPTIONS, type ExceptionName, type PyException, pyError } from './exceptions.ts';
import type { OutputFile } from './files.ts';
import {
  classOf,
  type PyClass,
  PyError,
  type PyFunction,
  PyModule,
  type PyObject,
  type Scope,
  type TraceEntry,
  type Value,
} from './values.ts';

/** A piece of a program that is being run. */
export interface Frame {
  readonly file: string;
  readonly name: string;
  readonly scope: Scope;
  readonly module: PyModule;
  readonly func: PyFunction | undefined;
  /** What is being evaluated, for tracebacks. */
  at: Span | undefined;
  /** The exception that the innermost `except` handles. */
  handling: PyException | undefined;
}

const MAX_DEPTH = 1000;
/** Most entries of one collection. */
const MAX_SIZE = 2_000_000;
/** Most characters of one text. */
export const MAX_TEXT = 32 * 1024 * 1024;

/** One running Python: its process, its modules, and where it is. */
export class Interpreter {
  readonly p: Process;
  readonly version: readonly [number, number, number];
  readonly modules = new Map<string, PyModule>();
  readonly builtins = new PyModule('builtins');
  readonly frames: Frame[] = [];
  /** Objects whose repr is under way. */
  readonly showing = new Set<PyObject>();
  /** What handles a signal: a Python function, or nothing for the default. */
  readonly handlers = new Map<Signal, Value>();
  /** Functions to call at the end, last first. */
  readonly atExit: Value[] = [];
  /** Sources by file name, for tracebacks. */
  readonly sources = new Map<string, string>();
  stdout!: OutputFile;
  stderr!: OutputFile;
  path: string[] = [];
  argv: string[] = [];
  /** `sys.prefix`: where site-packages are. */
  readonly prefix: string;
  readonly #ids = new WeakMap<object, number>();
  #lastId = 0;

  constructor(p: Process, version: readonly [number, number, number], prefix: string) {
    this.p = p;
    this.version = version;
    this.prefix = prefix;
    p.setDisposition(SIGNALS.INT, 'catch');
    p.setDisposition(SIGNALS.PIPE, 'ignore');
  }
  atLeast(minor: number): boolean {
    return this.version[1] >= minor;
  }
  get frame(): Frame {
    return this.frames.at(-1)!;
  }

  /** A unit of work: others get their turn, and caught signals reach their handlers. */
  *tick(): Routine<void> {
    if (this.p.caught.length > 0) yield* this.signals();
    if (this.p.tick()) yield TURN;
  }
  /** Runs the handlers of signals that have come; an interrupt without one is a KeyboardInterrupt. */
  *signals(): Routine<void> {
    for (let signal = this.p.caught.shift(); signal !== undefined; signal = this.p.caught.shift()) {
      const handler = this.handlers.get(signal);
      if (handler !== undefined && handler !== null) yield* this.call(handler, [BigInt(signal), null]);
      else if (signal === SIGNALS.INT) throw this.error('KeyboardInterrupt');
    }
  }
  /** Throws MemoryError when a collection may not grow further. */
  grow(size: number): void {
    if (size > MAX_SIZE) throw this.error('MemoryError');
  }
  checkText(size: number): void {
    if (size > MAX_TEXT) throw this.error('MemoryError');
  }

  call(func: Value, args: readonly Value[], kwargs: ReadonlyMap<string, Value> = new Map()): Routine<Value> {
    return call(this, func, args, kwargs);
  }
  *callMethod(self: Value, name: string, args: readonly Value[]): Routine<Value> {
    return yield* this.call(yield* getAttribute(this, self, name), args);
  }
  /** Runs a body in a frame of its own, noting it in the traceback of what leaves it. */
  *within<T>(frame: Frame, body: Routine<T>): Routine<T> {
    if (this.frames.length >= MAX_DEPTH) throw this.error('RecursionError', 'maximum recursion depth exceeded');
    this.frames.push(frame);
    try {
      return yield* invoke(body);
    } catch (error) {
      if (error instanceof PyError) this.note(error.exception as PyException, frame);
      throw error;
    } finally {
      this.frames.pop();
    }
  }
  /** Adds the place where a frame is to an exception's traceback, once for each time it passes. */
  note(exception: PyException, frame: Frame): void {
    const entry: TraceEntry & { frame?: Frame } = {
      file: frame.file,
      line: frame.at?.line ?? 0,
      name: frame.name,
      span: frame.at,
      anchor: undefined,
    };
    const last = exception.trace.at(0) as (TraceEntry & { frame?: Frame }) | undefined;
    if (last?.frame === frame && last.line === entry.line) return;
    entry.frame = frame;
    if (exception.trace.length < 2000) exception.trace.unshift(entry);
  }

  error(name: ExceptionName, ...args: Value[]): PyError {
    return pyError(name, ...args);
  }
  exceptionClass(name: ExceptionName): PyClass {
    return EXCEPTIONS.get(name)!;
  }
  typeName(value: Value): string {
    return classOf(value).name;
  }
  idOf(value: object): number {
    let id = this.#ids.get(value);
    if (id === undefined) this.#ids.set(value, (id = ++this.#lastId));
    return id;
  }
}
