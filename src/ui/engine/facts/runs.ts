// What containers ran, as the grader sees it, out of the journal that an engine keeps.
import type { Run } from '../../../engine/container/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { familiarString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { RunFacts } from '../../../grader/index.ts';

/** Runs that have ended never change. */
const known = new WeakMap<Run, RunFacts>();

export const runsIn = (daemon: Daemon): readonly RunFacts[] =>
  (daemon.state.runs ?? []).map((run) => {
    const made = known.get(run) ?? runFacts(daemon, run);
    if (run.end !== undefined) known.set(run, made);
    return made;
  });

function runFacts(daemon: Daemon, { number, container, name, image, imageRef, argv, again, stopAsked, end }: Run): RunFacts {
  return {
    number,
    container: name,
    image,
    imageRef: withTag(imageRef),
    argv,
    again,
    refused: end?.refused ?? false,
    ...(end === undefined ? {} : { exit: end.exitCode }),
    oom: end?.oom ?? daemon.state.containers.get(container)?.state.oomKilled ?? false,
    ...(end === undefined || stopAsked === undefined ? {} : { stopped: (end.at - stopAsked) * 1000 }),
    stdout: end?.stdout ?? daemon.live.get(container)?.streams.beginning ?? '',
  };
}

/** As images are named in lists: `web` is `web:latest`. What was given by id stays. */
function withTag(reference: string): string {
  try {
    return familiarString(withDefaultTag(parseReference(reference)));
  } catch {
    return reference;
  }
}
