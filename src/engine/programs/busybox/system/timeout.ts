import { type Process, type Run, type Step, SysError, TURN } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';
import { become } from './environment.ts';
import { parseSignal } from './signal-names.ts';
import { duration } from './sleep.ts';

/**
 * timeout [-s SIG] [-k SECS] SECS PROG ARGS. As in busybox this process itself becomes the program, while a child of its
 * child waits and sends the signal; so the status is the program's own.
 */
export function* timeout(a: Call): Run {
  const o = a.options('+s:k:', { min: 2 });
  const [text, ...argv] = o.rest as [string, ...string[]];
  const seconds = duration(text) ?? a.die(`invalid number '${text}'`);
  const killText = o.value('k');
  const killAfter = killText === undefined ? undefined : (duration(killText) ?? a.die(`invalid number '${killText}'`));
  const name = o.value('s') ?? 'TERM';
  const signal = parseSignal(name) ?? a.die(`unknown signal '${name}'`);
  if (seconds === 0) return yield* become(a, argv);
  yield* a.flush();
  const program = a.p;
  const watcher = a.p.fork(function* (child) {
    child.fork(function* (guard) {
      guard.io.closeAll();
      yield* watch(guard, program, seconds, signal);
      if (killAfter !== undefined) yield* watch(guard, program, killAfter, 9);
      return 0;
    });
    yield TURN;
    return 0;
  });
  yield* a.p.waitpid(watcher.pid);
  return yield* become(a, argv);
}

/** Waits, then sends the signal unless the program has ended meanwhile. */
function* watch(guard: Process, program: Process, seconds: number, signal: number): Step<void> {
  const deadline = guard.now() + seconds;
  yield { ready: () => program.status !== undefined, deadline };
  if (program.status !== undefined) return yield* guard.exit(0);
  try {
    yield* guard.kill(program.pid, signal);
  } catch (error) {
    if (!(error instanceof SysError)) throw error;
  }
}
