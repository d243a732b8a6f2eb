import { Daemon, type Network } from '../../engine/daemon/index.ts';
import {
  deviceTree,
  type FileSystem,
  FileSystem as Files,
  Kernel,
  mountProc,
  Namespace,
  type Programs,
  plainFileSystem,
} from '../../engine/kernel/index.ts';
import { installPaths } from '../../engine/programs/busybox/index.ts';
import { withPrograms } from '../../engine/programs/index.ts';
import { emptyRegistry } from '../../engine/registry/index.ts';
import { bash, dash } from '../../engine/shell/index.ts';
import { emptyEngine, type Machine, type World } from '../../engine/world/index.ts';
import { storeWithBusybox } from './busybox-image.ts';
import { lazyDocker } from './docker-program.ts';
import { hostTree } from './host-tree.ts';

/** A machine that is switched on: its host's files and names, and its engine. */
export interface RunningMachine {
  readonly name: string;
  readonly files: FileSystem;
  readonly ns: Namespace;
  readonly daemon: Daemon;
}

export interface NewWorld {
  readonly seed: number;
  /** Virtual time to begin at, seconds since the epoch. */
  readonly now: number;
  /** Machine names; the first is where a session begins. */
  readonly machines?: readonly string[];
  /** Registries that exist, by host. */
  readonly registries?: readonly string[];
}

/** A World with fresh machines that have `busybox:latest` and nothing else. */
export function newWorld({ seed, now, machines = ['strata'], registries = [] }: NewWorld): World {
  const images = storeWithBusybox(now);
  return {
    machines: new Map(
      machines.map((name) => [name, { name, files: hostTree(name, installPaths, now), engine: { ...emptyEngine, images } }]),
    ),
    registries: new Map(registries.map((host) => [host, emptyRegistry(host)])),
    now,
    seed,
  };
}

/** A World being run: one kernel and clock for all its machines. `world()` gives back a value at any time. */
export class Simulation {
  readonly kernel: Kernel;
  readonly machines: ReadonlyMap<string, RunningMachine>;
  readonly network: Network;
  readonly seed: number;

  constructor(world: World) {
    this.seed = world.seed;
    const daemons = new Map<Namespace, Daemon>();
    const programs: Programs = withPrograms({ bash, dash, docker: lazyDocker((process) => daemons.get(process.ns)) });
    this.kernel = new Kernel({ programs, now: world.now, seed: world.seed });
    this.network = { registries: world.registries };
    this.machines = new Map([...world.machines.values()].map((machine, index) => [machine.name, this.#switchOn(machine, index, daemons)]));
  }

  #switchOn(machine: Machine, index: number, daemons: Map<Namespace, Daemon>): RunningMachine {
    const files = new Files({ type: 'ext4', tree: machine.files });
    const ns = new Namespace({ id: machine.name, hostname: machine.name, root: files, source: '/dev/vda1' });
    ns.nextPid = 2;
    mountProc(this.kernel, ns, { bootTime: this.kernel.now - 86_400, memoryKB: 8_000_000, cpus: 2, kernelVersion: '6.1.0-strata' });
    ns.mount({ path: '/dev', fs: plainFileSystem('devtmpfs', deviceTree(this.kernel.now, { console: true })) });
    const daemon = new Daemon({
      kernel: this.kernel,
      hostFiles: files,
      network: this.network,
      state: machine.engine,
      seed: this.seed + index,
    });
    daemons.set(ns, daemon);
    return { name: machine.name, files, ns, daemon };
  }

  /** Everything as a value. What runs is told by its files, log and state; the processes themselves are not part of it. */
  world(): World {
    const machines = new Map<string, Machine>();
    for (const { name, files, daemon } of this.machines.values())
      machines.set(name, { name, files: files.tree(), engine: daemon.snapshot() });
    return { machines, registries: this.network.registries, now: this.kernel.now, seed: this.seed };
  }
}
