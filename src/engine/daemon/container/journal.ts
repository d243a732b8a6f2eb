import type { Container, Run } from '../../container/index.ts';
import type { Daemon } from '../daemon.ts';

/** Runs that are remembered; older ones go first. */
const KEPT = 200;

/** A container has been started. */
export function journalStart(daemon: Daemon, container: Container, again: boolean): void {
  const { id, name, image, imageRef, path, args } = container;
  const { runs = [] } = daemon.state;
  const number = (runs.at(-1)?.number ?? 0) + 1;
  daemon.update({ runs: [...runs.slice(1 - KEPT), { number, container: id, name, image, imageRef, argv: [path, ...args], again }] });
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
  const { runs = [] } = daemon.state;
  const index = runs.findLastIndex((run) => run.container === id);
  const run = runs[index];
  if (run !== undefined && run.end === undefined) daemon.update({ runs: runs.with(index, changed(run)) });
}
