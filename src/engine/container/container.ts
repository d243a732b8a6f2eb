import type { ChainID, ImageID } from '../digest/index.ts';
import type { RunConfig } from '../image/index.ts';
import type { Descriptor } from '../store/index.ts';
import type { Tree } from '../tree/index.ts';
import type { Endpoint } from './endpoint.ts';

/** How the host runs a container: the fields of moby's HostConfig that Strata knows, spelled as in `docker inspect`. */
export interface HostConfig {
  readonly Binds?: readonly string[];
  readonly ContainerIDFile?: string;
  readonly NetworkMode: string;
  readonly PortBindings: Readonly<Record<string, readonly { HostIp: string; HostPort: string }[]>>;
  readonly RestartPolicy: { readonly Name: string; readonly MaximumRetryCount: number };
  readonly AutoRemove: boolean;
  readonly ReadonlyRootfs: boolean;
  readonly Privileged: boolean;
  readonly PublishAllPorts: boolean;
  readonly Init?: boolean;
  /** Bytes; 0 is unlimited. */
  readonly Memory: number;
  readonly MemorySwap: number;
  readonly MemoryReservation: number;
  readonly NanoCpus: number;
  readonly CpuShares: number;
  readonly PidsLimit?: number;
  readonly Tmpfs?: Readonly<Record<string, string>>;
  readonly VolumesFrom?: readonly string[];
  readonly Links?: readonly string[];
  readonly ExtraHosts?: readonly string[];
  readonly Dns?: readonly string[];
  readonly DnsOptions?: readonly string[];
  readonly DnsSearch?: readonly string[];
  readonly IpcMode?: string;
  readonly PidMode?: string;
  readonly UTSMode?: string;
  readonly UsernsMode?: string;
  readonly CgroupnsMode?: string;
  readonly CgroupParent?: string;
  readonly Runtime?: string;
  readonly Isolation?: string;
  readonly VolumeDriver?: string;
  /** Bytes of /dev/shm. */
  readonly ShmSize?: number;
  readonly OomScoreAdj?: number;
  readonly OomKillDisable?: boolean;
  readonly CpuPeriod?: number;
  readonly CpuQuota?: number;
  readonly CpusetCpus?: string;
  readonly CpusetMems?: string;
  readonly BlkioWeight?: number;
  readonly BlkioDeviceReadBps?: readonly DeviceRate[];
  readonly BlkioDeviceWriteBps?: readonly DeviceRate[];
  readonly BlkioDeviceReadIOps?: readonly DeviceRate[];
  readonly BlkioDeviceWriteIOps?: readonly DeviceRate[];
  readonly CpuRealtimePeriod?: number;
  readonly CpuRealtimeRuntime?: number;
  readonly MemorySwappiness?: number;
  readonly Sysctls?: Readonly<Record<string, string>>;
  /** `--gpus`: what the engine's machine does not have. */
  readonly DeviceRequests?: readonly string[];
  readonly Annotations?: Readonly<Record<string, string>>;
  /** Devices of the host, as typed; none can be given to a container. */
  readonly Devices?: readonly string[];
  readonly CapAdd?: readonly string[];
  readonly CapDrop?: readonly string[];
  readonly SecurityOpt?: readonly string[];
  readonly GroupAdd?: readonly string[];
  readonly Ulimits?: readonly { Name: string; Hard: number; Soft: number }[];
  readonly LogConfig: { readonly Type: string; readonly Config: Readonly<Record<string, string>> };
  readonly Mounts?: readonly MountRequest[];
}

/** A limit on what is read from or written to a device a second. */
export interface DeviceRate {
  readonly Path: string;
  readonly Rate: number;
}

