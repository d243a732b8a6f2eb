// The facts that exercises are graded on, read from the machines as they are now. One file a noun.
// Knows the engine and the grader's input. Refuses to judge, and to walk a tree before a check asks.
import type { RunningMachine, Simulation } from '../../../cli/machine/simulation.ts';
import type { MachineFacts, Snapshot } from '../../../grader/index.ts';
import { emptyMachine } from '../../../grader/input/index.ts';
import { buildFacts } from './builds.ts';
import { containerFacts } from './containers.ts';
import { hostFacts } from './host.ts';
import { imagesIn } from './images.ts';
import { pushesOf, registriesOf } from './registries.ts';
import { runsIn } from './runs.ts';
import { networksIn, volumesIn } from './volumes.ts';

/** Of the machine a session begins on, and of every machine by name. */
export function factsOf(simulation: Simulation): Snapshot {
  const machines = new Map([...simulation.machines].map(([name, machine]) => [name, machineFacts(machine, simulation)]));
  const [first = emptyMachine] = machines.values();
  return { ...first, machines };
}

/** State and files are values: what is asked of them later is still of this moment. */
function machineFacts(machine: RunningMachine, simulation: Simulation): MachineFacts {
  const { daemon, files } = machine;
  const { state, config } = daemon;
  return {
    images: imagesIn(state),
    containers: [...state.containers.values()].map((container) => containerFacts(daemon, container)),
    runs: runsIn(daemon),
    volumes: volumesIn(daemon),
    networks: networksIn(daemon),
    registries: registriesOf(machine, simulation),
    pushes: pushesOf(machine),
    builds: () => (state.builds ?? []).map(buildFacts),
    cacheRecords: () => state.cache.records.size + state.cache.mounts.size + (state.cache.sources?.size ?? 0),
    host: hostFacts(files.tree(), config.settings),
  };
}
