import type { Words } from '../../i18n/index.ts';
import type { Machine } from './machines.ts';
import type { LabProps, Profile } from './props.ts';
import type { Goal } from './use-goal.ts';

/** What the parts of a lab show, and what they do with it. */
export interface Scene {
  readonly lab: LabProps;
  readonly t: Words;
  readonly now: Machine;
  /** The page as it was built, with a machine that never runs. */
  readonly still?: true;
  readonly profile: Profile;
  readonly goal: Goal;
  /** What is open below the pictures of a lesson. */
  readonly bottom: 'terminal' | 'files';
  setBottom(part: 'terminal' | 'files'): void;
  choose(exercise: string | undefined): void;
  setProfile(profile: Profile): void;
  put(line: string): void;
}

/** Whether any exercise of the page is graded. */
export const graded = ({ exercises }: LabProps): boolean => exercises.some(({ goals }) => goals.length > 0);
