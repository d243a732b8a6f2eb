// Plays starts, attempts and lines in the engine, without a page.
import { type Attempt, type Exercise, type Lesson, type StartData, substitute, valuesOf, withStart } from '../../course/index.ts';
import { grade, type Snapshot, type Turn, type Verdict } from '../../grader/index.ts';
import { engine } from '../engine/index.ts';
import type { EngineSession } from '../session/index.ts';
import { begin, machinesOf, runLine, still, writeFiles } from '../session/start.ts';

/** A machine as a lesson or an exercise begins. */
export async function machineOf(start: StartData): Promise<EngineSession> {
  const session = still(engine.create(machinesOf(start)));
  await begin(session, start);
  return session;
}

/** What someone does: files written first, then lines at the prompt. */
export type Tried = Pick<Attempt, 'files' | 'run' | 'exits'>;

export interface Played {
  readonly verdict: Verdict;
  readonly turns: readonly Turn[];
  /** Every line with its exit code and output, for the message of a failing test. */
  readonly transcript: string;
  /** Lines that did not end as they should. */
  readonly failed: readonly string[];
  /** What is there in the end. */
  readonly after: Snapshot;
  readonly session: EngineSession;
}

/** The verdict after an attempt; without one, of the untouched start. Seed 0 takes the first of the values that vary. */
export async function playAttempt(lesson: Lesson, asked: Exercise, tried?: Tried, seed = 0, limitMs?: number): Promise<Played> {
  const values = valuesOf(asked.vary, seed, asked.id);
  const exercise = substitute(asked, values);
  const attempt = tried && substitute(tried, values);
  const start = withStart(lesson.start, exercise.start);
  const session = await machineOf(start);
  const before = session.facts();
  const turns: Turn[] = [];
  const failed: string[] = [];
  let after = before;
  let verdict = grade({ exercise, input: { before, after, turns } });
  let transcript = '';
  writeFiles(session, start.cwd, attempt?.files ?? {});
  for (const line of attempt?.run ?? []) {
    const { output, exit } = await runLine(session, line, limitMs);
    transcript += `$ ${line}\n${output}`;
    if (exit !== (attempt?.exits[line] ?? 0)) failed.push(`${line} (exit code ${exit})`);
    const turn = { number: turns.length + 1, line, exit, output };
    turns.push(turn);
    after = session.facts();
    verdict = grade({ exercise, input: { before, after, turns }, previous: verdict });
  }
  return { verdict, turns, transcript, failed, after, session };
}

export const unmetOf = (verdict: Verdict): readonly string[] => verdict.goals.filter((goal) => !goal.finding.ok).map((goal) => goal.id);
