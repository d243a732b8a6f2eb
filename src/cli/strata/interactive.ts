import { createInterface } from 'node:readline';
import { Session } from '../machine/session.ts';
import { newWorld } from '../machine/simulation.ts';

/** Milliseconds of work between two looks at the keyboard. */
const SLICE = 20;

/** `strata sh`: lines from standard input, run on a fresh machine until the input ends. Returns the last line's exit status. */
export async function interactive(): Promise<number> {
  const isTerminal = process.stdin.isTTY === true;
  const session = new Session(newWorld({ seed: Date.now() | 0, now: Date.now() / 1000, hub: true }), {
    columns: process.stdout.columns ?? 80,
    rows: process.stdout.rows ?? 24,
  });
  const reader = createInterface({ input: process.stdin, output: process.stdout, terminal: isTerminal, prompt: session.prompt() });
  let busy = false;
  let exit = 0;
  reader.on('SIGINT', () => {
    if (busy) session.signal('INT');
    else reader.prompt();
  });
  const queue: string[] = [];
  let wake = (): void => {};
  let ended = false;
  reader.on('line', (line) => {
    if (busy && isTerminal) session.type(`${line}\n`);
    else queue.push(line);
    wake();
  });
  reader.on('close', () => {
    ended = true;
    session.end();
    wake();
  });
  if (isTerminal) reader.prompt();
  for (;;) {
    let text = queue.shift();
    if (text === undefined) {
      if (ended) return exit;
      await new Promise<void>((resolve) => (wake = resolve));
      continue;
    }
    while (!session.isComplete(text)) {
      if (queue.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      const more: string | undefined = queue.shift();
      if (more === undefined) break;
      text += `\n${more}`;
    }
    busy = true;
    exit = await runLine(session, text);
    busy = false;
    if (!isTerminal) continue;
    reader.setPrompt(session.prompt());
    reader.prompt();
  }
}

async function runLine(session: Session, line: string): Promise<number> {
  session.start(line);
  for (let last = performance.now(); ; ) {
    const now = performance.now();
    const slice = session.step(() => performance.now() - now > SLICE, 'paced', (now - last) / 1000);
    last = now;
    process.stdout.write(slice.output);
    if (slice.done !== undefined) return slice.done.exit;
    if (slice.waits !== undefined && slice.waits !== 'stdin' && 'loading' in slice.waits) {
      await slice.waits.loading;
      continue;
    }
    const pause = slice.waits === undefined ? 0 : slice.waits === 'stdin' ? 15 : Math.min(15, slice.waits.ms);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
