import type { Endpoint, HostConfig } from '../../../engine/container/index.ts';
import { defaultHostConfig } from '../../../engine/daemon/container/index.ts';
import type { RunConfig } from '../../../engine/image/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { healthOptions } from './health-options.ts';
import { environment, keyValueFile } from './key-value-file.ts';
import { mountRequest } from './mount-options.ts';
import { checkDevices, checkNamespaces, checkNotSimulated } from './namespace-options.ts';
import { type NetworkOptions, networkOptions } from './network-options.ts';
import { OptionError } from './option-error.ts';
import { parsePorts } from './ports.ts';
import { deviceRates, loggingOptions, restartPolicy, securityOptions, ulimits } from './resource-options.ts';
import { splitVolumes } from './volume-spec.ts';

/** What the flags of `docker run` and `docker create` ask for. Source: docker/cli cli/command/container/opts.go. */
export interface ContainerOptions {
  readonly config: RunConfig;
  readonly hostConfig: HostConfig;
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
}

/** `args` are the image and the command after it. Throws OptionError for values the client refuses, DockerError for what is not simulated. */
export function containerOptions(context: Context, flags: ParsedFlags, args: readonly string[]): ContainerOptions {
  const mac = flags.string('mac-address');
  if (mac !== '' && !isMacAddress(mac)) throw new OptionError(`${mac} is not a valid mac address`);
  const tty = flags.bool('tty');
  const stdin = flags.bool('interactive');
  const attach = flags.list('attach');
  const detach = flags.has('detach') && flags.bool('detach');
  const all = attach.length === 0 && !detach;
  const command = args.slice(1);
  const swappiness = flags.int('memory-swappiness');
  if (swappiness !== -1 && (swappiness < 0 || swappiness > 100))
    throw new OptionError(`invalid value: ${swappiness}. Valid memory swappiness range is 0-100`);
  const { binds, volumes } = splitVolumes(context.process.cwd, flags.list('volume'));
  const network = networkOptions(flags);
  const ports = parsePorts(flags.list('publish'), flags.list('expose'));
  const config: Record<string, unknown> = {
    Hostname: flags.string('hostname'),
    Domainname: flags.string('domainname'),
    User: flags.string('user'),
    AttachStdin: attach.includes('stdin') || (all && stdin),
    AttachStdout: attach.includes('stdout') || all,
    AttachStderr: attach.includes('stderr') || all,
    Tty: tty,
    OpenStdin: stdin,
    StdinOnce: stdin && (attach.includes('stdin') || all),
    Env: environment(context, flags.list('env-file'), flags.list('env')),
    WorkingDir: flags.string('workdir'),
    Image: args[0],
    Labels: labels(context, flags),
  };
  checkNamespaces(flags);
  checkDevices(flags);
  const hostConfig = hostOptions(context, flags, binds, ports.bindings, network);
  if (Object.keys(ports.exposed).length > 0) config.ExposedPorts = ports.exposed;
  if (command.length > 0) config.Cmd = command;
  if (flags.changed('entrypoint')) config.Entrypoint = [flags.string('entrypoint')];
  if (flags.string('stop-signal') !== '') config.StopSignal = flags.string('stop-signal');
  if (flags.changed('stop-timeout')) config.StopTimeout = flags.int('stop-timeout');
  const health = healthOptions(flags);
  if (health !== undefined) config.Healthcheck = health;
  if (flags.bool('rm') && hostConfig.RestartPolicy.Name !== 'no')
    throw new OptionError('conflicting options: cannot specify both --restart and --rm');
  if (Object.keys(volumes).length > 0) config.Volumes = volumes;
  checkNotSimulated(context, flags);
  return { config: config as RunConfig, hostConfig, name: flags.string('name'), endpoints: network.endpoints };
}

