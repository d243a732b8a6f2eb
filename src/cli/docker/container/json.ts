import type { Container } from '../../../engine/container/index.ts';
import { capabilityName, layerName } from '../../../engine/daemon/container/index.ts';
import { usesContainerd } from '../../../engine/daemon/image/index.ts';
import { type Daemon, rfc3339 } from '../../../engine/daemon/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import type { Json } from '../../format/index.ts';
import { descriptorJson } from '../image/json.ts';
import { networkSettingsJson } from './network-json.ts';

const ZERO_TIME = '0001-01-01T00:00:00Z';
const timeOrZero = (seconds: number | undefined): string => (seconds === undefined ? ZERO_TIME : rfc3339(seconds));
const listOrNull = <T>(list: readonly T[] | undefined): readonly T[] | null => (list === undefined || list.length === 0 ? null : list);

/** A container as `docker inspect` prints it, fields in the engine's order. Source: moby api/types/container InspectResponse. */
export function containerJson(daemon: Daemon, container: Container): Json {
  const { id, state } = container;
  const dir = `/var/lib/docker/containers/${id}`;
  const running = daemon.live.has(id);
  const started = state.startedAt !== undefined || state.error !== '';
  const file = (name: string): string => (started ? `${dir}/${name}` : '');
  const overlay = `/var/lib/docker/overlay2/${layerName(id)}`;
  return {
    Id: id,
    Created: rfc3339(container.created),
    Path: container.path,
    Args: [...container.args],
    State: {
      Status: state.status,
      Running: running || state.status === 'restarting',
      Paused: state.status === 'paused',
      Restarting: state.status === 'restarting',
      OOMKilled: state.oomKilled,
      Dead: state.status === 'dead',
      Pid: state.pid,
      ExitCode: state.exitCode,
      Error: state.error,
      StartedAt: timeOrZero(state.startedAt),
      FinishedAt: timeOrZero(state.finishedAt),
      ...(state.health === undefined ? {} : { Health: healthJson(state.health) }),
    },
    Image: container.image,
    ResolvConfPath: file('resolv.conf'),
    HostnamePath: file('hostname'),
    HostsPath: file('hosts'),
    LogPath: container.hostConfig.LogConfig.Type === 'json-file' ? file(`${id}-json.log`) : '',
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: profileFacts(daemon.state).driver,
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: null,
    HostConfig: hostConfigJson(container),
    GraphDriver: usesContainerd(daemon)
      ? { Data: null, Name: 'overlayfs' }
      : {
          Data: {
            ID: id,
            LowerDir: [`${overlay}-init`, ...lowerDirectories(daemon, container)].map((dir) => `${dir}/diff`).join(':'),
            MergedDir: `${overlay}/merged`,
            UpperDir: `${overlay}/diff`,
            WorkDir: `${overlay}/work`,
          },
          Name: 'overlay2',
        },
    Mounts: container.mounts.map(({ Type, Name, Source, Destination, Driver, Mode, RW, Propagation }) => ({
      Type,
      ...(Name === undefined ? {} : { Name }),
      Source,
      Destination,
      ...(Driver === undefined ? {} : { Driver }),
      Mode,
      RW,
      Propagation,
    })),
    Config: configJson(container),
    NetworkSettings: networkSettingsJson(daemon, container),
    ...(container.imageManifest === undefined ? {} : { ImageManifestDescriptor: descriptorJson(container.imageManifest) }),
  };
}

/** Directories of the layers below a container's own, the topmost first. Source: moby graphdriver/overlay2 GetMetadata. */
function lowerDirectories(daemon: Daemon, container: Container): readonly string[] {
  const out: string[] = [];
  for (let top = container.base; top !== undefined; top = daemon.state.images.snapshots.get(top)?.parent)
    out.push(`/var/lib/docker/overlay2/${layerName(top)}`);
  return out;
}

function healthJson({ Status, FailingStreak, Log }: NonNullable<Container['state']['health']>): Json {
  return {
    Status,
    FailingStreak,
    Log: Log.map(({ Start, End, ExitCode, Output }) => ({ Start: rfc3339(Start), End: rfc3339(End), ExitCode, Output })),
  };
}

function configJson({ config }: Container): Json {
  return {
    Hostname: config.Hostname ?? '',
    Domainname: config.Domainname ?? '',
    User: config.User ?? '',
    AttachStdin: config.AttachStdin ?? false,
    AttachStdout: config.AttachStdout ?? false,
    AttachStderr: config.AttachStderr ?? false,
    ...(config.ExposedPorts === undefined ? {} : { ExposedPorts: config.ExposedPorts }),
    Tty: config.Tty ?? false,
    OpenStdin: config.OpenStdin ?? false,
    StdinOnce: config.StdinOnce ?? false,
    Env: [...(config.Env ?? [])],
    Cmd: config.Cmd === undefined ? null : [...config.Cmd],
    ...(config.Healthcheck === undefined ? {} : { Healthcheck: config.Healthcheck as Json }),
    ...(config.ArgsEscaped ? { ArgsEscaped: true } : {}),
    Image: config.Image ?? '',
    Volumes: config.Volumes ?? null,
    WorkingDir: config.WorkingDir ?? '',
    Entrypoint: config.Entrypoint === undefined ? null : [...config.Entrypoint],
    OnBuild: config.OnBuild === undefined ? null : [...config.OnBuild],
    Labels: config.Labels ?? {},
    ...(config.StopSignal === undefined ? {} : { StopSignal: config.StopSignal }),
    ...(config.StopTimeout === undefined ? {} : { StopTimeout: config.StopTimeout }),
    ...(config.Shell === undefined ? {} : { Shell: [...config.Shell] }),
  };
}

