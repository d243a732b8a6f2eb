import type { Session } from '../../../cli/machine/session.ts';
import type { Machine, World } from '../../../engine/world/index.ts';
import type { Queries } from '../../session/queries/index.ts';

/** The moment a question is about, as a value. Nothing that is done with it changes the learner's world. */
export interface Moment {
  readonly world: World;
  /** The machine the question names. */
  readonly machine: Machine;
  /** The running simulation, when the moment is now: only to look at what a World does not hold, such as processes. */
  readonly live: Session | undefined;
}

/** One area's answers, by question. An Error's message is shown to the learner. */
export type Answers<Area extends Partial<Queries>> = {
  readonly [N in keyof Area & keyof Queries]: (
    moment: Moment,
    ask: Queries[N]['ask'],
  ) => Queries[N]['answer'] | Promise<Queries[N]['answer']>;
};
