// A build line run in a copy of the world, to see what it would do. The copy is thrown away; its trace is kept to be looked at.
import { Session } from '../../../cli/machine/session.ts';
import type { BuildTrace } from '../../../engine/build/index.ts';
import { Refusal } from '../../session/refusal/index.ts';
import type { BuildView } from '../../session/view/builds.ts';
import { viewOf } from '../view/builds.ts';
import type { Moment } from './moment.ts';

/** Real milliseconds after which a rehearsal is given up, and those of one slice of work. */
const PATIENCE = 15_000;
const SLICE = 10;
/** Rehearsals remembered. */
const KEPT = 4;

const kept = new Map<number, BuildTrace>();
let last = 0;
let newest: object | undefined;

export const rehearsal = (number: number): BuildTrace | undefined => kept.get(number);

/** Throws Error when the line is no build, takes too long, or another rehearsal has been asked for meanwhile. */
export async function rehearse({ world, machine }: Moment, line: string, cwd: string): Promise<BuildView> {
  const own = {};
  newest = own;
  const session = new Session(world, { machine: machine.name });
  session.chdir(cwd);
  session.start(line);
  const began = performance.now();
  for (;;) {
    const from = performance.now();
    const { done, waits, output } = session.step(() => performance.now() - from > SLICE);
    if (done !== undefined) {
      const trace = session.simulation.machines.get(machine.name)?.daemon.state.builds?.at(-1);
      if (trace === undefined || trace.number === (machine.engine.builds?.at(-1)?.number ?? 0))
        throw output.trim() === '' ? new Refusal('build.rehearsal.none') : new Error(output.trim());
      return remember(trace);
    }
    if (newest !== own) throw new Refusal('build.rehearsal.other');
    if (performance.now() - began > PATIENCE) throw new Refusal('build.rehearsal.long', { seconds: PATIENCE / 1000 });
    if (waits === 'stdin') session.end();
    else if (typeof waits === 'object' && 'loading' in waits) await waits.loading;
    else await new Promise((resolve) => setTimeout(resolve, 0));
  }
}

function remember(trace: BuildTrace): BuildView {
  const number = --last;
  kept.set(number, trace);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return viewOf(trace, number);
}
