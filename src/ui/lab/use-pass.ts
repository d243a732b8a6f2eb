// An exercise whose goals are met is remembered on this device, with the attempt itself.
import { useEffect } from 'preact/hooks';
import type { PageExercise } from '../exercise/model.ts';
import { isPassed, lessonProgress, type Progress, recordPass, rewriteLog, settleExercise } from '../progress/index.ts';
import type { Session } from '../session/index.ts';
import type { Machine } from './machines.ts';

/** Characters of a log that are kept with a pass; a longer attempt is kept without: the logs of all exercises fit on a device. */
const MOST_LOG = 20_000;

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

export function usePass(machine: Machine): void {
  const { session, exercise } = machine;
  const passed = session.verdict.value?.passed ?? false;
  useEffect(() => {
    if (passed && exercise) void remember(machine, exercise);
  }, [passed, session]);
  useEffect(() => {
    if (exercise) void shorten(machine, exercise).catch(() => {});
  }, [session]);
}

async function remember({ session, seed, start }: Machine, exercise: PageExercise): Promise<void> {
  const { lesson, id, version, questions } = exercise;
  const pass = { goals: true, commands: commandsOf(session), version, seed, at: Date.now() };
  recordPass(lesson, id, { ...pass, passed: isPassed(lesson, id) });
  settleExercise({ lesson, exercise: id, version, goals: true, questions });
  try {
    const { encodeAttempt } = await import('../exercise/attempt.ts');
    const log = await encodeAttempt({ saved: await session.save(), lab: session.id, title: '' }, start);
    if (log.length <= MOST_LOG) recordPass(lesson, id, { ...pass, passed: isPassed(lesson, id), log });
  } catch {
    // The pass counts without its log.
  }
}

/** An attempt that an older Strata kept with its whole start is kept without it from now on. One on another start, or other values, stays. */
async function shorten({ id: machine, start }: Machine, { lesson, id, version }: PageExercise): Promise<void> {
  const pass = lessonProgress(lesson).exercises[id];
  if (pass?.log === undefined || !pass.log.startsWith('s=') || pass.version !== version) return;
  const [{ encodeAttempt }, { decodeLink }] = await Promise.all([import('../exercise/attempt.ts'), import('../keep/link/link.ts')]);
  const shared = await decodeLink(pass.log);
  if (shared.lab === machine) rewriteLog(lesson, id, pass.log, await encodeAttempt(shared, start));
}
