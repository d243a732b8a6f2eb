import { encodeText, type Process, type Run, type Step } from '../../../kernel/index.ts';
import { NameCache } from '../accounts.ts';
import type { Call } from '../applet.ts';
import { unsigned } from '../numbers.ts';
import { loadLine, memory } from './machine-facts.ts';
import { duration } from './sleep.ts';

/** Kilobytes of memory that every simulated process is said to have. */
const VSZ = 4392;
const RSS = 2000;

interface Column {
  readonly heading: string;
  readonly width: number;
  readonly right?: boolean;
  readonly value: (process: Process, names: NameCache) => string;
}

/** The command line as ps shows it: the kernel's name before it in braces when the two differ, in brackets without one. */
function commandLine(process: Process): string {
  const name = encodeText(process.command);
  const [zeroth] = process.argv;
  if (zeroth === undefined || process.status !== undefined) return `[${name}]`;
  const base = zeroth.replace(/^-/, '').split('/').at(-1)!;
  return `${base.startsWith(name) ? '' : `{${name}} `}${process.argv.join(' ')}`;
}

const user = (process: Process, names: NameCache): string => names.user(process.credentials.uid) ?? String(process.credentials.uid);
const group = (process: Process, names: NameCache): string => names.group(process.credentials.gid) ?? String(process.credentials.gid);
const pidOf = (process: Process, id: number): number => process.kernel.processes.find((other) => other.id === id)?.pid ?? process.pid;
const stateOf = (process: Process): string =>
  process.status !== undefined ? 'Z' : process.stopped ? 'T' : process === process.kernel.current ? 'R' : 'S';

const COLUMNS: Readonly<Record<string, Column>> = {
  user: { heading: 'USER', width: 8, value: user },
  group: { heading: 'GROUP', width: 8, value: group },
  comm: { heading: 'COMMAND', width: 16, value: (process) => encodeText(process.command) },
  args: { heading: 'COMMAND', width: 256, value: commandLine },
  pid: { heading: 'PID', width: 5, right: true, value: (process) => String(process.pid) },
  ppid: { heading: 'PPID', width: 5, right: true, value: (process) => String(process.ppid) },
  pgid: { heading: 'PGID', width: 5, right: true, value: (process) => String(pidOf(process, process.group)) },
  nice: { heading: 'NI', width: 5, right: true, value: () => '0' },
  rgroup: { heading: 'RGROUP', width: 8, value: group },
  ruser: { heading: 'RUSER', width: 8, value: user },
  tty: { heading: 'TT', width: 6, value: (process) => (process.kernel.ttyOf(process) === undefined ? '?' : '136,0') },
  vsz: { heading: 'VSZ', width: 4, right: true, value: () => String(VSZ) },
  sid: { heading: 'SID', width: 5, right: true, value: (process) => String(pidOf(process, process.session)) },
  stat: { heading: 'STAT', width: 4, value: stateOf },
  rss: { heading: 'RSS', width: 4, right: true, value: () => String(RSS) },
};

/** ps [-o COLUMNS] [-T]: all processes of the namespace. */
export function* ps(a: Call): Run {
  const o = a.options('o:aAdefl', { args: a.args.filter((word) => word !== '-T') });
  const chosen = o.values('o').flatMap((list) => list.split(','));
  const columns = (chosen.length === 0 ? ['pid', 'user', 'args'] : chosen).map((word) => {
    const [name = '', heading] = word.split(/=(.*)/s);
    const column = COLUMNS[name] ?? a.die(`bad -o argument '${name}', supported arguments: ${Object.keys(COLUMNS).join(',')}`);
    return { ...column, heading: heading ?? column.heading };
  });
  const names = new NameCache(a.p);
  const line = (texts: readonly string[], alignRight: boolean): string =>
    texts
      .map((text, i) => {
        const { width, right } = columns[i]!;
        if (right === true && alignRight) return text.padStart(width);
        return i === texts.length - 1 ? text.slice(0, width) : text.slice(0, width).padEnd(width);
      })
      .join(' ');
  if (columns.some(({ heading }) => heading !== '')) {
    yield* a.line(
      line(
        columns.map(({ heading }) => heading),
        false,
      ),
    );
  }
  for (const process of a.p.kernel.inNamespace(a.p.ns)) {
    yield* a.line(
      line(
        columns.map(({ value }) => value(process, names)),
        true,
      ),
    );
  }
  return 0;
}

