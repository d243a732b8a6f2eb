import type { Container } from '../../../engine/container/index.ts';
import { healthSettings } from '../../../engine/daemon/container/health-settings.ts';
import { findNetwork } from '../../../engine/daemon/container/networks.ts';
import { type ProcessTrace, processesIn, type TraceEntry, traceOf } from '../../../engine/daemon/container/trace.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { signalName } from '../../../engine/kernel/index.ts';
import type { CommandView, ContainerRunView, HealthView, NetworkView, ProcessView, RunEvent, RunView } from '../../session/view/run.ts';
import { mountsOf } from './mounts.ts';
import { portsOf } from './ports.ts';

const SHELL = ['/bin/sh', '-c'];
/** Most events that a view carries: health probes come often and say little, so fewer of them. */
const SHOWN = 40;
const PROBES = 24;
/** Seconds between the stop signal and SIGKILL. */
const GRACE = 10;

/** What the containers of a machine run, newest first; then those removed last. */
export function runOf(daemon: Daemon): RunView {
  const here = [...daemon.state.containers.values()].reverse();
  const gone = daemon.removed.filter(({ id }) => !daemon.state.containers.has(id)).reverse();
  return { containers: [...here.map((one) => containerRun(daemon, one, false)), ...gone.map((one) => containerRun(daemon, one, true))] };
}

function containerRun(daemon: Daemon, container: Container, removed: boolean): ContainerRunView {
  const { id, name, imageRef, state, config, hostConfig } = container;
  const live = daemon.live.get(id);
  const { entries, last } = traceOf(daemon, id);
  const image = daemon.state.images.images.get(container.image)?.config.config;
  const { Name, MaximumRetryCount } = hostConfig.RestartPolicy;
  const health = healthOf(container);
  return {
    id,
    name,
    imageRef,
    state: removed ? 'removed' : state.status === 'removing' ? 'dead' : state.status,
    exitCode: state.exitCode,
    error: state.error,
    oomKilled: state.oomKilled,
    ...(state.startedAt === undefined ? {} : { startedAt: state.startedAt }),
    ...(state.finishedAt === undefined ? {} : { finishedAt: state.finishedAt }),
    restartCount: container.restartCount,
    restartPolicy: Name === '' ? 'no' : Name === 'on-failure' && MaximumRetryCount > 0 ? `${Name}:${MaximumRetryCount}` : Name,
    argv: [container.path, ...container.args],
    own: commandOf(config),
    ...(image === undefined ? {} : { image: commandOf(image) }),
    shell: config.Shell ?? SHELL,
    init: hostConfig.Init ?? false,
    tty: config.Tty ?? false,
    user: config.User ?? '',
    cwd: config.WorkingDir || '/',
    stopSignal: config.StopSignal || 'SIGTERM',
    stopTimeout: config.StopTimeout ?? GRACE,
    processes: (live === undefined ? last : processesIn(daemon, live)).map(processView),
    events: newest(entries).map(eventView),
    ...(health === undefined ? {} : { health }),
    ports: portsOf(daemon, container),
    mounts: mountsOf(daemon, container),
    networks: networksOf(daemon, container),
    memory: hostConfig.Memory,
    readonlyRoot: hostConfig.ReadonlyRootfs,
  };
}

function commandOf({ Entrypoint, Cmd }: { readonly Entrypoint?: readonly string[]; readonly Cmd?: readonly string[] }): CommandView {
  return {
    ...(Entrypoint === undefined || Entrypoint === null || Entrypoint.length === 0 ? {} : { entrypoint: Entrypoint }),
    ...(Cmd === undefined || Cmd === null || Cmd.length === 0 ? {} : { cmd: Cmd }),
  };
}

function newest(entries: readonly TraceEntry[]): TraceEntry[] {
  const left = { probe: PROBES, other: SHOWN };
  return entries
    .toReversed()
    .filter(({ kind }) => left[kind === 'probe' ? 'probe' : 'other']-- > 0)
    .reverse();
}

const nameOf = (signal: number): string => signalName(signal) ?? String(signal);

function processView(process: ProcessTrace): ProcessView {
  const { uid, user, handles, ignores, listens, started: _, ...rest } = process;
  return {
    ...rest,
    user: user === '' ? String(uid) : user,
    handles: handles.map(nameOf),
    ignores: ignores.map(nameOf),
    listens: [...new Set(listens.map(({ port }) => port))],
  };
}

function eventView(entry: TraceEntry): RunEvent {
  if (entry.kind === 'signal')
    return { ...entry, signal: nameOf(entry.signal), from: typeof entry.from === 'object' ? entry.from.pid : entry.from };
  if (entry.kind !== 'exit') return entry;
  const { signal, ...rest } = entry;
  return signal === undefined ? rest : { ...rest, signal: nameOf(signal) };
}

function healthOf({ config, state }: Container): HealthView | undefined {
  const [kind = 'NONE', ...words] = config.Healthcheck?.Test ?? [];
  if (config.Healthcheck === undefined || kind === 'NONE' || words.length === 0) return undefined;
  const { interval, timeout, startPeriod, retries } = healthSettings(config.Healthcheck);
  return {
    status: state.health?.Status ?? 'starting',
    streak: state.health?.FailingStreak ?? 0,
    command: words.join(' '),
    interval,
    timeout,
    startPeriod,
    retries,
  };
}

function networksOf(daemon: Daemon, container: Container): NetworkView[] {
  const attachments = daemon.live.get(container.id)?.sandbox.attachments;
  const mode = container.hostConfig.NetworkMode;
  if (mode.startsWith('container:')) return [{ name: mode, driver: '', address: '' }];
  return container.endpoints.map(({ network }) => {
    const attachment = [...(attachments?.values() ?? [])].find((one) => one.endpoint.network === network);
    return { name: network, driver: attachment?.network.driver ?? driverOf(daemon, network), address: attachment?.address ?? '' };
  });
}

function driverOf(daemon: Daemon, network: string): string {
  try {
    return findNetwork(daemon, network).driver;
  } catch {
    return '';
  }
}
