import { type ByteString, decodeText, encodeText, errnoNumber, fromBytes, SysError, toBytes } from '../../kernel/index.ts';
import type { Routine } from '../coroutine/index.ts';
import { osError } from './exceptions.ts';
import type { Interpreter } from './interpreter.ts';
import { listOf } from './iterate.ts';
import { natives } from './natives.ts';
import { OBJECT, PyBytes, PyClass, PyList, PyObject, type Value } from './values.ts';

/** Bytes that a file on something else than a terminal holds back. */
const BUFFER = 8192;

/** An open file as Python's io module has it: text is UTF-8, and what is written is held back for a while. */
export class OutputFile {
  readonly py: Interpreter;
  readonly fd: number;
  readonly name: string | bigint;
  readonly mode: string;
  /** `line`: written at each newline; `none`: at once; `block`: when there is enough. */
  buffering: 'line' | 'none' | 'block';
  closed = false;
  #out: ByteString = '';
  #in: ByteString = '';
  #ended = false;

  constructor(py: Interpreter, fd: number, name: string | bigint, mode: string, buffering: OutputFile['buffering']) {
    this.py = py;
    this.fd = fd;
    this.name = name;
    this.mode = mode;
    this.buffering = buffering;
  }
  get binary(): boolean {
    return this.mode.includes('b');
  }
  check(): void {
    if (this.closed) throw this.py.error('ValueError', 'I/O operation on closed file.');
  }
  *write(data: ByteString): Routine<void> {
    this.check();
    this.#out += data;
    if (this.buffering === 'none' || (this.buffering === 'line' && data.includes('\n')) || this.#out.length >= BUFFER) yield* this.flush();
  }
  *flush(): Routine<void> {
    const data = this.#out;
    this.#out = '';
    let at = 0;
    while (at < data.length) {
      try {
        yield* this.py.p.write(this.fd, toBytes(data.slice(at, at + 65_536)));
        at += 65_536;
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        if (error.errno !== 'EINTR') throw osError(errnoNumber(error.errno), error.message);
        yield* this.py.signals();
      }
    }
  }
  *#more(): Routine<boolean> {
    if (this.#ended) return false;
    for (;;) {
      try {
        const bytes = yield* this.py.p.read(this.fd);
        if (bytes.length === 0) this.#ended = !this.py.p.isatty(this.fd);
        this.#in += fromBytes(bytes);
        yield* this.py.tick();
        return bytes.length > 0;
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        if (error.errno !== 'EINTR') throw osError(errnoNumber(error.errno), error.message);
        yield* this.py.signals();
      }
    }
  }
  /** At most `size` bytes, all of them when it is undefined. */
  *read(size: number | undefined): Routine<ByteString> {
    this.check();
    while (size === undefined || this.#in.length < size) if (!(yield* this.#more())) break;
    const out = this.#in.slice(0, size ?? this.#in.length);
    this.#in = this.#in.slice(out.length);
    this.py.checkText(out.length);
    return out;
  }
  /** A line with its end; empty at the end of the file. */
  *line(): Routine<ByteString> {
    this.check();
    for (let at = this.#in.indexOf('\n'); ; at = this.#in.indexOf('\n')) {
      if (at >= 0) {
        const line = this.#in.slice(0, at + 1);
        this.#in = this.#in.slice(at + 1);
        return line;
      }
      if (!(yield* this.#more())) {
        const rest = this.#in;
        this.#in = '';
        return rest;
      }
    }
  }
  *close(): Routine<void> {
    if (this.closed) return;
    yield* this.flush();
    this.closed = true;
    if (this.py.p.io.has(this.fd)) this.py.p.io.close(this.fd);
  }
  *seek(offset: number, whence: number): Routine<number> {
    yield* this.flush();
    const file = this.py.p.io.at(this.fd);
    const back = whence === 1 ? this.#in.length : 0;
    this.#in = '';
    this.#ended = false;
    return file.seek?.(offset - back, whence === 0 ? 'set' : whence === 1 ? 'cur' : 'end') ?? 0;
  }
  text(data: ByteString): Value {
    return this.binary ? new PyBytes(data) : decodeText(data);
  }
}

export const TEXT_FILE = new PyClass('TextIOWrapper', [OBJECT], new Map(), '_io');
export const BINARY_FILE = new PyClass('BufferedReader', [TEXT_FILE], new Map(), '_io');
const stateOf = (value: Value | undefined): OutputFile => (value as PyObject).hidden as OutputFile;

/** The Python object of a file. */
export function fileObject(state: OutputFile): PyObject {
  const object = new PyObject(state.binary ? BINARY_FILE : TEXT_FILE);
  object.hidden = state;
  for (const [name, value] of Object.entries({ name: state.name, mode: state.mode, encoding: 'utf-8', errors: 'strict' }))
    object.attrs!.set(name, value);
  return object;
}

function* dataOf(py: Interpreter, state: OutputFile, value: Value | undefined): Routine<ByteString> {
  if (!/[wax+]/.test(state.mode)) throw py.error('OSError', 'not writable');
  if (state.binary) {
    if (value instanceof PyBytes) return value.data;
    throw py.error('TypeError', `a bytes-like object is required, not '${py.typeName(value ?? null)}'`);
  }
  if (typeof value === 'string') return encodeText(value);
  throw py.error('TypeError', `write() argument must be str, not ${py.typeName(value ?? null)}`);
}

natives(TEXT_FILE, {
  *write(py, [self, value]) {
    const data = yield* dataOf(py, stateOf(self), value);
    yield* stateOf(self).write(data);
    return BigInt(typeof value === 'string' ? value.length : data.length);
  },
  *writelines(py, [self, lines]) {
    for (const line of yield* listOf(py, lines!)) yield* stateOf(self).write(yield* dataOf(py, stateOf(self), line));
    return null;
  },
  *read(py, [self, size]) {
    if (!/[r+]/.test(stateOf(self).mode)) throw py.error('OSError', 'not readable');
    return stateOf(self).text(
      yield* stateOf(self).read(size === undefined || size === null || (size as bigint) < 0n ? undefined : Number(size)),
    );
  },
  *readline(_, [self]) {
    return stateOf(self).text(yield* stateOf(self).line());
  },
  *readlines(py, [self]) {
    const out: Value[] = [];
    for (let line = yield* stateOf(self).line(); line !== ''; line = yield* stateOf(self).line()) {
      out.push(stateOf(self).text(line));
      py.grow(out.length);
    }
    return new PyList(out);
  },
  *flush(_, [self]) {
    yield* stateOf(self).flush();
    return null;
  },
  *close(_, [self]) {
    yield* stateOf(self).close();
    return null;
  },
  *seek(_, [self, offset, whence]) {
    return BigInt(yield* stateOf(self).seek(Number(offset), Number(whence ?? 0)));
  },
  fileno: (_, [self]) => BigInt(stateOf(self).fd),
  isatty: (py, [self]) => py.p.isatty(stateOf(self).fd),
  readable: (_, [self]) => /[r+]/.test(stateOf(self).mode),
  writable: (_, [self]) => /[wax+]/.test(stateOf(self).mode),
  reconfigure: (_, [self], kwargs) => {
    if (kwargs.get('line_buffering') === true) stateOf(self).buffering = 'line';
    return null;
  },
  __enter__: (_, [self]) => self!,
  *__exit__(_, [self]) {
    yield* stateOf(self).close();
    return null;
  },
  __iter__: (_, [self]) => self!,
  *__next__(py, [self]) {
    const line = yield* stateOf(self).line();
    if (line === '') throw py.error('StopIteration');
    return stateOf(self).text(line);
  },
  __getattr__: (py, [self, name]) => {
    if (name === 'closed') return stateOf(self).closed;
    if (name === 'buffer') return fileObject(new OutputFile(py, stateOf(self).fd, stateOf(self).name, `${stateOf(self).mode}b`, 'none'));
    throw py.error('AttributeError', `'${py.typeName(self!)}' object has no attribute '${String(name)}'`);
  },
});

/** open(path, mode). Throws OSError. */
export function openFile(py: Interpreter, path: string, mode: string): PyObject {
  if (!/^[rwax][bt+]*$/.test(mode)) throw py.error('ValueError', `invalid mode: '${mode}'`);
  const plus = mode.includes('+');
  const kind = mode[0]!;
  try {
    const flags = {
      read: kind === 'r' || plus,
      write: kind !== 'r' || plus,
      append: kind === 'a',
      create: kind !== 'r',
      truncate: kind === 'w',
      exclusive: kind === 'x',
    };
    const fd = py.p.fs.open(encodeText(path), flags);
    if (py.p.io.at(fd).stat().kind === 'dir') {
      py.p.io.close(fd);
      throw new SysError('EISDIR');
    }
    py.p.io.setCloseOnExec(fd, true);
    return fileObject(new OutputFile(py, fd, path, mode, 'block'));
  } catch (error) {
    if (error instanceof SysError) throw osError(errnoNumber(error.errno), error.message, path);
    throw error;
  }
}

/** Standard streams as Python objects. */
export function standardStream(
  py: Interpreter,
  fd: number,
  name: string,
  mode: string,
  buffering: OutputFile['buffering'],
): { state: OutputFile; object: PyObject } {
  const state = new OutputFile(py, fd, name, mode, buffering);
  const object = fileObject(state);
  object.cls = TEXT_FILE;
  return { state, object };
}
