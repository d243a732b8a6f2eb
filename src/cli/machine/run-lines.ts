import type { Session } from './session.ts';

/** For tests: runs lines in the first terminal, each to its end. Input is empty; what is fetched is waited for. */
export async function runLines(session: Session, ...lines: readonly string[]): Promise<{ readonly output: string; readonly exit: number }> {
  let output = '';
  let exit = 0;
  for (const line of lines) {
    session.start(line);
    for (;;) {
      const slice = session.step(() => false);
      output += slice.output;
      if (slice.done !== undefined) {
        ({ exit } = slice.done);
        break;
      }
      if (slice.waits === 'stdin') session.end();
      else if (slice.waits !== undefined && 'loading' in slice.waits) await slice.waits.loading;
    }
  }
  return { output, exit };
}
