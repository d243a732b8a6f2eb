// Taking progress over from a file or a code, and forgetting all of it. Merged, never overwritten; whatever happens can be undone.
import { changeProgress, mergeProgress, noProgress, type Progress, progress } from '../progress/store.ts';
import { sha256 } from '../session/store/digest.ts';
import { type Demand, readCode } from './code.ts';
import { readProgressFile } from './file.ts';

export interface Taken {
  /** Exercises passed and questions right that were not before. */
  readonly exercises: number;
  readonly questions: number;
  readonly unknown: number;
  undo(): void;
}

/** A file's text or a code. Rejects with a CarryError and changes nothing then. */
export async function takeOver(text: string, lessons: readonly Demand[]): Promise<Taken> {
  const given = /^\s*P\d[\w-]/.test(text) ? readCode(text, lessons) : { progress: await readProgressFile(text, sha256), unknown: 0 };
  const before = progress();
  changeProgress((was) => mergeProgress(was, given.progress));
  const [old, now] = [countOf(before), countOf(progress())];
  return {
    exercises: now.exercises - old.exercises,
    questions: now.questions - old.questions,
    unknown: given.unknown,
    undo: () => changeProgress(() => before),
  };
}

function countOf({ lessons }: Progress): { readonly exercises: number; readonly questions: number } {
  const all = Object.values(lessons);
  const count = (list: readonly boolean[]) => list.filter(Boolean).length;
  return {
    exercises: count(all.flatMap((one) => Object.values(one.exercises).map(({ passed }) => passed))),
    questions: count(all.flatMap((one) => Object.values(one.quiz).map(({ right }) => right))),
  };
}

/** Answers to quizzes are kept beside progress, and would tell it again. */
const answers = 'strata.quiz.';

/** Forgets progress, the place and all answers; what is returned brings them back. */
export function forgetAll(storage: Storage | undefined = deviceStorage()): () => void {
  const before = progress();
  const kept = new Map<string, string>();
  for (let index = 0; index < (storage?.length ?? 0); index++) {
    const key = storage?.key(index) ?? '';
    if (key.startsWith(answers)) kept.set(key, storage?.getItem(key) ?? '');
  }
  for (const key of kept.keys()) storage?.removeItem(key);
  changeProgress(() => noProgress);
  return () => {
    for (const [key, text] of kept) storage?.setItem(key, text);
    changeProgress((was) => mergeProgress(before, was));
  };
}

function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}
