import { type ByteString, type ExitStatus, type Process, type Run, type Step, SysError } from '../../../../kernel/index.ts';
import type { Call } from '../../applet.ts';
import { spawn } from '../../execute.ts';
import { unsigned } from '../../numbers.ts';
import { Items } from './words.ts';

const MAX_BYTES = 32 * 1024 - 2048;
const MAX_JOBS = 64;

/** xargs [-0rtpx] [-a FILE] [-E STR] [-I STR] [-n N] [-s N] [-P N] [PROG ARGS]. */
export function* xargs(a: Call): Run {
  const o = a.options('+trn:s:E:e::I:i::0a:P:px', { long: { 'no-run-if-empty': { as: 'r' } } });
  const count = (key: string, low: number, high: number): number | undefined => {
    const text = o.value(key);
    if (text === undefined) return undefined;
    const number = unsigned(text) ?? a.die(`invalid number '${text}'`);
    return number < low || number > high ? a.die(`number ${text} is not in ${low}..${high} range`) : number;
  };
  const command = o.rest.length === 0 ? ['echo'] : o.rest;
  const replace = o.has('I') ? o.value('I') : o.has('i') ? o.value('i') || '{}' : undefined;
  const maxItems = count('n', 1, 2 ** 31 - 1);
  const maxBytes = Math.min(count('s', 1, 2 ** 31 - 1) ?? MAX_BYTES, 128 * 1024);
  const jobs = Math.min(count('P', 0, 2 ** 31 - 1) ?? 1, MAX_JOBS) || MAX_JOBS;
  let fd = 0;
  const file = o.value('a');
  if (file !== undefined) {
    try {
      fd = a.p.fs.open(file, { read: true });
    } catch (error) {
      a.dieOf(`can't open '${file}'`, error);
    }
  }
  const end = o.has('E') ? o.value('E') : o.has('e') ? o.value('e') || undefined : undefined;
  const items = new Items(a, fd, o.has('0') ? 'nul' : replace === undefined ? 'quoted' : 'lines', end);
  const pool = new Jobs(a, jobs, fd === 0, { trace: o.has('t'), ask: o.has('p') });
  const base = command.reduce((sum, word) => sum + word.length + 1, 0);
  let held: ByteString | undefined = yield* items.next();
  let ran = false;
  for (;;) {
    const batch: ByteString[] = [];
    let bytes = base;
    while (held !== undefined && batch.length < (replace !== undefined ? 1 : (maxItems ?? Number.POSITIVE_INFINITY))) {
      if (bytes + held.length + 1 > maxBytes) {
        if (batch.length === 0) a.die('argument line too long');
        if (o.has('x') && maxItems !== undefined && batch.length < maxItems) a.die('argument list too long');
        break;
      }
      bytes += held.length + 1;
      batch.push(held);
      held = yield* items.next();
    }
    if (batch.length === 0 && (ran || o.has('r') || replace !== undefined)) break;
    const argv = replace === undefined ? [...command, ...batch] : command.map((word) => word.replaceAll(replace, () => batch[0]!));
    ran = true;
    const stop = yield* pool.start(argv);
    if (stop !== undefined) return stop;
    if (held === undefined) break;
  }
  return (yield* pool.finish()) ?? pool.status;
}

/** The running commands, and what their ends make of xargs's own status: 123 for failures, 124–127 at once. */
class Jobs {
  status = 0;
  readonly #a: Call;
  readonly #most: number;
  readonly #hideInput: boolean;
  readonly #show: { readonly trace: boolean; readonly ask: boolean };
  readonly #failures = new Map<number, { name: ByteString; error: SysError }>();
  readonly #names = new Map<number, ByteString>();

  constructor(a: Call, most: number, hideInput: boolean, show: { trace: boolean; ask: boolean }) {
    this.#a = a;
    this.#most = most;
    this.#hideInput = hideInput;
    this.#show = show;
  }

  /** Starts a command, waiting for another when as many as allowed run; the status to end with, if any. */
  *start(argv: readonly ByteString[]): Step<number | undefined> {
    const a = this.#a;
    if (this.#show.trace || this.#show.ask) {
      yield* a.warn(argv.join(' '));
      if (this.#show.ask && !(yield* this.#asked())) return undefined;
      if (!this.#show.ask) yield* a.warn('\n');
    }
    yield* a.flush();
    const failures = this.#failures;
    const child = spawn(a.p, argv, function* (process, error) {
      failures.set(process.pid, { name: argv[0]!, error });
      return error.errno === 'ENOENT' ? 127 : 126;
    });
    if (this.#hideInput) this.#closeInput(child);
    this.#names.set(child.pid, argv[0]!);
    while (this.#names.size >= this.#most) {
      const stop = yield* this.#wait();
      if (stop !== undefined) return stop;
    }
    return undefined;
  }

  *finish(): Step<number | undefined> {
    while (this.#names.size > 0) {
      const stop = yield* this.#wait();
      if (stop !== undefined) return stop;
    }
    return undefined;
  }

  #closeInput(child: Process): void {
    const fd = this.#a.p.fs.open('/dev/null', { read: true });
    child.io.installAt(0, this.#a.p.io.at(fd));
    this.#a.p.io.close(fd);
  }

  *#asked(): Step<boolean> {
    let fd: number;
    try {
      fd = this.#a.p.fs.open('/dev/tty', { read: true });
    } catch (error) {
      this.#a.dieOf("can't open '/dev/tty'", error);
    }
    yield* this.#a.warn(' ?...');
    const answer = yield* this.#a.p.read(fd);
    this.#a.p.io.close(fd);
    return answer[0] === 0x79 || answer[0] === 0x59;
  }

  *#wait(): Step<number | undefined> {
    let done: { pid: number; status: ExitStatus } | undefined;
    try {
      done = yield* this.#a.p.waitpid(-1);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      if (error.errno === 'ECHILD') this.#names.clear();
      return undefined;
    }
    if (done === undefined) return undefined;
    const name = this.#names.get(done.pid);
    if (name === undefined) return undefined;
    this.#names.delete(done.pid);
    const failure = this.#failures.get(done.pid);
    if (failure !== undefined) {
      yield* this.#a.complain(`${failure.name}: ${failure.error.message}`);
      return failure.error.errno === 'ENOENT' ? 127 : 126;
    }
    if (done.status.kind === 'signaled') {
      yield* this.#a.complain(`'${name}' terminated by signal ${done.status.signal}`);
      return 125;
    }
    if (done.status.code === 255) {
      yield* this.#a.complain(`${name}: exited with status 255; aborting`);
      return 124;
    }
    if (done.status.code !== 0) this.status = 123;
    return undefined;
  }
}
