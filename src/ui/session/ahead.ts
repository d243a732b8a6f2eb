// What lies ahead in an exercise: how far away passing is. Tried on copies.
// Knows the session's port and the grader. Refuses to know the engine, and to change the learner's machines.
import { type ExerciseGoals, type GradeInput, grade } from '../../grader/index.ts';
import type { EngineSession } from './engine-session.ts';
import { writeFiles } from './start.ts';

/** Files to write and lines to run. Paths are relative to the start's directory. */
export interface Way {
  readonly files: Readonly<Record<string, string>>;
  readonly run: readonly string[];
}

/** `lines` on the shortest known way that passes from here; missing: none of those tried does. */
export interface Distance {
  readonly lines?: number;
  /** Its files must be written before. */
  readonly files?: boolean;
  /** Every shorter way was tried, and every other one: false when time ran out. */
  readonly complete: boolean;
  /** Most lines that were tried to the end. */
  readonly tried: number;
}

/** Most lines that are tried from here, and milliseconds that all of it may take. */
const MOST_LINES = 12;
const PATIENCE = 1000;

export class TooLong extends Error {}

/** Tries the last lines of every known way, one line first, then two: what passes first is the distance. */
export async function distance(
  session: EngineSession,
  ways: readonly Way[],
  cwd: string,
  passes: (session: EngineSession) => boolean,
  clock: () => number = () => performance.now(),
): Promise<Distance> {
  const until = clock() + PATIENCE;
  const most = Math.min(MOST_LINES, Math.max(0, ...ways.map(({ run }) => run.length)));
  if (passes(session)) return { lines: 0, complete: true, tried: 0 };
  let tried = 0;
  try {
    for (let lines = 1; lines <= most; lines++) {
      for (const way of ways) {
        if (way.run.length < lines) continue;
        for (const files of Object.keys(way.files).length > 0 ? [false, true] : [false]) {
          if (clock() > until) throw new TooLong();
          const copy = await session.copy();
          if (files) writeFiles(copy, cwd, way.files);
          for (const line of way.run.slice(-lines)) await tryLine(copy, line, () => clock() > until);
          if (passes(copy)) return { lines, ...(files ? { files } : {}), complete: true, tried: lines };
        }
      }
      tried = lines;
    }
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    return { complete: false, tried };
  }
  return { complete: most === Math.max(0, ...ways.map(({ run }) => run.length)), tried };
}

/** Runs a line to its end; waits of virtual time take none. Throws TooLong when real time runs out. */
export async function tryLine(session: EngineSession, line: string, late: () => boolean): Promise<void> {
  session.start(0, line);
  for (;;) {
    const { ended, waits } = session.pump(20);
    if (ended.some(({ terminal }) => terminal === 0)) return;
    if (late()) throw new TooLong();
    if (session.wantsInput(0) || waits === undefined) session.eof(0);
    else if (waits !== 'more' && 'loading' in waits) await waits.loading;
    else if (waits !== 'more' && !session.clock().jumping) session.setClock({ do: 'jump', seconds: waits.ms / 1000 });
    // Whoever waits for the worker is heard in between.
    await new Promise<void>((resolve) => setTimeout(resolve));
  }
}

/** Whether a session's exercise has passed there; what earlier commands had met plays no part. */
export function judgeOf(exercise: ExerciseGoals, before: GradeInput['before']): (session: EngineSession) => boolean {
  return (session) => grade({ exercise, input: { before, after: session.facts(), turns: session.turns() } }).passed;
}
