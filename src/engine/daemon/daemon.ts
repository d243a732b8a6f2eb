import type { Container } from '../container/index.ts';
import { type Digest, hexOf, sha256 } from '../digest/index.ts';
import type { Hub } from '../hub/index.ts';
import type { Internet } from '../internet/index.ts';
import type { FileSystem, Kernel, MachineFacts, Step } from '../kernel/index.ts';
import type { Registry, RemoteRegistry } from '../registry/index.ts';
import type { RunningContainer } from '../runtime/index.ts';
import type { EngineState } from '../world/index.ts';
import type { Service } from './boot.ts';
import { type DaemonConfig, defaultConfig } from './config/index.ts';
import type { RestartManager } from './container/restart-policy.ts';
import type { Streams } from './container/streams.ts';
import type { Trace } from './container/trace.ts';
import { EventLog } from './events/log.ts';
import type { HostNetwork } from './network/host-network.ts';
import type { Sandbox } from './network/sandbox.ts';

/** A kind of registry: gives the way to it when the domain leads to one of its kind. */
export type Connector = (daemon: Daemon, domain: string) => Step<RemoteRegistry | undefined>;

/** The way to Docker Hub's own services: search and accounts. What it needs may have to be fetched first. */
export interface HubDoor {
  open(): Step<Hub>;
}

/** What a daemon shares with the other daemons of its world: registries are reached by all. */
export interface Network {
  registries: ReadonlyMap<string, Registry>;
  /** Asked in order for a domain that `registries` does not have. */
  readonly connectors?: readonly Connector[];
  /** Docker Hub, where the World has one. */
  readonly hub?: HubDoor;
  /** The simulated internet, as far as there is one. */
  readonly internet?: Internet;
}

/** A container that runs: its processes, and the file systems it has open. */
export interface LiveContainer extends RunningContainer {
  readonly root: FileSystem;
  readonly streams: Streams;
  /** Its network; its own, or a part in another's. */
  readonly sandbox: Sandbox;
  /** Someone waits for it to stop, and will be told before its end is. */
  stopping?: boolean;
  /** It ends only to be started again by hand: `--rm` does not hold. */
  restarting?: boolean;
  /** Stands for the health checks that go on; another one means that they end. */
  healthMonitor?: object;
}

/**
 * A running engine: its state as a value in `state`, and beside it what cannot be a value, the file systems and processes
 * in use. Every change replaces `state`; operations are functions that take the daemon, one per file.
 */
export class Daemon {
  readonly kernel: Kernel;
  /** The host's files: what builds send and bind mounts show. */
  readonly hostFiles: FileSystem;
  readonly network: Network;
  /** What the engine does to its host's network; without it containers have none. */
  readonly host: HostNetwork | undefined;
  readonly seed: number;
  state: EngineState;
  /** What daemon.json says, read when the engine starts. */
  config: DaemonConfig = defaultConfig;
  service: Service;
  /** What the client that asks now would show a registry, by the registry's name in the client's config.json. */
  credentials?: (server: string) => { readonly username: string; readonly password: string } | undefined;
  /** Running containers by id. */
  readonly live = new Map<string, LiveContainer>();
  /** What happened, newest last: `docker events`. */
  readonly events = new EventLog();
  /** How containers that were started are started again, by id. */
  readonly restarts = new Map<string, RestartManager>();
  /** What happened in containers, by id, and the containers removed last: for pictures, not part of the state. */
  readonly traces = new Map<string, Trace>();
  removed: readonly Container[] = [];
  #execs = 0;
  /** Volumes in use by name. */
  readonly openVolumes = new Map<string, FileSystem>();

  constructor(options: { kernel: Kernel; hostFiles: FileSystem; network: Network; state: EngineState; seed: number; host?: HostNetwork }) {
    this.kernel = options.kernel;
    this.hostFiles = options.hostFiles;
    this.network = options.network;
    this.host = options.host;
    this.state = options.state;
    this.seed = options.seed;
    this.service = { state: 'active', since: options.kernel.now, journal: [] };
  }

  /** What containers see of the machine they are on. */
  get machine(): MachineFacts {
    const get = (): readonly string[] => this.state.emulated ?? [];
    const set = (emulated: readonly string[]): void => this.update({ emulated });
    return {
      get emulated(): readonly string[] {
        return get();
      },
      set emulated(value) {
        set(value);
      },
    };
  }

  /** Virtual time, seconds since the epoch. */
  now(): number {
    return this.kernel.now;
  }

  /** Replaces part of the state. */
  update(part: Partial<EngineState>): void {
    this.state = { ...this.state, ...part };
  }

  /** The state with the files and logs of what runs as they are now. */
  snapshot(): EngineState {
    const containers = new Map(this.state.containers);
    for (const [id, { root, streams }] of this.live) {
      const container = containers.get(id);
      if (container !== undefined) containers.set(id, { ...container, tree: root.tree(), logs: [...streams.logs] });
    }
    const volumes = new Map(this.state.volumes);
    for (const [name, fs] of this.openVolumes) {
      const volume = volumes.get(name);
      if (volume !== undefined) volumes.set(name, { ...volume, tree: fs.tree() });
    }
    return { ...this.state, containers, volumes };
  }

  /** A new 64-digit hex id, different for each call and equal in equal histories. */
  newID(): string {
    const serial = this.state.serial + 1;
    this.update({ serial });
    return hexOf(sha256(`strata id ${this.seed} ${serial}`) as Digest);
  }

  /** A new id for a process that joins a container; containers' ids do not depend on how many there were. */
  newExecID(): string {
    return hexOf(sha256(`strata exec ${this.seed} ${++this.#execs}`) as Digest);
  }
}

/** RFC 3339 with nanoseconds in UTC, as Go prints times in JSON: trailing zeros dropped. `seconds` since the epoch. */
export function rfc3339(seconds: number): string {
  const whole = Math.floor(seconds);
  const nanos = Math.round((seconds - whole) * 1e6) * 1000;
  const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`;
  const days = Math.floor(whole / 86_400);
  const rest = whole - days * 86_400;
  const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
  const [year, month, day] = civil(days);
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}T${pad(Math.floor(rest / 3600))}:${pad(Math.floor(rest / 60) % 60)}:${pad(rest % 60)}${fraction}Z`;
}

/** Days since 1970-01-01 → year, month, day of the Gregorian calendar. */
function civil(days: number): [number, number, number] {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor((doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365);
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return [yoe + era * 400 + (month <= 2 ? 1 : 0), month, doy - Math.floor((153 * mp + 2) / 5) + 1];
}
