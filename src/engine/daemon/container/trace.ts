import type { Container } from '../../container/index.ts';
import { type Delivery, decodeText, type Process, type SignalOutcome } from '../../kernel/index.ts';
import { readPasswd } from '../../runtime/index.ts';
import type { Daemon, LiveContainer } from '../daemon.ts';

/**
 * Something that happened in a container, told finer than `docker events` tells it: for whoever draws it, never for what a command prints.
 * `at` is virtual seconds since the epoch.
 */
export type TraceEntry = { readonly at: number } & (
  | { readonly kind: 'start' /** By the restart policy. */; readonly again: boolean }
  | {
      readonly kind: 'signal';
      readonly signal: number;
      /** Inside the container. */
      readonly pid: number;
      readonly command: string;
      /** `pid`: a process of the container; `engine`: Docker, for stop and kill. */
      readonly from: 'engine' | 'terminal' | { readonly pid: number };
      readonly outcome: SignalOutcome;
    }
  /** A stop began that lasts so long, -1 for ever; then SIGKILL. */
  | { readonly kind: 'grace'; readonly seconds: number }
  | {
      readonly kind: 'probe';
      readonly end: number;
      readonly exitCode: number;
      readonly output: string;
      /** Failures in a row after it, and the state it led to. */
      readonly streak: number;
      readonly status: 'starting' | 'healthy' | 'unhealthy';
      /** Failed within the start period: it does not count. */
      readonly forgiven: boolean;
    }
  | { readonly kind: 'exec'; readonly argv: readonly string[] }
  | { readonly kind: 'oom' | 'pause' | 'unpause' }
  | {
      readonly kind: 'exit';
      readonly exitCode: number /** The signal that ended pid 1. */;
      readonly signal?: number;
      readonly oom: boolean;
    }
  /** It will be started again after so many seconds. */
  | { readonly kind: 'restart'; readonly delay: number }
  /** The runtime refused to start it. */
  | { readonly kind: 'refused'; readonly exitCode: number; readonly error: string }
);

/** A process of a container as it was when it was looked at. Numbers are those inside the container. */
export interface ProcessTrace {
  readonly pid: number;
  /** 0 for pid 1, and for one that joined from outside. */
  readonly ppid: number;
  readonly uid: number;
  /** As /etc/passwd calls it; empty where it does not. */
  readonly user: string;
  readonly cwd: string;
  readonly argv: readonly string[];
  readonly command: string;
  readonly state: 'running' | 'sleeping' | 'stopped' | 'frozen' | 'ended';
  readonly started: number;
  /** Joined from outside: `docker exec`, a health check. */
  readonly joined: boolean;
  /** Signals it has a handler for, and those it ignores. */
  readonly handles: readonly number[];
  readonly ignores: readonly number[];
  /** TCP ports it listens at, with the address. */
  readonly listens: readonly { readonly address: string; readonly port: number }[];
}

export interface Trace {
  readonly entries: readonly TraceEntry[];
  /** The processes there were when pid 1 ended, in order of pid. */
  readonly last: readonly ProcessTrace[];
}

/** Entries kept of a container; older ones go first. */
const KEPT = 240;
/** Removed containers that are still remembered, so that a `--rm` can be told. */
const GONE = 4;
const none: Trace = { entries: [], last: [] };

export function traceOf(daemon: Daemon, id: string): Trace {
  return daemon.traces.get(id) ?? none;
}

type New = TraceEntry extends infer E ? (E extends TraceEntry ? Omit<E, 'at'> : never) : never;

/** Adds what happens now. */
export function trace(daemon: Daemon, id: string, entry: New): void {
  const old = traceOf(daemon, id);
  const made = { ...entry, at: daemon.now() } as TraceEntry;
  daemon.traces.set(id, { ...old, entries: [...old.entries.slice(1 - KEPT), made] });
}

/** Watches a container that has just been started, until its pid 1 has ended. */
export function watch(daemon: Daemon, id: string, live: Pick<LiveContainer, 'ns' | 'root'>): void {
  live.ns.onSignal = (delivery) => trace(daemon, id, told(delivery));
  live.ns.onEnding = () => daemon.traces.set(id, { ...traceOf(daemon, id), last: processesIn(daemon, live) });
}

function told({ process, signal, outcome, from }: Delivery): New {
  const sender = from === undefined ? 'engine' : from === 'terminal' ? from : { pid: from.ns === process.ns ? from.pid : 0 };
  return { kind: 'signal', signal, pid: process.pid, command: process.command, from: sender, outcome };
}

/** Keeps a removed container in memory for those who look at the last ones. */
export function rememberRemoved(daemon: Daemon, container: Container): void {
  daemon.removed = [...daemon.removed, container].slice(-GONE);
  for (const id of daemon.traces.keys())
    if (!daemon.state.containers.has(id) && !daemon.removed.some((one) => one.id === id)) daemon.traces.delete(id);
}

/** The processes of a running container, in order of pid. */
export function processesIn(daemon: Daemon, { ns, root }: Pick<LiveContainer, 'ns' | 'root'>): ProcessTrace[] {
  const users = new Map(readPasswd(root.tree()).map(({ uid, name }) => [uid, name]));
  return daemon.kernel
    .inNamespace(ns)
    .map((process) => processTrace(process, users))
    .sort((a, b) => a.pid - b.pid);
}

function processTrace(process: Process, users: ReadonlyMap<number, string>): ProcessTrace {
  const { pid, ppid, cwd, argv, command, started, dispositions, credentials } = process;
  const having = (wanted: string): number[] =>
    [...dispositions].flatMap(([signal, disposition]) => (disposition === wanted ? [signal] : [])).sort((a, b) => a - b);
  return {
    pid,
    ppid,
    uid: credentials.uid,
    user: users.get(credentials.uid) ?? '',
    cwd,
    argv: argv.map(decodeText),
    command,
    state: stateOf(process),
    started,
    joined: pid !== 1 && process.parent === undefined,
    handles: having('catch'),
    ignores: having('ignore'),
    listens: [...process.ns.network.listeners].flatMap(({ owner, address, port }) => (owner === process ? [{ address, port }] : [])),
  };
}

function stateOf({ status, frozen, stopped, wait }: Process): ProcessTrace['state'] {
  if (status !== undefined) return 'ended';
  if (frozen) return 'frozen';
  if (stopped) return 'stopped';
  return wait.ready === undefined && wait.deadline === undefined ? 'running' : 'sleeping';
}
