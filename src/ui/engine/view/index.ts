// What the pictures draw, read from a running session: one file a picture's part.
// Knows the engine's values; refuses to know how anything is drawn.
import type { Session } from '../../../cli/machine/session.ts';
import type { RunningMachine, Simulation } from '../../../cli/machine/simulation.ts';
import type { LabView, MachineView } from '../../session/view/index.ts';
import { buildsOf } from './builds.ts';
import { containersOf } from './containers.ts';
import { imagesOf } from './images.ts';
import { remoteOf } from './remote.ts';
import { runOf } from './run.ts';
import { storeOf } from './store.ts';

export { isShown } from './images.ts';
export { allLayerChanges, kindOf } from './layer-changes.ts';

/** Everything as it is now. */
export function viewOf(session: Session): LabView {
  return {
    now: session.simulation.kernel.now,
    machines: [...session.simulation.machines.values()].map((machine) => machineView(machine, session.simulation)),
    terminals: session.terminals.map((terminal) => ({
      id: terminal.id,
      machine: terminal.machine.name,
      cwd: terminal.cwd,
      prompt: terminal.prompt(),
      busy: terminal.running !== undefined,
    })),
  };
}

function machineView(machine: RunningMachine, simulation: Simulation): MachineView {
  const { name, daemon } = machine;
  return {
    name,
    profile: daemon.state.profile ?? 'graphdriver',
    images: imagesOf(daemon),
    containers: containersOf(daemon),
    ...(daemon.state.builds === undefined ? {} : { builds: buildsOf(daemon) }),
    remote: remoteOf(machine, simulation),
    run: runOf(daemon),
    store: storeOf(daemon),
  };
}
