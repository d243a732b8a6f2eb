// Answers on this device, one JSON text a quiz under `strata.quiz.ID`: item → answer. Damage is read as far as it goes.
import type { QuizItem } from '../../course/index.ts';
import { lessonProgress, recordAnswer } from '../progress/index.ts';
import { type Answer, fitting, judge } from './model.ts';

export type Answers = Readonly<Record<string, Answer>>;
type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

const keyOf = (quiz: string) => `strata.quiz.${quiz}`;

export function readAnswers(storage: Storage | undefined, quiz: string, items: readonly QuizItem[]): Answers {
  let kept: unknown;
  try {
    kept = JSON.parse(storage?.getItem(keyOf(quiz)) ?? 'null');
  } catch {
    return {};
  }
  if (typeof kept !== 'object' || kept === null) return {};
  const fields = kept as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    items.flatMap((item): [string, Answer][] => {
      const answer = fitting(item, fields[item.id]);
      return answer ? [[item.id, answer]] : [];
    }),
  );
}

export function keepAnswers(storage: Storage | undefined, quiz: string, answers: Answers): void {
  try {
    storage?.setItem(keyOf(quiz), JSON.stringify(answers));
  } catch {
    // Without storage the answers last as long as the page.
  }
}

/** Answers that were kept before progress was, or before progress kept what was answered: they count there too. `idOf`: what progress calls an item. */
export function tellProgress(lesson: string, items: readonly QuizItem[], answers: Answers, idOf: (item: string) => string): void {
  const { quiz } = lessonProgress(lesson);
  for (const item of items) {
    const [given, known] = [answers[item.id], quiz[idOf(item.id)]];
    if (!given) continue;
    const { right } = judge(item, given);
    if (known === undefined) recordAnswer(lesson, idOf(item.id), { right, given });
    else if (known.given === undefined && known.right === right) recordAnswer(lesson, idOf(item.id), { right, given, at: known.at });
  }
}

export function deviceStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

let seed: number | undefined;
/** The seed of this visit: it lasts as long as the tab, over reloads. */
export function visitSeed(random: () => number = Math.random): number {
  if (seed !== undefined) return seed;
  const key = 'strata.visit';
  try {
    const kept = Number(sessionStorage.getItem(key) ?? Number.NaN);
    seed = Number.isInteger(kept) && kept > 0 ? kept : 1 + Math.floor(random() * 1_000_000);
    sessionStorage.setItem(key, String(seed));
  } catch {
    seed ??= 1 + Math.floor(random() * 1_000_000);
  }
  return seed;
}
