import type { StartData } from '../../course/index.ts';
import type { Locale } from '../../i18n/index.ts';
import type { PageExercise } from '../exercise/model.ts';
import type { LabView } from '../session/index.ts';

export type Profile = StartData['profile'];

export interface LabProps {
  readonly id: string;
  readonly locale: Locale;
  readonly layout: 'lesson' | 'sandbox' | 'front';
  readonly start: StartData;
  /** The start as it was when the site was built. */
  readonly initial: LabView;
  readonly ready?: string;
  readonly tries: readonly string[];
  readonly exercises: readonly PageExercise[];
  /** Which Dockers the lab can be started with, when there is a choice. */
  readonly profiles: readonly Profile[];
  /** Titles of the lessons there are, by id. */
  readonly lessons: Readonly<Record<string, string>>;
}
