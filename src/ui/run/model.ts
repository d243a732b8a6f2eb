// A container as the Run picture shows it: the words it executes, its processes, its time, and what leads in and out of its box.
// Knows the session's views. Refuses to know the language, the DOM and the engine.
import type { ChangeView, ContainerRunView, ContainerView, MountView, NetworkView, PortView, ProcessView } from '../session/view/index.ts';
import { type Assembly, assemble } from './argv.ts';
import { type Time, timeOf } from './time.ts';

export interface RunModel {
  readonly container: ContainerRunView;
  /** Running or paused: its processes are those of now. */
  readonly alive: boolean;
  /** Nothing more happens in it by itself. */
  readonly over: boolean;
  readonly argv: Assembly;
  readonly processes: readonly ProcessView[];
  readonly first?: ProcessView;
  /** What the stop signal would do to pid 1, as it is now. */
  readonly stopSignal: { readonly name: string; readonly effect: 'handled' | 'ignored' | 'unheard' };
  readonly time?: Time;
  readonly ports: readonly PortView[];
  readonly mounts: readonly MountView[];
  /** What was written to the container's own layer: never what lies in a mount. */
  readonly writes: readonly ChangeView[];
  readonly writesSize: number;
  readonly networks: readonly NetworkView[];
}

/** `layer` is the same container with its writable layer. `now` is virtual time. */
export function runModel(container: ContainerRunView, layer: ContainerView | undefined, now: number): RunModel {
  const { processes, state } = container;
  const first = processes.find(({ pid }) => pid === 1);
  const name = container.stopSignal.replace(/^SIG/, '');
  const time = timeOf(container, now);
  return {
    container,
    alive: state === 'running' || state === 'paused',
    over: state !== 'running' && state !== 'paused' && state !== 'restarting',
    argv: assemble(container.own, container.image, container.shell),
    processes,
    ...(first ? { first } : {}),
    stopSignal: { name, effect: effectOf(first, name) },
    ...(time ? { time } : {}),
    ports: container.ports,
    mounts: container.mounts,
    writes: layer?.changes ?? [],
    writesSize: layer?.size ?? 0,
    networks: container.networks,
  };
}

function effectOf(first: ProcessView | undefined, signal: string): 'handled' | 'ignored' | 'unheard' {
  if (first?.handles.includes(signal)) return 'handled';
  return first?.ignores.includes(signal) ? 'ignored' : 'unheard';
}
