import { usesContainerd } from '../../../engine/daemon/image/index.ts';
import { rfc3339 } from '../../../engine/daemon/index.ts';
import { sha256 } from '../../../engine/digest/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import { namesOf } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import { bytesSize, compileTemplate, GoStruct, type GoValue, runTemplate, TemplateError } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { versionFacts } from './version-facts.ts';

const MEMORY = 8_000_000 * 1024;
const LOG_DRIVERS = ['awslogs', 'fluentd', 'gelf', 'journald', 'json-file', 'local', 'splunk', 'syslog'];
const NETWORK_DRIVERS = ['bridge', 'host', 'ipvlan', 'macvlan', 'null', 'overlay'];
const STORAGE = [
  ['Backing Filesystem', 'extfs'],
  ['Supports d_type', 'true'],
  ['Using metacopy', 'false'],
  ['Native Overlay Diff', 'true'],
  ['userxattr', 'false'],
] as const;

const storage = ({ daemon }: Context): readonly (readonly [string, string])[] =>
  usesContainerd(daemon) ? [['driver-type', 'io.containerd.snapshotter.v1']] : STORAGE;

interface Counts {
  readonly all: number;
  readonly running: number;
  readonly paused: number;
  readonly stopped: number;
  readonly images: number;
}

/** With containerd's store every name counts. */
function imageCount(daemon: Context['daemon']): number {
  const { images } = daemon.state;
  if (images.content === undefined) return images.images.size;
  return [...images.images.keys()].reduce((sum, id) => sum + Math.max(1, namesOf(images, id).length), 0);
}

function countsOf({ daemon }: Context): Counts {
  const states = [...daemon.state.containers.values()].map((container) => container.state.status);
  const running = states.filter((status) => status === 'running' || status === 'restarting').length;
  const paused = states.filter((status) => status === 'paused').length;
  return { all: states.length, running, paused, stopped: states.length - running - paused, images: imageCount(daemon) };
}

