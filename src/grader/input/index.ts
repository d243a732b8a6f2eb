// What is graded: read-only facts about the learner's machine, oldest layer first, sizes in bytes.
// Knows neither the engine's types nor how a command was typed; any session that can state these facts can be graded.

import type { BuildFacts } from './builds.ts';
import type { ContainerFacts } from './containers.ts';
import type { HostFacts } from './host.ts';
import type { ImageFacts } from './images.ts';
import type { PushFacts, RegistriesFacts } from './registries.ts';
import type { RunFacts } from './runs.ts';
import type { NetworkFacts, VolumeFacts } from './volumes.ts';

export type { BuildFacts, StepFacts } from './builds.ts';
export type { ContainerFacts, MountFacts, PortFacts, ProcessFacts } from './containers.ts';
export type { ArchiveFacts, HostFacts } from './host.ts';
export type { ConfigFacts, EntryFacts, HealthcheckFacts, HistoryFacts, ImageFacts, LayerFacts } from './images.ts';
export type { ManifestFacts, PushFacts, RegistriesFacts } from './registries.ts';
export type { RunFacts } from './runs.ts';
export type { NetworkFacts, VolumeFacts } from './volumes.ts';

/**
 * The facts of one machine at one moment. Images are those that `docker images` lists: no intermediate images of the classic builder.
 * Functions compute what they answer when they are asked, of the moment the snapshot was taken.
 */
export interface MachineFacts {
  readonly images: readonly ImageFacts[];
  readonly containers: readonly ContainerFacts[];
  /** What containers ran, removed ones included, oldest first; the last 200. */
  readonly runs: readonly RunFacts[];
  readonly volumes: readonly VolumeFacts[];
  readonly networks: readonly NetworkFacts[];
  readonly registries: RegistriesFacts;
  /** The last pushes that came to their end, oldest first. */
  readonly pushes: readonly PushFacts[];
  /** The builds that are remembered, oldest first. */
  builds(): readonly BuildFacts[];
  /** How many records the build cache has. */
  cacheRecords(): number;
  readonly host: HostFacts;
}

/** The facts of the machine a session begins on, and those of every machine by name, the first included. */
export interface Snapshot extends MachineFacts {
  readonly machines?: ReadonlyMap<string, MachineFacts>;
}

/** A machine on which there is nothing. */
export const emptyMachine: MachineFacts = {
  images: [],
  containers: [],
  runs: [],
  volumes: [],
  networks: [],
  registries: { answers: () => false, host: (reference) => reference, manifest: () => undefined, tags: () => undefined },
  pushes: [],
  builds: () => [],
  cacheRecords: () => 0,
  host: { stat: () => undefined, text: () => undefined, archive: () => undefined, settings: () => ({}) },
};

export interface Turn {
  readonly number: number;
  readonly line: string;
  readonly exit: number;
  /** What it showed. */
  readonly output: string;
}

export interface GradeInput {
  /** The machine as the exercise began. */
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly turns: readonly Turn[];
}

/** The same for the machine of a name; undefined when there is none. */
export function inputOf(input: GradeInput, machine: string): GradeInput | undefined {
  const after = input.after.machines?.get(machine);
  return after && { ...input, before: input.before.machines?.get(machine) ?? emptyMachine, after };
}