/** Signals that end top, even as the first process of a container (BB_FATAL_SIGS). */
const FATAL = [1, 2, 3, 6, 10, 12, 13, 14, 15, 24, 25, 26];

/** top [-b] [-n COUNT] [-d SECONDS]: shows the processes COUNT times; without -n until a signal or, on a terminal, a typed q. */
export function* top(a: Call): Run {
  const o = a.options('d:n:bHm');
  const count = o.value('n');
  const times = count === undefined ? Number.POSITIVE_INFINITY : (unsigned(count) ?? a.die(`invalid number '${count}'`));
  const delay = o.value('d');
  const pause = delay === undefined ? 5 : (duration(delay) ?? a.die(`invalid number '${delay}'`));
  for (const signal of FATAL) a.p.setDisposition(signal, 'catch');
  for (let shown = 0; shown < times; shown++) {
    if (shown > 0 && (yield* quits(a, Math.max(0.1, pause)))) break;
    yield* screen(a, o.has('b'));
    if (a.p.caught.length > 0) break;
  }
  const signal = a.p.caught.find((each) => FATAL.includes(each));
  if (signal === undefined) return 0;
  a.p.setDisposition(signal, 'default');
  yield* a.p.raise(signal);
  return 128 + signal;
}

/** Waits; true when a signal came or `q` was typed. */
function* quits(a: Call, seconds: number): Step<boolean> {
  const input = a.p.isatty(0) ? a.p.io.at(0) : undefined;
  yield { ready: () => input?.canRead() === true, deadline: a.p.now() + seconds };
  if (a.p.caught.length > 0) return true;
  if (input?.canRead() !== true) return false;
  const typed = yield* a.p.read(0);
  return typed.length === 0 || typed.includes(0x71) || typed.includes(0x51);
}

function* screen(a: Call, batch: boolean): Step<void> {
  const names = new NameCache(a.p);
  const { total, free, buffers, cached } = memory(a.p);
  const heading = '  PID  PPID USER     STAT   VSZ %VSZ %CPU COMMAND';
  if (!batch) yield* a.print('\x1b[H\x1b[J');
  yield* a.line(`Mem: ${total - free}K used, ${free}K free, 0K shrd, ${buffers}K buff, ${cached}K cached`);
  yield* a.line('CPU:   0% usr   0% sys   0% nic 100% idle   0% io   0% irq   0% sirq');
  yield* a.line(`Load average: ${loadLine(a.p)}`);
  yield* a.print(batch ? `${heading}\n` : `\x1b[7m${heading}\x1b[m`);
  const tty = a.p.isatty(1) ? a.p.kernel.ttyOf(a.p) : undefined;
  const rows = batch ? Number.POSITIVE_INFINITY : (tty?.rows ?? 24) - 5;
  const columns = batch ? Number.POSITIVE_INFINITY : (tty?.columns ?? 80) - 1;
  for (const [i, process] of a.p.kernel.inNamespace(a.p.ns).entries()) {
    if (i >= rows) break;
    const ids = `${String(process.pid).padStart(5)} ${String(process.ppid).padStart(5)} ${user(process, names).slice(0, 8).padEnd(8)}`;
    const row = `${ids} ${stateOf(process).padEnd(4)} ${String(VSZ).padStart(6)}   0%   0% ${commandLine(process)}`.slice(0, columns);
    yield* a.print(batch ? `${row}\n` : `\n${row}`);
  }
  yield* a.print(batch ? '\n' : '\r');
  yield* a.flush();
}
