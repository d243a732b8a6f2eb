// An exercise whose goals are met is remembered on this device, with the attempt itself.
import { useEffect } from 'preact/hooks';
import type { PageExercise } from '../exercise/model.ts';
import { isPassed, lessonProgress, type Progress, recordPass, settleExercise } from '../progress/index.ts';
import type { Session } from '../session/index.ts';
import type { Machine } from './machines.ts';

/** Characters of a log that are kept with a pass; a longer attempt is kept without. A start with a file of megabytes takes 27,000. */
const MOST_LOG = 40_000;

/** Commands up to the one that met the last goal: a failed try costs nothing, unless it was to fail and met a goal. */
export function commandsOf({ turns, verdict }: Pick<Session, 'turns' | 'verdict'>): number {
  const met = new Set(verdict.value?.goals.map(({ since }) => since ?? 0));
  const last = Math.max(0, ...met);
  return turns.value.filter(({ number, exit }) => number <= last && (exit === 0 || met.has(number))).length;
}

export function questionsOpen({ lesson, id, questions }: PageExercise, progress: Progress): boolean {
  const { quiz } = lessonProgress(lesson, progress);
  return !questions.every((item) => quiz[`${id}/${item}`]?.right);
}

export function usePass({ session, exercise, seed }: Machine): void {
  const passed = session.verdict.value?.passed ?? false;
  useEffect(() => {
    if (passed && exercise) void remember(session, exercise, seed);
  }, [passed, session]);
}

async function remember(session: Session, exercise: PageExercise, seed: number): Promise<void> {
  const { lesson, id, version, questions } = exercise;
  const pass = { goals: true, commands: commandsOf(session), version, seed, at: Date.now() };
  recordPass(lesson, id, { ...pass, passed: isPassed(lesson, id) });
  settleExercise({ lesson, exercise: id, version, goals: true, questions });
  try {
    const { encodeLink } = await import('../keep/link/link.ts');
    const log = await encodeLink({ saved: await session.save(), lab: session.id, title: '' });
    if (log.length <= MOST_LOG) recordPass(lesson, id, { ...pass, passed: isPassed(lesson, id), log });
  } catch {
    // The pass counts without its log.
  }
}
