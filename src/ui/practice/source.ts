// Where questions come from: a generator writes one, the engine gives its key. Loaded with the first question.
import type { QuizItem } from '../../course/index.ts';
import { type Draft, draftOf, questionOf, readOf, settled, type Topic } from '../../practice/index.ts';
import { type Bench, bench } from '../quiz/machine.ts';
import type { StartState } from '../session/protocol.ts';

/** Questions in a row that may come to nothing. */
const MOST_TRIES = 3;

export interface Source {
  /** The next question of the visit. Rejects when the engine cannot be asked. */
  next(): Promise<QuizItem>;
}

async function keyed(draft: Draft, machine: Bench): Promise<QuizItem> {
  const { computed } = draft;
  const outcome = await machine.run({ start: computed.start as StartState, lines: computed.run });
  return settled(draft, readOf(computed, outcome));
}

/** One question is made ahead while the one before is being answered. */
export function sourceOf(topics: readonly Topic[], seed: number, machine: () => Promise<Bench> = bench): Source {
  let turn = 0;
  const make = async (): Promise<QuizItem> => {
    let trouble: unknown;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const asked = questionOf(topics, seed, turn++);
      if (asked === undefined) throw new Error('There is no topic.');
      try {
        return await keyed(draftOf(asked.generator, asked.seed), await machine());
      } catch (error) {
        trouble = error;
      }
    }
    throw trouble;
  };
  let ahead: Promise<QuizItem> | undefined;
  return {
    next: async () => {
      const item = await (ahead ?? make()).catch((error: unknown) => {
        ahead = undefined;
        throw error;
      });
      ahead = make();
      ahead.catch(() => {});
      return item;
    },
  };
}
