import type { BuildCache } from '../build/cache.ts';
import { emptyBuildCache } from '../build/cache.ts';
import type { BuildTrace } from '../build/trace/trace.ts';
import type { BuilderState } from '../builders/state.ts';
import type { Container, Network, Run, Volume } from '../container/index.ts';
import type { HubState } from '../hub/index.ts';
import type { Profile } from '../profile/index.ts';
import type { Push, Registry } from '../registry/index.ts';
import { emptyStore, type ImageStore } from '../store/index.ts';
import type { Tree } from '../tree/index.ts';

/** What one Docker engine holds. */
export interface EngineState {
  readonly images: ImageStore;
  /** By full id, oldest first. */
  readonly containers: ReadonlyMap<string, Container>;
  readonly volumes: ReadonlyMap<string, Volume>;
  /** Networks that users made, by name; the engine's own are always there. */
  readonly networks?: ReadonlyMap<string, Network>;
  /** BuildKit's cache. The classic builder's is the image store itself. */
  readonly cache: BuildCache;
  /** What the last builds did, oldest first. Nothing of Docker's shows it, and nothing depends on it. */
  readonly builds?: readonly BuildTrace[];
  /** What containers ran and what was pushed, oldest first; the same holds for these. */
  readonly runs?: readonly Run[];
  readonly pushes?: readonly Push[];
  /** What builders in containers keep, by the volume it lies in. */
  readonly builders?: ReadonlyMap<string, BuilderState>;
  /** Architectures of other machines whose programs are run by emulation (binfmt_misc). */
  readonly emulated?: readonly string[];
  /** How many ids have been given out: with the seed it makes the next one. */
  readonly serial: number;
  /** Which Docker it is; Docker 28 as installed when nothing is said. */
  readonly profile?: Profile;
}

/** A machine: a host with files, and its engine. */
export interface Machine {
  readonly name: string;
  readonly files: Tree;
  readonly engine: EngineState;
}

/** What there is of a network around the machines and in their engines. */
export interface WorldNetwork {
  /** Whether engines have their default bridge network; without it (`--bridge=none`) a container that names no network has none. */
  readonly bridge: boolean;
  /** Whether the machines are wired to a router behind which the simulated internet is. */
  readonly internet: boolean;
}

/** Everything there is, as a value: time and chance are fields. */
export interface World {
  readonly machines: ReadonlyMap<string, Machine>;
  /** By `host[:port]`. */
  readonly registries: ReadonlyMap<string, Registry>;
  /** Bridge and internet are there unless this says otherwise. */
  readonly network?: WorldNetwork;
  /** Docker Hub, where there is one. */
  readonly hub?: HubState;
  /** Seconds since the epoch. */
  readonly now: number;
  readonly seed: number;
}

export const emptyEngine: EngineState = {
  images: emptyStore,
  containers: new Map(),
  volumes: new Map(),
  cache: emptyBuildCache,
  serial: 0,
};
