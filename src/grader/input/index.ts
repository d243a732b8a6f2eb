// What is graded: read-only facts about the learner's machine, oldest layer first, sizes in bytes.
// Knows neither the engine's types nor how a command was typed; any session that can state these facts can be graded.

import type { ContainerFacts } from './containers.ts';
import type { ImageFacts } from './images.ts';

export type { ContainerFacts } from './containers.ts';
export type { ConfigFacts, EntryFacts, HistoryFacts, ImageFacts, LayerFacts } from './images.ts';

/** The facts at one moment. Images are those that `docker images` lists: no intermediate images of the classic builder. */
export interface Snapshot {
  readonly images: readonly ImageFacts[];
  readonly containers: readonly ContainerFacts[];
}

export interface Turn {
  readonly number: number;
  readonly line: string;
  readonly exit: number;
}

export interface GradeInput {
  /** The machine as the exercise began. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly turns: readonly Turn[];
}
