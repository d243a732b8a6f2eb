import { SIGNALS, type Step, TURN } from '../../kernel/index.ts';
import { ShellError, ShellExit } from '../errors.ts';
import type { Shell } from '../shell.ts';
import { PLAIN } from './evaluate.ts';
import { runText } from './text.ts';

/** Runs the actions of trapped signals that have arrived. An interrupt without a trap ends the running command line. */
export function* runTraps(shell: Shell): Step<void> {
  if (!shell.traps.waiting) return;
  shell.traps.collect();
  if (shell.traps.takeInterrupt()) {
    if (!shell.options.interactive) return yield* endByInterrupt(shell);
    yield* shell.print(2, '\n');
    throw new ShellError(128 + SIGNALS.INT);
  }
  while (shell.traps.pending.length > 0) {
    const action = shell.traps.get(shell.traps.pending.shift()!);
    if (action === undefined || action === '') continue;
    const { status, skip } = shell;
    shell.skip = undefined;
    const { statusBefore } = shell.traps;
    shell.traps.statusBefore = status;
    shell.traps.running++;
    try {
      yield* runText(shell, action, PLAIN);
    } finally {
      shell.traps.running--;
      shell.traps.statusBefore = statusBefore;
    }
    if (shell.skip === undefined) {
      shell.skip = skip;
      shell.status = status;
    }
  }
}

/** A script's shell dies of the signal itself; process 1, which cannot, exits with its number. */
function* endByInterrupt(shell: Shell): Step<void> {
  shell.p.setDisposition(SIGNALS.INT, 'default');
  shell.p.kernel.kill(shell.p, shell.p.pid, SIGNALS.INT);
  yield TURN;
  throw new ShellExit(128 + SIGNALS.INT);
}