/** One `--mount`. */
export interface MountRequest {
  /** As typed: the engine refuses what it does not know. */
  readonly Type: string;
  readonly Source?: string;
  readonly Target: string;
  readonly ReadOnly?: boolean;
  readonly Consistency?: string;
  readonly BindOptions?: { readonly Propagation?: string; readonly NonRecursive?: boolean };
  readonly VolumeOptions?: {
    readonly NoCopy?: boolean;
    readonly Labels?: Readonly<Record<string, string>>;
    /** A path inside the volume that is mounted instead of its root. */
    readonly Subpath?: string;
    readonly DriverConfig?: { readonly Name?: string; readonly Options?: Readonly<Record<string, string>> };
  };
  readonly TmpfsOptions?: { readonly SizeBytes?: number; readonly Mode?: number };
}

/** A mount as the container has it (`docker inspect` "Mounts"). */
export interface MountPoint {
  readonly Type: 'bind' | 'volume' | 'tmpfs';
  readonly Name?: string;
  readonly Source: string;
  readonly Destination: string;
  readonly Driver?: string;
  readonly Mode: string;
  readonly RW: boolean;
  readonly Propagation: string;
}

export type Status = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

export interface HealthResult {
  readonly Start: number;
  readonly End: number;
  readonly ExitCode: number;
  readonly Output: string;
}
export interface HealthState {
  readonly Status: 'starting' | 'healthy' | 'unhealthy';
  readonly FailingStreak: number;
  readonly Log: readonly HealthResult[];
}

/** Times are seconds since the epoch; undefined is Docker's zero time. */
export interface ContainerState {
  readonly status: Status;
  readonly pid: number;
  readonly exitCode: number;
  readonly error: string;
  readonly oomKilled: boolean;
  readonly startedAt: number | undefined;
  readonly finishedAt: number | undefined;
  readonly health?: HealthState;
}

/** A piece of what a container wrote. */
export interface LogLine {
  readonly stream: 'stdout' | 'stderr';
  readonly time: number;
  readonly bytes: Uint8Array;
}

/** A container: everything `docker inspect` can tell, and its file system. A value; what runs lives in the daemon. */
export interface Container {
  readonly id: string;
  /** Without the leading slash. */
  readonly name: string;
  readonly created: number;
  readonly image: ImageID;
  /** The image as the user named it. */
  readonly imageRef: string;
  /** With containerd's store: the manifest it was made from. */
  readonly imageManifest?: Descriptor;
  readonly config: RunConfig;
  readonly hostConfig: HostConfig;
  readonly path: string;
  readonly args: readonly string[];
  readonly mounts: readonly MountPoint[];
  readonly state: ContainerState;
  readonly restartCount: number;
  /** The image's layers below this container. */
  readonly base: ChainID | undefined;
  /** The union view of the image and the engine's own mount points: what the container's layer is compared with. */
  readonly lower: Tree;
  /** The file system as it is now. */
  readonly tree: Tree;
  readonly logs: readonly LogLine[];
  /** Its places on networks, the one it was made with first. Empty when it shares another's. */
  readonly endpoints: readonly Endpoint[];
}

export interface Volume {
  readonly name: string;
  readonly driver: 'local';
  readonly labels: Readonly<Record<string, string>> | null;
  readonly options: Readonly<Record<string, string>> | null;
  readonly created: number;
  /** Made for a VOLUME or `-v /path` without a name. */
  readonly anonymous: boolean;
  readonly tree: Tree;
}

/** A network: a wire that containers hang on, and how their addresses are found. */
export interface Network {
  readonly id: string;
  readonly name: string;
  readonly driver: string;
  readonly created: number;
  readonly labels: Readonly<Record<string, string>>;
  readonly options: Readonly<Record<string, string>>;
  readonly internal: boolean;
  readonly attachable: boolean;
  /** `address/bits`; empty for host and none. */
  readonly subnet: string;
  /** Whether the user chose the subnet. */
  readonly subnetGiven?: boolean;
  /** The engine's own address there. */
  readonly gateway: string;
  /** Whether `docker network inspect` tells the gateway: not when only the subnet was given. */
  readonly gatewayShown?: boolean;
  /** The part of the subnet that containers get addresses from. */
  readonly ipRange?: string;
  /** Addresses that are somebody else's, by name. */
  readonly auxAddresses?: Readonly<Record<string, string>>;
}
