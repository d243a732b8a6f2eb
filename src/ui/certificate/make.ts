// A certificate out of what the device keeps.
import type { Asked } from '../map/standing.ts';
import type { Progress } from '../progress/store.ts';
import { type Certificate, certificateCheck, type Digest, type Entry, entryDigest } from './format.ts';

/** The exercises of a track that have passed, in order, and what was answered rightly. */
export async function makeCertificate(
  track: string,
  name: string,
  lessons: readonly Pick<Asked, 'id' | 'exercises' | 'questions'>[],
  { lessons: kept }: Progress,
  digest: Digest,
): Promise<Certificate> {
  const exercises: Entry[] = [];
  for (const lesson of lessons) {
    for (const { id } of lesson.exercises) {
      const pass = kept[lesson.id]?.exercises[id];
      if (!pass?.passed) continue;
      const { at, commands, version = '', seed = 0, log, answers } = pass;
      const entry = {
        lesson: lesson.id,
        exercise: id,
        version,
        seed,
        at,
        commands,
        ...(log === undefined ? {} : { log }),
        ...(answers === undefined ? {} : { answers }),
      };
      exercises.push({ ...entry, digest: await entryDigest(entry, digest) });
    }
  }
  const questions = lessons.map(({ id, questions: asked }) => ({
    lesson: id,
    right: asked.filter((one) => kept[id]?.quiz[one]?.right).length,
    all: asked.length,
  }));
  const made = Math.max(0, ...exercises.map(({ at }) => at));
  const whole = { strata: 'certificate', version: 1, track, name: name.trim(), made, exercises, questions } as const;
  return { ...whole, check: await certificateCheck(whole, digest) };
}
