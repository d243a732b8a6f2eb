// The whole simulated world as one value: machines with their engines, and the terminals that are open on them.
import type { BuildsView } from './builds.ts';
import type { ContainerView } from './containers.ts';
import type { ImageView } from './layers.ts';
import type { RemoteView } from './remote.ts';
import type { RunView } from './run.ts';
import type { StoreView } from './store.ts';

/** A machine and its engine. Each picture's part stands in a file of its own beside this one. */
export interface MachineView {
  /** Host name, e.g. `strata` or `node01`. */
  readonly name: string;
  /** Which Docker it runs. */
  readonly profile: 'classic' | 'graphdriver' | 'containerd';
  /** Newest first; intermediate images of the classic builder are left out, as `docker images` does. */
  readonly images: readonly ImageView[];
  /** Newest first. */
  readonly containers: readonly ContainerView[];
  /** Missing as long as nothing was built. */
  readonly builds?: BuildsView;
  readonly remote: RemoteView;
  readonly run: RunView;
  readonly store: StoreView;
}

/** A terminal that is open on a machine. */
export interface TerminalView {
  /** 0 is the first; numbers are never used again. */
  readonly id: number;
  readonly machine: string;
  readonly cwd: string;
  readonly prompt: string;
  /** A command runs in it. */
  readonly busy: boolean;
}

export interface LabView {
  /** Virtual time. */
  readonly now: number;
  /** The learner's own machine first; never empty. */
  readonly machines: readonly MachineView[];
  /** The first terminal first; never empty. */
  readonly terminals: readonly TerminalView[];
}

/** The machine of that name, or the first. */
export function machineOf(view: LabView, name?: string): MachineView {
  const machine = view.machines.find((one) => one.name === name) ?? view.machines[0];
  if (machine === undefined) throw new Error('a view has at least one machine');
  return machine;
}
