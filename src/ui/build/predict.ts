// Guesses about a build that has not run yet, and what became of them. Plain data without words.
import { type BuildModel, isRun, type Station } from './model.ts';

export type Guess = 'cached' | 'run';
/** By station key of the Dockerfile as it was read. */
export type Guesses = ReadonlyMap<string, Guess>;

export interface Judged {
  /** The step as it came out; what it was guessed about, when the build did not come to it. */
  readonly station: Station;
  readonly guess: Guess;
  readonly truth: 'cached' | 'ran' | 'failed' | 'open';
  /** Missing as long as the truth is open. */
  readonly right?: boolean;
}

export interface Verdict {
  /** By station key of the build. */
  readonly rows: ReadonlyMap<string, Judged>;
  readonly right: number;
  /** Guesses that have an answer, and those that have none. */
  readonly answered: number;
  readonly open: number;
}

/** Steps that can be guessed, in order. */
export const guessable = (plan: BuildModel): readonly Station[] => plan.stations.filter(({ mark }) => mark === 'open');

/** Lays guesses beside what a build of the same Dockerfile did. */
export function judge(plan: BuildModel, truth: BuildModel, guesses: Guesses): Verdict {
  const rows = new Map<string, Judged>();
  for (const asked of guessable(plan)) {
    const guess = guesses.get(asked.key);
    if (guess === undefined) continue;
    const station = truth.stations.find(
      (one) => !one.onBuild && one.stage === asked.stage && one.line === asked.line && one.text === asked.text,
    );
    const came = station === undefined ? 'open' : outcomeOf(station);
    rows.set(station?.key ?? asked.key, {
      station: station ?? asked,
      guess,
      truth: came,
      ...(came === 'open' ? {} : { right: (guess === 'cached') === (came === 'cached') }),
    });
  }
  const all = [...rows.values()];
  const answered = all.filter(({ right }) => right !== undefined).length;
  return { rows, right: all.filter(({ right }) => right === true).length, answered, open: all.length - answered };
}

function outcomeOf({ mark }: Station): Judged['truth'] {
  if (mark === 'cached') return 'cached';
  if (mark === 'failed') return 'failed';
  return isRun(mark) ? 'ran' : 'open';
}
