import type { Container } from '../../container/index.ts';
import type { ImageID } from '../../digest/index.ts';
import type { Daemon } from '../daemon.ts';

/**
 * One start of a container, told as long as the engine remembers it, the container's removal notwithstanding: for whoever grades what was
 * run, never for what a command prints. Beside the engine's state, so that doing everything again makes the same journal. A value.
 */
export interface Run {
  /** 1 for an engine's first. */
  readonly number: number;
  readonly container: string;
  readonly name: string;
  readonly image: ImageID;
  /** The image as it was named when the container was made. */
  readonly imageRef: string;
  readonly argv: readonly string[];
  /** By the restart policy. */
  readonly again: boolean;
  /** When its stop was asked for; only as long as the stop goes on, and after it. */
  readonly stopAsked?: number;
  /** Absent while it runs. */
  readonly end?: {
    readonly at: number;
    readonly exitCode: number;
    readonly oom: boolean;
    /** The beginning of what it wrote to stdout. */
    readonly stdout: string;
    /** Its pid 1 could not be started. */
    readonly refused: boolean;
  };
}

/** Runs that are remembered; older ones go first. */
const KEPT = 200;

/** A container has been started. */
export function journalStart(daemon: Daemon, container: Container, again: boolean): void {
  const { id, name, image, imageRef, path, args } = container;
  const number = (daemon.runs.at(-1)?.number ?? 0) + 1;
  daemon.runs = [...daemon.runs.slice(1 - KEPT), { number, container: id, name, image, imageRef, argv: [path, ...args], again }];
}

/** Its stop has been asked for; a second request changes nothing. */
export function journalStop(daemon: Daemon, id: string): void {
  change(daemon, id, (run) => (run.stopAsked === undefined ? { ...run, stopAsked: daemon.now() } : run));
}

/** Its pid 1 has ended, or could not be started. */
export function journalEnd(daemon: Daemon, id: string, end: Omit<NonNullable<Run['end']>, 'at'>): void {
  change(daemon, id, (run) => ({ ...run, end: { at: daemon.now(), ...end } }));
}

function change(daemon: Daemon, id: string, changed: (run: Run) => Run): void {
  const index = daemon.runs.findLastIndex((run) => run.container === id);
  const run = daemon.runs[index];
  if (run !== undefined && run.end === undefined) daemon.runs = daemon.runs.with(index, changed(run));
}
