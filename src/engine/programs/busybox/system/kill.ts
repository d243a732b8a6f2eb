import { type Process, type Run, type Step, SysError } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { parseSignal, shownName, signalList } from './signal-names.ts';

interface Order {
  readonly signal: number;
  readonly quiet: boolean;
  readonly rest: readonly string[];
}

/** Reads `[-l] [-q] [-s SIG | -SIG] …`; the listing of -l is printed, and then undefined is the answer. */
function* order(a: Call): Step<Order | number> {
  let rest = [...a.args];
  let quiet = false;
  let signal = 15;
  if (rest[0] === '-l') {
    if (rest.length === 1) {
      yield* a.print(signalList());
      return 0;
    }
    return yield* translate(a, rest.slice(1));
  }
  if (a.name === 'killall' && rest[0] === '-q') {
    quiet = true;
    rest = rest.slice(1);
  }
  const first = rest[0];
  if (first?.startsWith('-') && first !== '--' && first.length > 1) {
    let name = first.slice(1);
    if (name === 's' && rest.length > 1) {
      name = rest[1]!;
      rest = rest.slice(1);
    }
    signal = parseSignal(name) ?? a.die(`bad signal name '${name}'`);
    rest = rest.slice(1);
  }
  if (rest[0] === '--') rest = rest.slice(1);
  return { signal, quiet, rest };
}

function* translate(a: Call, words: readonly string[]): Step<number> {
  for (const word of words) {
    if (/^\d+$/.test(word)) {
      const number = Number(word) & 0x7f;
      yield* a.line(shownName(number) ?? String(number));
    } else yield* a.line(String(parseSignal(word) ?? a.die(`unknown signal '${word}'`)));
  }
  return 0;
}

/** kill [-l] [-SIG] PID…, as a program; a shell has its own. */
export function* kill(a: Call): Run {
  const given = yield* order(a);
  if (typeof given === 'number') return given;
  if (given.rest.length === 0) {
    yield* a.complain('you need to specify whom to kill');
    return 1;
  }
  let failures = 0;
  for (const text of given.rest) {
    if (!/^-?\d+$/.test(text)) {
      yield* a.complain(`invalid number '${text}'`);
      failures++;
      continue;
    }
    try {
      yield* a.p.kill(Number(text), given.signal);
    } catch (error) {
      yield* a.complainOf(`can't kill pid ${text}`, error);
      failures++;
    }
  }
  return failures === 0 ? 0 : 1;
}

/** Processes of this namespace called `name`: by the name the kernel keeps, or the last part of argv[0]. */
export function namedProcesses(p: Process, name: string): Process[] {
  return p.kernel
    .inNamespace(p.ns)
    .filter((process) => process.status === undefined && (process.command === name || process.argv[0]?.split('/').at(-1) === name));
}

/** killall [-lq] [-SIG] NAME…. */
export function* killall(a: Call): Run {
  const given = yield* order(a);
  if (typeof given === 'number') return given;
  if (given.rest.length === 0) a.die('you need to specify whom to kill');
  let failures = 0;
  for (const name of given.rest) {
    const found = namedProcesses(a.p, name).filter((process) => process !== a.p);
    if (found.length === 0) {
      failures++;
      if (!given.quiet) yield* a.complain(`${name}: no process killed`);
    }
    for (const process of found) {
      try {
        yield* a.p.kill(process.pid, given.signal);
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
        failures++;
        if (!given.quiet) yield* a.complain(`can't kill pid ${process.pid}: ${error.message}`);
      }
    }
  }
  return failures === 0 ? 0 : 1;
}

/** pidof [NAME]…: newest first. */
export function* pidof(a: Call): Run {
  const o = a.options('');
  const pids = o.rest.flatMap((name) =>
    namedProcesses(a.p, name)
      .map((process) => process.pid)
      .sort((x, y) => y - x),
  );
  if (pids.length === 0) return 1;
  yield* a.line(pids.join(' '));
  return 0;
}
