import { type Run, TURN } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** true: status 0 whatever the arguments. */
export function* yes_(): Run {
  return 0;
}
/** false: status 1 whatever the arguments. */
export function* no(): Run {
  return 1;
}

const YES_BYTES = 4096;

/** yes [STRING]: repeats a line until nobody reads it. */
export function* yes(a: Call): Run {
  const words = a.args[0] === '--' ? a.args.slice(1) : a.args;
  const line = `${words.length === 0 ? 'y' : words.join(' ')}\n`;
  const many = line.repeat(Math.max(1, Math.floor(YES_BYTES / line.length)));
  for (;;) {
    yield* a.p.write(1, many);
    yield TURN;
  }
}

/** clear. */
export function* clear(a: Call): Run {
  yield* a.print('\x1b[H\x1b[J');
  return 0;
}
/** reset: does nothing unless its output is a terminal. */
export function* reset(a: Call): Run {
  if (a.p.isatty(1)) yield* a.print('\x1bc\x1b(B\x1b[m\x1b[J\x1b[?25h');
  return 0;
}
/** nologin. */
export function* nologin(a: Call): Run {
  yield* a.line('This account is not available');
  yield* a.flush();
  yield* a.p.sleep(5);
  return 1;
}
/** tty [-s]. */
export function* tty(a: Call): Run {
  const o = a.options('s');
  if (o.rest.length > 0) yield* a.complain('ignoring all arguments');
  const there = a.p.isatty(0);
  if (!o.has('s')) yield* a.line(there ? '/dev/pts/0' : 'not a tty');
  return there ? 0 : 1;
}
/** nproc: the processors of /proc/cpuinfo. */
export function* nproc(a: Call): Run {
  const o = a.options('', { long: { all: { as: 'all' }, ignore: { as: 'ignore', arg: 'required' } } });
  const text = yield* a.readInput('/proc/cpuinfo');
  const count = new TextDecoder().decode(text).match(/^processor/gm)?.length ?? 1;
  yield* a.line(String(Math.max(1, count - Number(o.value('ignore') ?? 0))));
  return 0;
}
/** arch. */
export function* arch(a: Call): Run {
  a.options('', { max: 0 });
  yield* a.line('x86_64');
  return 0;
}
/** hostid: no machine here has one. */
export function* hostid(a: Call): Run {
  a.options('', { max: 0 });
  yield* a.line('00000000');
  return 0;
}
/** sync: what is written is there at once, so only the names are checked. */
export function* sync(a: Call): Run {
  const o = a.options('df');
  let status = 0;
  for (const path of o.rest) {
    try {
      a.p.fs.stat(path);
    } catch (error) {
      yield* a.complainOf(`can't open '${path}'`, error);
      status = 1;
    }
  }
  return status;
}
/** logger: there is no system log; with -s the message goes to standard error as well. */
export function* logger(a: Call): Run {
  const o = a.options('+sp:t:');
  const name = o.value('t') ?? 'root';
  const message = o.rest.length > 0 ? o.rest.join(' ') : undefined;
  for (;;) {
    const line = message ?? (yield* a.readLine())?.replace(/\n$/, '');
    if (line === undefined) return 0;
    if (o.has('s')) yield* a.warn(`${name}: ${line}\n`);
    if (message !== undefined) return 0;
    if (a.p.tick()) yield TURN;
  }
}
