import type { Step } from '../../../kernel/index.ts';
import type { Call } from '../applet.ts';

/** The last line of wget's progress bar, as it is when all has come (libbb/progress.c). On a terminal it begins with a carriage return. */
export function* progressDone(a: Call, name: string, bytes: number): Step<void> {
  const tty = a.p.isatty(2);
  let size = bytes;
  let unit = 0;
  while (size >= 100_000) {
    size = Math.floor(size / 1024);
    unit++;
  }
  const width = Math.max(4, (tty ? (a.p.io.at(2).columns ?? 80) : 80) - 48);
  const shown = name.slice(0, 20).padEnd(20);
  yield* a.warn(`${tty ? '\r' : ''}${shown} 100% |${'*'.repeat(width)}|${String(size).padStart(6)}${' kMGTPEZY'[unit]} 0:00:00 ETA\n`);
}