function hostOptions(
  context: Context,
  flags: ParsedFlags,
  binds: string[],
  bindings: HostConfig['PortBindings'],
  network: NetworkOptions,
): HostConfig {
  return {
    ...defaultHostConfig,
    Binds: binds,
    ContainerIDFile: flags.string('cidfile'),
    NetworkMode: network.mode,
    ...(network.links.length === 0 ? {} : { Links: network.links }),
    PortBindings: bindings,
    RestartPolicy: restartPolicy(flags.string('restart')),
    AutoRemove: flags.bool('rm'),
    ReadonlyRootfs: flags.bool('read-only'),
    Privileged: flags.bool('privileged'),
    PublishAllPorts: flags.bool('publish-all'),
    ...(flags.changed('init') ? { Init: flags.bool('init') } : {}),
    ...resourceFlags(flags),
    Tmpfs: Object.fromEntries(flags.list('tmpfs').map((item) => splitOnce(item, ':'))),
    VolumesFrom: flags.list('volumes-from'),
    VolumeDriver: flags.string('volume-driver'),
    ExtraHosts: flags.list('add-host'),
    Dns: flags.list('dns'),
    DnsOptions: flags.list('dns-option'),
    DnsSearch: flags.list('dns-search'),
    CapAdd: flags.list('cap-add'),
    CapDrop: flags.list('cap-drop'),
    Devices: flags.list('device'),
    SecurityOpt: securityOptions(context, flags.list('security-opt')),
    GroupAdd: flags.list('group-add'),
    IpcMode: flags.string('ipc'),
    PidMode: flags.string('pid'),
    UTSMode: flags.string('uts'),
    UsernsMode: flags.string('userns'),
    CgroupnsMode: flags.string('cgroupns'),
    CgroupParent: flags.string('cgroup-parent'),
    Isolation: flags.string('isolation'),
    Runtime: flags.string('runtime'),
    DeviceRequests: flags.list('gpus'),
    Sysctls: Object.fromEntries(flags.map('sysctl')),
    Annotations: Object.fromEntries(flags.map('annotation')),
    LogConfig: loggingOptions(flags),
    Mounts: flags.list('mount').map((text) => mountRequest(context, text)),
  };
}

/** Limits. */
function resourceFlags(flags: ParsedFlags): Partial<HostConfig> {
  return {
    Memory: flags.int('memory'),
    MemorySwap: flags.int('memory-swap'),
    MemoryReservation: flags.int('memory-reservation'),
    ...(flags.int('memory-swappiness') === -1 ? {} : { MemorySwappiness: flags.int('memory-swappiness') }),
    NanoCpus: Number(flags.nanos('cpus')),
    CpuShares: flags.int('cpu-shares'),
    CpuPeriod: flags.int('cpu-period'),
    CpuQuota: flags.int('cpu-quota'),
    CpusetCpus: flags.string('cpuset-cpus'),
    CpusetMems: flags.string('cpuset-mems'),
    BlkioDeviceReadBps: deviceRates(flags.list('device-read-bps')),
    BlkioDeviceWriteBps: deviceRates(flags.list('device-write-bps')),
    BlkioDeviceReadIOps: deviceRates(flags.list('device-read-iops')),
    BlkioDeviceWriteIOps: deviceRates(flags.list('device-write-iops')),
    CpuRealtimePeriod: flags.int('cpu-rt-period'),
    CpuRealtimeRuntime: flags.int('cpu-rt-runtime'),
    OomScoreAdj: flags.int('oom-score-adj'),
    OomKillDisable: flags.bool('oom-kill-disable'),
    ShmSize: flags.int('shm-size'),
    ...(flags.int('pids-limit') <= 0 ? {} : { PidsLimit: flags.int('pids-limit') }),
    Ulimits: ulimits(flags.list('ulimit')),
  };
}

const splitOnce = (text: string, by: string): [string, string] => {
  const at = text.indexOf(by);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

const isMacAddress = (text: string): boolean =>
  /^[0-9a-f]{2}([:-][0-9a-f]{2}){5}$|^[0-9a-f]{2}([:-][0-9a-f]{2}){7}$|^([0-9a-f]{4}\.){2}[0-9a-f]{4}$/i.test(text);

function labels(context: Context, flags: ParsedFlags): Record<string, string> {
  const items = [...flags.list('label-file').flatMap((path) => keyValueFile(context, path)), ...flags.list('label')];
  return Object.fromEntries(items.map((item) => splitOnce(item, '=')));
}
