// Bringing a machine to its start, and running a line to its end. Used by the worker, by scenes and by tests.
import type { EngineSession, MachineStart } from './engine-session.ts';
import type { StartState } from './protocol.ts';
import { Refusal } from './refusal/index.ts';

/** What of a start tells which machines there are. */
export const machinesOf = ({ seed, profile, machines }: StartState): MachineStart => ({
  seed,
  ...(profile === undefined ? {} : { profile }),
  ...(machines === undefined ? {} : { machines }),
});

/** Writes the start's files, runs its lines silently and stands in its directory. Rejects when a line fails. */
export async function begin(session: EngineSession, start: StartState): Promise<void> {
  session.files().mkdir(start.cwd);
  writeFiles(session, start.cwd, start.files);
  for (const [path, length] of Object.entries(start.bytes)) session.files().write(at(start.cwd, path), filler(length));
  session.chdir(start.cwd);
  for (const line of start.run) {
    const { exit, output } = await runLine(session, line);
    if (exit !== 0) throw new Refusal('machine.start', { line, output });
  }
  session.begun();
}

/** Writes texts on the first machine; paths are absolute, or below `cwd`. */
export function writeFiles(session: EngineSession, cwd: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) session.files().write(at(cwd, path), new TextEncoder().encode(text));
}

const at = (cwd: string, path: string) => (path.startsWith('/') ? path : `${cwd}/${path}`);

/** Printable bytes that repeat a numbered line, so that a big file can be looked into. */
function filler(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let index = 0; index < length; index++) bytes[index] = index % 64 === 63 ? 10 : 97 + ((index + (index >> 6)) % 26);
  return bytes;
}

export interface Ended {
  readonly output: string;
  readonly exit: number;
}

/** A fresh session whose clock stands: what is played in it does not depend on how fast the computer is. */
export function still(session: EngineSession): EngineSession {
  session.setClock({ do: 'pause' });
  return session;
}

/**
 * Runs a line in the first terminal to its end; input is empty, virtual waits take no time. Gives up after `limitMs`. A clock that stands is
 * moved on by a second before the line, as if somebody had typed it.
 */
export async function runLine(session: EngineSession, line: string, limitMs = 60_000): Promise<Ended> {
  const stands = session.clock().mode === 'pause';
  if (stands) await secondPasses(session);
  session.start(0, line);
  const until = performance.now() + limitMs;
  let output = '';
  let interrupted = false;
  for (;;) {
    const slice = session.pump(50);
    for (const { terminal, text } of slice.outputs) if (terminal === 0) output += text;
    const ended = slice.ended.find(({ terminal }) => terminal === 0);
    if (ended !== undefined) return { output, exit: ended.exit };
    const { waits } = slice;
    if (session.wantsInput(0) || waits === undefined) session.eof(0);
    else if (waits !== 'more' && 'loading' in waits) await waits.loading;
    else if (waits !== 'more' && !session.clock().jumping)
      session.setClock(stands ? { do: 'step' } : { do: 'jump', seconds: waits.ms / 1000 });
    if (performance.now() > until) {
      if (interrupted) throw new Refusal('machine.endless', { line });
      interrupted = true;
      session.signal(0, 'INT');
    }
  }
}

async function secondPasses(session: EngineSession): Promise<void> {
  session.setClock({ do: 'jump', seconds: 1 });
  while (session.clock().jumping) {
    const { waits } = session.pump(50);
    if (waits !== undefined && waits !== 'more' && 'loading' in waits) await waits.loading;
  }
}
