import type { FunctionComponent } from 'preact';
import type { Locale } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { LabView } from '../session/view/index.ts';

/** The pictures of the lab, in the order of their tabs. */
export const kinds = ['stack', 'store', 'build', 'run', 'registry', 'fence'] as const;
export type Kind = (typeof kinds)[number];

/** What every picture is given. It draws `view` for `machine`, tells what is new by `before`, and sends intents to the session. */
export interface PictureProps {
  readonly session: Session;
  readonly locale: Locale;
  /** The world at the moment that is shown. */
  readonly view: LabView;
  /** The moment one command earlier; undefined at the start. */
  readonly before: LabView | undefined;
  /** Name of the machine that is chosen. */
  readonly machine: string;
  /** False while an earlier moment is looked at: then nothing can be run from the picture. */
  readonly live: boolean;
  /** Number of the command the moment comes after; undefined at the start. */
  readonly turn: number | undefined;
  /** diffIDs that the grader points at. */
  readonly marked?: ReadonlySet<string>;
}

/** What the `index.ts` of a picture's folder offers to the lab, which loads it when its tab is first opened. */
export interface PictureModule {
  readonly Picture: FunctionComponent<PictureProps>;
}
