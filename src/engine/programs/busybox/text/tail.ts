import { fromBytes, type Step, SysError, TURN } from '../../../kernel/index.ts';
import type { Applet, Call } from '../applet.ts';
import { Input } from './input.ts';
import { BKM, numberArgument } from './number-argument.ts';
import { optionsFrom } from './options-from.ts';

/** How much of the end of an input is kept at most. */
const MAX_HELD = 64 * 1024 * 1024;

interface Tailed {
  readonly file: string;
  input: Input | undefined;
  /** What the file at this name was when it was opened, for -F. */
  identity: unknown;
}

/** tail: the last lines (-n) or bytes (-c) of files, or from a place on (+N); -f goes on with what is added. */
export const tail: Applet = function* (a) {
  const args = [...a.args];
  const old = args[0] === undefined ? null : /^([-+])([0-9].*)$/.exec(args[0]);
  if (old !== null) args.splice(0, 1, '-n', old[1] === '+' ? args[0]! : old[2]!);
  const options = optionsFrom(a, args, 'fc:n:qs:vF');
  const kind = options.last('n', 'c') ?? 'n';
  const text = options.value(kind) ?? '10';
  const fromStart = text.startsWith('+');
  const count = Math.abs(
    numberArgument(a, fromStart || text.startsWith('-') ? text.slice(1) : text, { max: Number.MAX_SAFE_INTEGER, suffixes: BKM }),
  );
  const retry = options.has('F');
  const follow = retry || options.has('f');
  const period = options.has('s') ? numberArgument(a, options.value('s')!) : 1;
  const files = options.rest.length === 0 ? ['-'] : options.rest;
  const quietness = options.last('q', 'v');
  let status = 0;
  let before = '';
  const tailed: Tailed[] = [];
  for (const file of files) {
    const opened: Tailed = { file, input: undefined, identity: undefined };
    try {
      opened.input = open(a, opened);
      tailed.push(opened);
    } catch (error) {
      if (!(error instanceof SysError)) throw error;
      yield* a.complain(`can't open '${file}': ${error.message}`);
      status = 1;
      if (retry) tailed.push(opened);
    }
  }
  if (tailed.length === 0) a.die('no files');
  const headers = quietness === 'v' || (quietness === undefined && tailed.length > 1);
  let current: Tailed | undefined;
  for (const one of tailed) {
    if (one.input === undefined) continue;
    if (headers) {
      yield* a.print(`${before}==> ${one.file === '-' ? 'standard input' : one.file} <==\n`);
      before = '\n';
    }
    current = one;
    if (fromStart) yield* skipTo(a, one.input, count, kind === 'c');
    else yield* end(a, one.input, count, kind === 'c');
    if (one.input.error !== undefined) {
      yield* a.complain(`read error: ${one.input.error.message}`);
      status = 1;
    }
  }
  if (!follow) return status;
  for (;;) {
    yield* a.flush();
    yield* a.p.sleep(period);
    for (const one of tailed) {
      if (retry && one.file !== '-') yield* reopen(a, one);
      if (one.input === undefined) continue;
      for (;;) {
        const file = a.p.io.at(one.input.fd);
        if (!file.canRead()) break;
        const bytes = file.read(65_536);
        if (bytes === undefined || bytes.length === 0) break;
        if (headers && current !== one) yield* a.print(`\n==> ${one.file} <==\n`);
        current = one;
        yield* a.print(fromBytes(bytes));
        if (a.p.tick()) yield TURN;
      }
    }
  }
};

function open(a: Call, one: Tailed): Input {
  if (one.file === '-') return new Input(a, 0, '-');
  const input = new Input(a, a.p.fs.open(one.file, { read: true }), one.file);
  one.identity = a.p.io.at(input.fd).stat().ino;
  return input;
}

/** -F: a file that was replaced, removed or has come is looked at anew. */
function* reopen(a: Call, one: Tailed): Step<void> {
  let now: unknown;
  try {
    now = a.p.fs.stat(one.file).ino;
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
    if (one.input === undefined) return;
    yield* a.complain(`${one.file} has become inaccessible`);
    one.input.close();
    one.input = undefined;
    return;
  }
  if (one.input !== undefined && now === one.identity) return;
  const had = one.input !== undefined;
  one.input?.close();
  one.input = open(a, one);
  yield* a.complain(
    had ? `${one.file} has been replaced; following end of new file` : `${one.file} has appeared; following end of new file`,
  );
}

function* skipTo(a: Call, input: Input, from: number, inBytes: boolean): Step<void> {
  for (let skip = from - 1; skip > 0; ) {
    if (inBytes) {
      const part = yield* input.some();
      if (part === undefined) return;
      if (part.length > skip) input.unread(part.length - skip);
      skip -= part.length;
    } else {
      if ((yield* input.line()) === undefined) return;
      skip--;
      if (a.p.tick()) yield TURN;
    }
  }
  for (;;) {
    const part = yield* input.some();
    if (part === undefined) return;
    yield* a.print(part);
  }
}

function* end(a: Call, input: Input, count: number, inBytes: boolean): Step<void> {
  if (inBytes) {
    const parts: string[] = [];
    let size = 0;
    for (;;) {
      const part = yield* input.some();
      if (part === undefined) break;
      parts.push(part);
      size += part.length;
      while (size - parts[0]!.length >= count && parts.length > 1) size -= parts.shift()!.length;
      if (size > MAX_HELD) throw new SysError('ENOMEM');
    }
    const text = parts.join('');
    yield* a.print(text.slice(Math.max(0, text.length - count)));
    return;
  }
  const held: string[] = [];
  let size = 0;
  let first = 0;
  for (;;) {
    const line = yield* input.line();
    if (line === undefined) break;
    held.push(line);
    size += line.length;
    if (held.length - first > count) {
      size -= held[first]!.length;
      held[first++] = '';
      if (first > 10_000) {
        held.splice(0, first);
        first = 0;
      }
    }
    if (size > MAX_HELD) throw new SysError('ENOMEM');
    if (a.p.tick()) yield TURN;
  }
  for (const line of held) {
    yield* a.print(line);
    if (a.p.tick()) yield TURN;
  }
}
