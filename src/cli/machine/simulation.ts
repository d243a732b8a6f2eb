import { boot } from '../../engine/daemon/boot.ts';
import { Daemon, type Network } from '../../engine/daemon/index.ts';
import { HostNetwork, macOf } from '../../engine/daemon/network/index.ts';
import type { HubState } from '../../engine/hub/index.ts';
import { Internet, plainSites, startRouter } from '../../engine/internet/index.ts';
import {
  deviceTree,
  type FileSystem,
  FileSystem as Files,
  Kernel,
  mountProc,
  Namespace,
  type Process,
  type Programs,
  plainFileSystem,
  Segment,
} from '../../engine/kernel/index.ts';
import type { Profile } from '../../engine/profile/index.ts';
import { installPaths } from '../../engine/programs/busybox/index.ts';
import { withPrograms } from '../../engine/programs/index.ts';
import { emptyRegistry } from '../../engine/registry/index.ts';
import { bash, dash } from '../../engine/shell/index.ts';
import { emptyEngine, type Machine, type World, type WorldNetwork } from '../../engine/world/index.ts';
import { storeWithBusybox } from './busybox-image.ts';
import { lazyDocker } from './docker-program.ts';
import { hostTree } from './host-tree.ts';
import { LazyHub } from './hub.ts';
import './packages.ts';
import { behindMirrors, lazyHostPrograms, lazyHttpConnector, lazyHubSite } from './lazy-parts.ts';

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
  /** Which Docker the machines run. */
  readonly profile?: Profile;
  /** Bridge and internet are there unless this says otherwise. */
  readonly network?: WorldNetwork;
  /** Docker Hub, with its accounts and limits; none where this is not given. */
  readonly hub?: HubState | true;
}

/** The wire between the machines: the router, then the machines in order. */
const ROUTER = '10.0.0.1';
const machineAddress = (index: number): string => `10.0.0.${11 + index}`;

/** A World with fresh machines that have `busybox:latest` and nothing else. */
export function newWorld({ seed, now, machines = ['strata'], registries = [], profile = 'graphdriver', network, hub }: NewWorld): World {
  const images = storeWithBusybox(now, profile);
  return {
    machines: new Map(
      machines.map((name) => [
        name,
        {
          name,
          files: hostTree(name, installPaths, now, { wired: network?.internet !== false || machines.length > 1 }),
          engine: { ...emptyEngine, images, ...(profile === 'graphdriver' ? {} : { profile }) },
        },
      ]),
    ),
    registries: new Map(registries.map((host) => [host, emptyRegistry(host)])),
    ...(network === undefined ? {} : { network }),
    ...(hub === undefined ? {} : { hub: hub === true ? {} : hub }),
    now,
    seed,
  };
}

/** A program of ours that fails takes itself down and nothing else; a machine's first shell is the caller's own, and its errors are too. */
function crashed(process: Process, error: unknown): number | undefined {
  if (process.parent === undefined && process.pid !== 1) return undefined;
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  try {
    if (process.io.has(2))
      process.io.at(2).write(new TextEncoder().encode(`strata: ${process.command} failed, please report: ${what}\n`), process.now());
  } catch {
    // Nobody reads what it says.
  }
  return 134;
}

/** A World being run: one kernel and clock for all its machines. `world()` gives back a value at any time. */
export class Simulation {
  readonly kernel: Kernel;
  readonly machines: ReadonlyMap<string, RunningMachine>;
  readonly network: Network;
  readonly seed: number;
  readonly #facts: WorldNetwork;
  readonly #hub: LazyHub | undefined;
  #segment: Segment | undefined;

  constructor(world: World, options: { readonly onDocker?: (argv: readonly string[]) => void } = {}) {
    this.seed = world.seed;
    const daemons = new Map<Namespace, Daemon>();
    const engineOf = (process: Process): Daemon | undefined => daemons.get(process.ns);
    const machineNamed = (name: string): Namespace | undefined => this.machines.get(name)?.ns;
    const programs: Programs = withPrograms({
      bash,
      dash,
      docker: lazyDocker(engineOf, options.onDocker),
      ...lazyHostPrograms({ engineOf, machineNamed }),
    });
    this.kernel = new Kernel({ programs, now: world.now, seed: world.seed, onCrash: crashed });
    this.#facts = world.network ?? { bridge: true, internet: true };
    this.#hub = world.hub === undefined ? undefined : new LazyHub(world.hub);
    this.network = {
      registries: world.registries,
      internet: new Internet(this.#facts.internet ? plainSites : []),
      connectors: [
        ...(this.#hub === undefined ? [] : [behindMirrors(this.#hub.connector)]),
        ...(this.#facts.bridge ? [lazyHttpConnector] : []),
      ],
      ...(this.#hub === undefined ? {} : { hub: this.#hub }),
    };
    if (this.#hub !== undefined) this.network.internet?.add(lazyHubSite(this.kernel, this.#hub.connector, () => [...daemons.values()][0]));
    this.#wire(world);
    this.machines = new Map([...world.machines.values()].map((machine, index) => [machine.name, this.#switchOn(machine, index, daemons)]));
  }

  /** The wire between the machines, with the router that leads out; none when there is one machine without internet. */
  #wire({ machines }: World): void {
    const { internet } = this.#facts;
    if (!internet && machines.size < 2) return;
    this.#segment = new Segment('lan');
    const addresses = new Map([...machines.keys()].map((name, index) => [name, machineAddress(index)]));
    const router = { segment: this.#segment, address: `${ROUTER}/24`, machines: () => addresses };
    startRouter(this.kernel, { ...router, internet: internet ? this.network.internet : undefined });
  }

  #switchOn(machine: Machine, index: number, daemons: Map<Namespace, Daemon>): RunningMachine {
    const files = new Files({ type: 'ext4', tree: machine.files });
    const ns = new Namespace({ id: machine.name, hostname: machine.name, root: files, source: '/dev/vda1' });
    ns.nextPid = 2;
    mountProc(this.kernel, ns, { bootTime: this.kernel.now - 86_400, memoryKB: 8_000_000, cpus: 2, kernelVersion: '6.1.0-strata' });
    ns.mount({ path: '/dev', fs: plainFileSystem('devtmpfs', deviceTree(this.kernel.now, { console: true })) });
    if (this.#segment !== undefined) {
      const eth0 = ns.network.add({
        name: 'eth0',
        addresses: [`${machineAddress(index)}/24`],
        segment: this.#segment,
        mac: macOf(machine.name),
      });
      ns.network.gateway = { address: ROUTER, via: eth0 };
    }
    const host = new HostNetwork(ns, { bridge: this.#facts.bridge });
    const daemon = new Daemon({
      host,
      kernel: this.kernel,
      hostFiles: files,
      network: this.network,
      state: machine.engine,
      seed: this.seed + index,
    });
    boot(daemon);
    daemons.set(ns, daemon);
    return { name: machine.name, files, ns, daemon };
  }

  /** Everything as a value. What runs is told by its files, log and state; the processes themselves are not part of it. */
  world(): World {
    const machines = new Map<string, Machine>();
    for (const { name, files, daemon } of this.machines.values())
      machines.set(name, { name, files: files.tree(), engine: daemon.snapshot() });
    const { bridge, internet } = this.#facts;
    const network = bridge && internet ? {} : { network: this.#facts };
    const hub = this.#hub === undefined ? {} : { hub: this.#hub.state };
    return { machines, registries: this.network.registries, ...network, ...hub, now: this.kernel.now, seed: this.seed };
  }
}
