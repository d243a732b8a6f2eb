// The machines of a page: the lab's own, in each Docker it offers, and one an exercise. Each has a session, kept under a name of its own.
import type { StartData } from '../../course/index.ts';
import { goalsOf, machineId, type PageExercise, startOf, withSeed } from '../exercise/model.ts';
import { engineWorker } from '../session/engine-worker.ts';
import { createSession, deviceStore, holdLab, type LabView, type Session } from '../session/index.ts';
import type { Profile } from './props.ts';

export interface Machine {
  /** What it is kept under. */
  readonly id: string;
  readonly session: Session;
  readonly start: StartData;
  /** With the learner's values. */
  readonly exercise?: PageExercise;
  readonly seed: number;
}

/** Which one: the lab's own in a Docker, or an exercise's with the values of a seed. */
export type Which = { readonly profile: Profile } | { readonly exercise: PageExercise; readonly seed: number };

export interface Machines {
  of(which: Which): Machine;
  /** Ends those that were left longest, so that at most `most` run; one that is busy stays. */
  rest(now: Machine, most: number): readonly Machine[];
  readonly all: readonly Machine[];
  close(): void;
}

interface Lab {
  readonly id: string;
  readonly start: StartData;
  readonly initial: LabView;
}

export function createMachines({ id, start, initial }: Lab): Machines {
  /** Used last is last. */
  const known = new Map<string, Machine>();
  const make = (name: string, begin: StartData, seed: number, exercise?: PageExercise): Machine => ({
    id: name,
    start: begin,
    seed,
    ...(exercise ? { exercise } : {}),
    session: createSession({
      id: name,
      start: begin,
      ...(sameStart(begin, start) ? { initial } : {}),
      ...(exercise ? { exercise: goalsOf(exercise) } : {}),
      store: deviceStore(),
      hold: () => holdLab(name),
      connect: engineWorker,
    }),
  });
  return {
    of: (which) => {
      const name = 'profile' in which ? profileId(id, which.profile, start.profile) : machineId(which.exercise, which.seed);
      let found = known.get(name);
      if (!found) {
        if ('profile' in which) found = make(name, { ...start, profile: which.profile }, 0);
        else {
          const exercise = withSeed(which.exercise, which.seed);
          found = make(name, startOf(start, exercise), which.seed, exercise);
        }
        known.set(name, found);
      }
      return found;
    },
    rest: (now, most) => {
      known.delete(now.id);
      known.set(now.id, now);
      for (const machine of [...known.values()]) {
        if (known.size <= most) break;
        if (machine === now || machine.session.status.peek() === 'running') continue;
        known.delete(machine.id);
        end(machine);
      }
      return [...known.values()];
    },
    get all() {
      return [...known.values()];
    },
    close: () => {
      for (const { session } of known.values()) session.close();
      known.clear();
    },
  };
}

/** What it did last is kept before it goes. */
function end({ session }: Machine): void {
  if (session.status.peek() === 'ready')
    void session
      .save()
      .catch(() => {})
      .then(() => session.close());
  else session.close();
}

const sameStart = (a: StartData, b: StartData): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

/** The lab's own machine in its own Docker has the lab's name; in another it is another machine. */
export const profileId = (id: string, profile: Profile, own: Profile): string => (profile === own ? id : `${id}~${profile}`);