/** Legacy links as the engine keeps them: `/other:/own/alias`. */
const linkPaths = ({ name, hostConfig }: Container): readonly string[] | null =>
  listOrNull(
    hostConfig.Links?.map((link) => {
      const [other = '', alias = other] = link.split(':');
      return `/${other}:/${name}/${alias}`;
    }),
  );

const isEmpty = (map: Readonly<Record<string, string>> | undefined): boolean => map === undefined || Object.keys(map).length === 0;

function hostConfigJson(container: Container): Json {
  const { hostConfig: host } = container;
  return {
    Binds: listOrNull(host.Binds),
    ContainerIDFile: host.ContainerIDFile ?? '',
    LogConfig: host.LogConfig,
    NetworkMode: host.NetworkMode,
    PortBindings: host.PortBindings,
    RestartPolicy: host.RestartPolicy,
    AutoRemove: host.AutoRemove,
    VolumeDriver: host.VolumeDriver ?? '',
    VolumesFrom: listOrNull(host.VolumesFrom),
    ConsoleSize: [0, 0],
    ...(isEmpty(host.Annotations) ? {} : { Annotations: host.Annotations ?? {} }),
    CapAdd: listOrNull(host.CapAdd?.map(capabilityName)),
    CapDrop: listOrNull(host.CapDrop?.map(capabilityName)),
    CgroupnsMode: host.CgroupnsMode || 'host',
    Dns: host.Dns ?? [],
    DnsOptions: host.DnsOptions ?? [],
    DnsSearch: host.DnsSearch ?? [],
    ExtraHosts: listOrNull(host.ExtraHosts),
    GroupAdd: listOrNull(host.GroupAdd),
    IpcMode: host.IpcMode || 'private',
    Cgroup: '',
    Links: linkPaths(container),
    OomScoreAdj: host.OomScoreAdj ?? 0,
    PidMode: host.PidMode ?? '',
    Privileged: host.Privileged,
    PublishAllPorts: host.PublishAllPorts,
    ReadonlyRootfs: host.ReadonlyRootfs,
    SecurityOpt: listOrNull(host.SecurityOpt),
    ...(host.Tmpfs !== undefined && Object.keys(host.Tmpfs).length > 0 ? { Tmpfs: host.Tmpfs } : {}),
    UTSMode: host.UTSMode ?? '',
    UsernsMode: host.UsernsMode ?? '',
    ShmSize: host.ShmSize || 67_108_864,
    ...(isEmpty(host.Sysctls) ? {} : { Sysctls: host.Sysctls ?? {} }),
    Runtime: host.Runtime || 'runc',
    Isolation: host.Isolation ?? '',
    CpuShares: host.CpuShares,
    Memory: host.Memory,
    NanoCpus: host.NanoCpus,
    CgroupParent: host.CgroupParent ?? '',
    BlkioWeight: host.BlkioWeight ?? 0,
    BlkioWeightDevice: [],
    BlkioDeviceReadBps: (host.BlkioDeviceReadBps ?? []).map((rate) => ({ ...rate })),
    BlkioDeviceWriteBps: (host.BlkioDeviceWriteBps ?? []).map((rate) => ({ ...rate })),
    BlkioDeviceReadIOps: (host.BlkioDeviceReadIOps ?? []).map((rate) => ({ ...rate })),
    BlkioDeviceWriteIOps: (host.BlkioDeviceWriteIOps ?? []).map((rate) => ({ ...rate })),
    CpuPeriod: host.CpuPeriod ?? 0,
    CpuQuota: host.CpuQuota ?? 0,
    CpuRealtimePeriod: host.CpuRealtimePeriod ?? 0,
    CpuRealtimeRuntime: host.CpuRealtimeRuntime ?? 0,
    CpusetCpus: host.CpusetCpus ?? '',
    CpusetMems: host.CpusetMems ?? '',
    Devices: [],
    DeviceCgroupRules: null,
    DeviceRequests: null,
    MemoryReservation: host.MemoryReservation,
    MemorySwap: host.MemorySwap,
    MemorySwappiness: host.MemorySwappiness ?? null,
    OomKillDisable: host.OomKillDisable ?? false,
    PidsLimit: host.PidsLimit ?? null,
    Ulimits: (host.Ulimits ?? []).map(({ Name, Hard, Soft }) => ({ Name, Hard, Soft })),
    CpuCount: 0,
    CpuPercent: 0,
    IOMaximumIOps: 0,
    IOMaximumBandwidth: 0,
    ...(host.Mounts !== undefined && host.Mounts.length > 0 ? { Mounts: host.Mounts as unknown as Json } : {}),
    MaskedPaths: host.Privileged ? null : MASKED,
    ReadonlyPaths: host.Privileged ? null : READONLY,
    ...(host.Init === undefined ? {} : { Init: host.Init }),
  };
}

const MASKED = [
  '/proc/asound', '/proc/acpi', '/proc/interrupts', '/proc/kcore', '/proc/keys', '/proc/latency_stats', '/proc/timer_list', '/proc/timer_stats', '/proc/sched_debug', '/proc/scsi', '/sys/firmware', '/sys/devices/virtual/powercap',
]; // biome-ignore format: a list
const READONLY = ['/proc/bus', '/proc/fs', '/proc/irq', '/proc/sys', '/proc/sysrq-trigger'];
