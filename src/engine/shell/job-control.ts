import type { Step } from '../kernel/index.ts';
import type { Shell } from './shell.ts';

/** Turns job control on; without a terminal it stays off, and ash says so. */
export function* startJobControl(shell: Shell): Step<void> {
  const tty = shell.p.kernel.ttyOf(shell.p);
  if (tty === undefined || ![2, 1, 0].some((fd) => shell.p.isatty(fd))) {
    yield* shell.print(2, `${shell.prefix}: can't access tty; job control turned off\n`);
    shell.options.set('monitor', false);
    return;
  }
  shell.options.set('monitor', true);
  tty.foreground = shell.p.group;
}
