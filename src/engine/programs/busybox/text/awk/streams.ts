import { fromBytes, type Program, type Step, SysError, TURN } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { HashTable } from './hash.ts';

/** The largest record. */
const MAX_RECORD = 64 * 1024 * 1024;

/** Something open by name: a file, a command's output or input, or one of the standard streams. */
export interface Stream {
  /** Undefined when it could not be opened. */
  readonly fd: number | undefined;
  /** The process of a command. */
  readonly pid: number | undefined;
  readonly mode: 'read' | 'write';
  /** Standard output has its own buffer. */
  readonly standard: 'out' | 'error' | undefined;
  held: string[];
  size: number;
  reader: RecordReader | undefined;
}

/** How input is cut into records. */
export type RecordSplitter = (text: string, ended: boolean) => { end: number; next: number } | undefined;

/** Cuts a descriptor's bytes into records. */
export class RecordReader {
  readonly #a: Call;
  readonly #fd: number;
  #text = '';
  #ended = false;

  constructor(a: Call, fd: number) {
    this.#a = a;
    this.#fd = fd;
  }

  /** The next record and what separated it from the one after; undefined at the end. Throws SysError. */
  *next(split: RecordSplitter, skipNewlines: boolean): Step<{ text: string; separator: string } | undefined> {
    for (;;) {
      if (skipNewlines && this.#text.startsWith('\n')) this.#text = this.#text.replace(/^\n+/, '');
      if (this.#text !== '' || this.#ended) {
        const found = this.#text === '' ? undefined : split(this.#text, this.#ended);
        if (found !== undefined) {
          const record = { text: this.#text.slice(0, found.end), separator: this.#text.slice(found.end, found.next) };
          this.#text = this.#text.slice(found.next);
          return record;
        }
        if (this.#ended) {
          const text = this.#text;
          this.#text = '';
          return text === '' ? undefined : { text, separator: '' };
        }
      }
      if (this.#text.length > MAX_RECORD) throw new SysError('ENOMEM');
      if (this.#a.p.tick()) yield TURN;
      const bytes = yield* this.#a.p.read(this.#fd, 4096);
      if (bytes.length === 0) this.#ended = true;
      this.#text += fromBytes(bytes);
    }
  }
}

/** All that awk has open besides its main input, by name. */
export class Streams {
  readonly #a: Call;
  readonly #open = new HashTable<Stream>();

  constructor(a: Call) {
    this.#a = a;
    const standard = (fd: number, mode: 'read' | 'write', which: Stream['standard']): Stream => ({
      fd,
      pid: undefined,
      mode,
      standard: which,
      held: [],
      size: 0,
      reader: undefined,
    });
    this.#open.set('/dev/stdin', standard(0, 'read', undefined));
    this.#open.set('/dev/stdout', standard(1, 'write', 'out'));
    this.#open.set('/dev/stderr', standard(2, 'write', 'error'));
  }

  /** The stream that print writes to; throws SysError when it cannot be opened. */
  *output(name: string, how: '>' | '>>' | '|'): Step<Stream> {
    const open = this.#open.get(name);
    if (open !== undefined) return open;
    if (how === '|') return this.#keep(name, yield* this.#command(name, 'write'));
    const fd = this.#a.p.fs.open(name, { write: true, create: true, append: how === '>>', truncate: how === '>' });
    return this.#keep(name, this.#made(fd, undefined, 'write'));
  }

  /** The reader behind getline; undefined when the file cannot be read. */
  *input(name: string, isCommand: boolean): Step<RecordReader | undefined> {
    let stream = this.#open.get(name);
    if (stream === undefined) {
      if (isCommand) stream = this.#keep(name, yield* this.#command(name, 'read'));
      else {
        try {
          stream = this.#keep(name, this.#made(this.#a.p.fs.open(name, { read: true }), undefined, 'read'));
        } catch (error) {
          if (!(error instanceof SysError)) throw error;
          return undefined;
        }
      }
    }
    if (stream.fd === undefined) return undefined;
    return (stream.reader ??= new RecordReader(this.#a, stream.fd));
  }

  *write(stream: Stream | undefined, text: string): Step<void> {
    if (stream === undefined || stream.standard === 'out') return yield* this.#a.print(text);
    if (stream.standard === 'error') {
      yield* this.#a.flush();
      return yield* this.#a.p.write(2, text);
    }
    stream.held.push(text);
    stream.size += text.length;
    if (stream.size >= 4096) yield* this.flush(stream);
  }

  *flush(stream: Stream): Step<void> {
    if (stream.standard === 'out') return yield* this.#a.flush();
    if (stream.size === 0 || stream.fd === undefined) return;
    const text = stream.held.join('');
    stream.held = [];
    stream.size = 0;
    yield* this.#a.p.write(stream.fd, text);
  }
  find(name: string): Stream | undefined {
    return this.#open.get(name);
  }
  *flushAll(): Step<void> {
    yield* this.#a.flush();
    for (const name of this.#open.names()) yield* this.flush(this.#open.get(name)!);
  }

  /** close(): 0, or a command's wait status. */
  *close(name: string): Step<number> {
    const stream = this.#open.get(name);
    if (stream === undefined) return 0;
    this.#open.delete(name);
    return yield* this.#shut(stream);
  }
  /** Ends everything: commands first, which are waited for. */
  *closeAll(): Step<void> {
    yield* this.#a.flush();
    for (const commands of [true, false]) {
      for (const name of this.#open.names()) {
        const stream = this.#open.get(name)!;
        if ((stream.pid !== undefined) !== commands) continue;
        this.#open.delete(name);
        yield* this.#shut(stream);
      }
    }
  }

  /** system(): runs a command and waits; its exit code, 0 when a signal ended it. */
  *system(command: string): Step<number> {
    yield* this.flushAll();
    const { p } = this.#a;
    const child = p.fork(shell(command));
    const ended = yield* p.waitpid(child.pid);
    return ended?.status.kind === 'exited' ? ended.status.code : 0;
  }

  *#shut(stream: Stream): Step<number> {
    const { p } = this.#a;
    yield* this.flush(stream);
    if (stream.standard !== undefined || stream.fd === undefined) return 0;
    if (stream.fd > 2) p.io.close(stream.fd);
    if (stream.pid === undefined) return 0;
    const ended = yield* p.waitpid(stream.pid);
    if (ended === undefined) return 0;
    return ended.status.kind === 'exited' ? ended.status.code * 256 : ended.status.signal;
  }

  #keep(name: string, stream: Stream): Stream {
    this.#open.set(name, stream);
    return stream;
  }
  #made(fd: number, pid: number | undefined, mode: 'read' | 'write'): Stream {
    this.#a.p.io.setCloseOnExec(fd, true);
    return { fd, pid, mode, standard: undefined, held: [], size: 0, reader: undefined };
  }

  *#command(command: string, mode: 'read' | 'write'): Step<Stream> {
    yield* this.flushAll();
    const { p } = this.#a;
    const [read, write] = p.io.pipe();
    const [ours, theirs] = mode === 'read' ? [read, write] : [write, read];
    const run = shell(command);
    const child = p.fork(function* (c) {
      c.io.dup2(theirs, mode === 'read' ? 1 : 0);
      c.io.close(read);
      c.io.close(write);
      return yield* run(c);
    });
    p.io.close(theirs);
    return this.#made(ours, child.pid, mode);
  }
}

/** A process that becomes `sh -c command`. */
function shell(command: string): Program {
  return function* (p) {
    try {
      yield* p.execve('/bin/sh', ['sh', '-c', command], p.env);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
    }
    return 127;
  };
}
