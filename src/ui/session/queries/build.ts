// Questions of the Build picture: what a build left at a step, and builds and commands tried in a copy of the world.
import type { BuildView } from '../view/builds.ts';
import type { ChangeView } from '../view/index.ts';

/** A point of a build: behind one step. `build` is a build's number; below 0 for a rehearsal. */
export interface BuildPoint {
  readonly build: number;
  readonly stage: number;
  readonly step: number;
}

export interface LogLineView {
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
  /** Virtual seconds since the step began. */
  readonly at: number;
}

/** What a point is: the image's own words about itself, and what the step before it changed. */
export interface PointView {
  /** Fields of the image config that are set, in Docker's spelling; lists and maps as JSON. */
  readonly config: readonly { readonly name: string; readonly value: string; readonly changed: boolean }[];
  /** Variables a RUN here would see, `NAME=value`. */
  readonly env: readonly { readonly text: string; readonly changed: boolean }[];
  readonly workdir: string;
  readonly user: string;
  readonly changes: readonly ChangeView[];
  readonly moreChanges: number;
}

export interface PointEntry {
  readonly name: string;
  readonly kind: 'file' | 'dir' | 'symlink' | 'other';
  readonly size: number;
  /** As `ls -l` writes it, without the kind. */
  readonly mode: string;
  readonly target?: string;
  /** What the step did to it: A added, C changed; for a directory, that something below it did. */
  readonly change?: 'A' | 'C' | 'below';
}

export interface BuildQueries {
  'build.trace': { readonly ask: { readonly build: number }; readonly answer: BuildView };
  'build.log': { readonly ask: BuildPoint; readonly answer: { readonly lines: readonly LogLineView[]; readonly cut: boolean } };
  'build.at': { readonly ask: BuildPoint; readonly answer: PointView };
  'build.dir': { readonly ask: BuildPoint & { readonly path: string }; readonly answer: readonly PointEntry[] };
  /** A text file; `text` is missing for what is none. */
  'build.file': {
    readonly ask: BuildPoint & { readonly path: string };
    readonly answer: { readonly size: number; readonly text?: string; readonly cut: boolean };
  };
  /** Runs a line as a RUN at this point would, in a copy: nothing is kept. */
  'build.run': {
    readonly ask: BuildPoint & { readonly line: string };
    readonly answer: { readonly output: string; readonly exit: number; readonly cut: boolean; readonly changes: readonly ChangeView[] };
  };
  /** A Dockerfile read and not built. */
  'build.plan': { readonly ask: { readonly path: string; readonly cwd: string }; readonly answer: BuildView };
  /** A build line run in a copy of the world: what it would do. */
  'build.rehearse': { readonly ask: { readonly line: string; readonly cwd: string }; readonly answer: BuildView };
}