/** An id such as an engine keeps, made from its seed. */
function engineID(context: Context): string {
  const hex = sha256(`strata engine ${context.daemon.seed}`).slice('sha256:'.length);
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

function infoText(context: Context): string {
  const counts = countsOf(context);
  const list = (items: readonly string[]): string => items.join(' ');
  const { client, server, components, platform, buildx } = versionFacts(context.daemon.state);
  const old = platform !== '';
  const commitOf = (name: string): string => components.find(({ Name }) => Name === name)?.Details.GitCommit ?? '';
  return [
    'Client:',
    ...(old ? [] : [` Version:    ${client.Version}`]),
    ' Context:    default',
    ' Debug Mode: false',
    ' Plugins:',
    ...(old
      ? [`  buildx: Docker Buildx (Docker Inc., ${buildx})`]
      : [
          '  buildx: Docker Buildx (Docker Inc.)',
          `    Version:  ${buildx}`,
          '    Path:     /usr/libexec/docker/cli-plugins/docker-buildx',
        ]),
    '',
    'Server:',
    ` Containers: ${counts.all}`,
    `  Running: ${counts.running}`,
    `  Paused: ${counts.paused}`,
    `  Stopped: ${counts.stopped}`,
    ` Images: ${counts.images}`,
    ` Server Version: ${server.Version}`,
    ` Storage Driver: ${profileFacts(context.daemon.state).driver}`,
    ...storage(context).map(([name, value]) => `  ${name}: ${value}`),
    ' Logging Driver: json-file',
    ' Cgroup Driver: cgroupfs',
    ' Cgroup Version: 1',
    ' Plugins:',
    '  Volume: local',
    `  Network: ${list(NETWORK_DRIVERS)}`,
    `  Log: ${list(LOG_DRIVERS)}`,
    ...(old ? [] : [' CDI spec directories:', '  /etc/cdi', '  /var/run/cdi']),
    ' Swarm: inactive',
    old ? ' Runtimes: io.containerd.runc.v2 io.containerd.runtime.v1.linux runc' : ' Runtimes: runc io.containerd.runc.v2',
    ' Default Runtime: runc',
    ' Init Binary: docker-init',
    ` containerd version: ${commitOf('containerd')}`,
    ` runc version: ${commitOf('runc')}`,
    ` init version: ${commitOf('docker-init')}`,
    ' Security Options:',
    '  seccomp',
    '   Profile: builtin',
    ` Kernel Version: ${server.KernelVersion}`,
    ' Operating System: Strata (simulated)',
    ' OSType: linux',
    ' Architecture: x86_64',
    ' CPUs: 2',
    ` Total Memory: ${bytesSize(MEMORY)}`,
    ` Name: ${context.process.ns.hostname}`,
    ` ID: ${engineID(context)}`,
    ' Docker Root Dir: /var/lib/docker',
    ` Debug Mode: ${context.daemon.config.debug}`,
    ...(old ? [' Registry: https://index.docker.io/v1/', ' Labels:'] : []),
    ' Experimental: false',
    ' Insecure Registries:',
    ...[...context.daemon.config.insecureRegistries, ...(old ? LOOPBACK.slice(1) : LOOPBACK)].map((registry) => `  ${registry}`),
    ...mirrorLines(context),
    ' Live Restore Enabled: false',
    '',
    '',
  ].join('\n');
}

function infoStruct(context: Context): GoStruct {
  const counts = countsOf(context);
  const { server } = versionFacts(context.daemon.state);
  const values: Readonly<Record<string, GoValue>> = {
    ID: engineID(context),
    Containers: counts.all,
    ContainersRunning: counts.running,
    ContainersPaused: counts.paused,
    ContainersStopped: counts.stopped,
    Images: counts.images,
    Driver: profileFacts(context.daemon.state).driver,
    DriverStatus: storage(context).map((pair) => [...pair]),
    Plugins: { Volume: ['local'], Network: NETWORK_DRIVERS, Authorization: null, Log: LOG_DRIVERS },
    MemoryLimit: true,
    SwapLimit: true,
    KernelMemoryTCP: true,
    CpuCfsPeriod: true,
    CpuCfsQuota: true,
    CPUShares: true,
    CPUSet: true,
    PidsLimit: true,
    IPv4Forwarding: true,
    Debug: context.daemon.config.debug,
    OomKillDisable: true,
    SystemTime: rfc3339(context.daemon.now()),
    LoggingDriver: 'json-file',
    CgroupDriver: 'cgroupfs',
    CgroupVersion: '1',
    KernelVersion: server.KernelVersion,
    OperatingSystem: 'Strata (simulated)',
    OSVersion: '',
    OSType: 'linux',
    Architecture: 'x86_64',
    IndexServerAddress: 'https://index.docker.io/v1/',
    RegistryConfig: registryConfig(context),
    NCPU: 2,
    MemTotal: MEMORY,
    DockerRootDir: '/var/lib/docker',
    HttpProxy: '',
    HttpsProxy: '',
    NoProxy: '',
    Name: context.process.ns.hostname,
    Labels: [],
    ExperimentalBuild: false,
    ServerVersion: server.Version,
    DefaultRuntime: 'runc',
    Swarm: swarmInfo,
    LiveRestoreEnabled: false,
    Isolation: '',
    InitBinary: 'docker-init',
    SecurityOptions: ['name=seccomp,profile=builtin'],
    CDISpecDirs: ['/etc/cdi', '/var/run/cdi'],
    Warnings: null,
  };
  return new GoStruct(
    'system.dockerInfo',
    Object.entries(values).map(([name, value]) => ({ name, value })),
  );
}

/** Of a machine that is in no swarm. */
const swarmInfo = new GoStruct('swarm.Info', [
  { name: 'NodeID', value: '' },
  { name: 'NodeAddr', value: '' },
  { name: 'LocalNodeState', value: 'inactive' },
  { name: 'ControlAvailable', value: false },
  { name: 'Error', value: '' },
  { name: 'RemoteManagers', value: null },
]);

/** Registries of this machine may always speak plain HTTP. */
const LOOPBACK = ['::1/128', '127.0.0.0/8'];

const mirrorLines = ({ daemon }: Context): string[] =>
  daemon.config.registryMirrors.length === 0 ? [] : [' Registry Mirrors:', ...daemon.config.registryMirrors.map((mirror) => `  ${mirror}`)];

/** The Hub with its mirrors, and who may speak plain HTTP. Source: moby registry/config.go. */
function registryConfig({ daemon }: Context): GoValue {
  const { insecureRegistries, registryMirrors } = daemon.config;
  const named = insecureRegistries.filter((registry) => !registry.includes('/'));
  const index = (Name: string, Official: boolean, Mirrors: readonly string[]): GoValue => ({
    Mirrors: [...Mirrors],
    Name,
    Official,
    Secure: Official,
  });
  return {
    IndexConfigs: {
      'docker.io': index('docker.io', true, registryMirrors),
      ...Object.fromEntries(named.map((name) => [name, index(name, false, [])])),
    },
    InsecureRegistryCIDRs: [...insecureRegistries.filter((registry) => registry.includes('/')), ...LOOPBACK],
    Mirrors: registryMirrors.length === 0 ? null : [...registryMirrors],
  };
}

/** `docker info`: what the simulated engine can truthfully tell. Source: docker/cli cli/command/system/info.go. */
export const info: Command = {
  paths: ['system info', 'info'],
  *run(context, flags) {
    const format = flags.string('format');
    if (format === '') {
      yield* context.out(infoText(context));
      return 0;
    }
    try {
      yield* context.out(`${runTemplate(compileTemplate(format === 'json' ? '{{json .}}' : format), infoStruct(context))}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      if (error.phase === 'parse') {
        yield* context.err(`template parsing error: ${error.message}\n`);
        return 64;
      }
      yield* context.out('\n');
      yield* context.err(`${error.message}\n`);
      return 1;
    }
  },
};
