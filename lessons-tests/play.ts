// Plays a lesson's start and attempts in the engine, without a page.
import { type Attempt, type Course, type Exercise, type Lesson, loadCourse } from '../src/course/index.ts';
import { grade, type Turn, type Verdict } from '../src/grader/index.ts';
import { engine } from '../src/ui/engine/index.ts';
import type { EngineSession } from '../src/ui/session/index.ts';
import { begin, machinesOf, runLine } from '../src/ui/session/start.ts';

export const course: Course = loadCourse(new URL('../content', import.meta.url).pathname);

/** A machine as the lesson begins. */
export async function machineOf(lesson: Lesson): Promise<EngineSession> {
  const session = engine.create(machinesOf(lesson.start));
  await begin(session, lesson.start);
  return session;
}

export interface Played {
  readonly verdict: Verdict;
  /** Every line with its exit code and output, for the message of a failing test. */
  readonly transcript: string;
  readonly failed: readonly string[];
}

/** The verdict after an attempt; without one, of the untouched start. */
export async function playAttempt(lesson: Lesson, exercise: Exercise, attempt?: Attempt): Promise<Played> {
  const session = await machineOf(lesson);
  const before = session.facts();
  const turns: Turn[] = [];
  const failed: string[] = [];
  let verdict = grade({ exercise, input: { before, after: before, turns } });
  let transcript = '';
  for (const [path, text] of Object.entries(attempt?.files ?? {})) {
    session.files().write(path.startsWith('/') ? path : `${lesson.start.cwd}/${path}`, new TextEncoder().encode(text));
  }
  for (const line of attempt?.run ?? []) {
    const { output, exit } = await runLine(session, line);
    transcript += `$ ${line}\n${output}`;
    if (exit !== 0) failed.push(`${line} (exit code ${exit})`);
    turns.push({ number: turns.length + 1, line, exit });
    verdict = grade({ exercise, input: { before, after: session.facts(), turns }, previous: verdict });
  }
  return { verdict, transcript, failed };
}

export const unmetOf = (verdict: Verdict): readonly string[] => verdict.goals.filter((goal) => !goal.finding.ok).map((goal) => goal.id);
