// Plays a lesson's start and attempts in the engine, without a page.
import {
  type Attempt,
  type Course,
  type Exercise,
  type Lesson,
  loadCourse,
  type StartData,
  substitute,
  valuesOf,
  withStart,
} from '../src/course/index.ts';
import { grade, type Turn, type Verdict } from '../src/grader/index.ts';
import { engine } from '../src/ui/engine/index.ts';
import type { EngineSession } from '../src/ui/session/index.ts';
import { begin, machinesOf, runLine } from '../src/ui/session/start.ts';

export const course: Course = loadCourse(new URL('../content', import.meta.url).pathname);

/** A machine as a lesson or an exercise begins. */
export async function machineOf({ start }: { readonly start: StartData }): Promise<EngineSession> {
  const session = engine.create(machinesOf(start));
  await begin(session, start);
  return session;
}

export interface Played {
  readonly verdict: Verdict;
  /** Every line with its exit code and output, for the message of a failing test. */
  readonly transcript: string;
  readonly failed: readonly string[];
}

/** The verdict after an attempt; without one, of the untouched start. Seed 0 takes the first of the values that vary. */
export async function playAttempt(lesson: Lesson, asked: Exercise, tried?: Attempt, seed = 0): Promise<Played> {
  const values = valuesOf(asked.vary, seed, asked.id);
  const exercise = substitute(asked, values);
  const attempt = tried && substitute(tried, values);
  const start = withStart(lesson.start, exercise.start);
  const session = await machineOf({ start });
  const before = session.facts();
  const turns: Turn[] = [];
  const failed: string[] = [];
  let verdict = grade({ exercise, input: { before, after: before, turns } });
  let transcript = '';
  for (const [path, text] of Object.entries(attempt?.files ?? {})) {
    session.files().write(path.startsWith('/') ? path : `${start.cwd}/${path}`, new TextEncoder().encode(text));
  }
  for (const line of attempt?.run ?? []) {
    const { output, exit } = await runLine(session, line);
    transcript += `$ ${line}\n${output}`;
    if (exit !== (attempt?.exits[line] ?? 0)) failed.push(`${line} (exit code ${exit})`);
    turns.push({ number: turns.length + 1, line, exit, output });
    verdict = grade({ exercise, input: { before, after: session.facts(), turns }, previous: verdict });
  }
  return { verdict, transcript, failed };
}

export const unmetOf = (verdict: Verdict): readonly string[] => verdict.goals.filter((goal) => !goal.finding.ok).map((goal) => goal.id);
