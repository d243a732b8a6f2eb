import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import { type ExitStatus, statusCode } from '../../kernel/index.ts';
import type { Daemon } from '../daemon.ts';
import { containerEvent } from '../events/index.ts';
import { closeSandbox } from '../network/join.ts';
import { inBackground } from './background.ts';
import { changeContainer, changeState } from './find.ts';
import { journalEnd } from './journal.ts';
import { leaveOutside } from './outside.ts';
import { removeContainer } from './remove.ts';
import { RestartManager } from './restart-policy.ts';
import { startContainer } from './start.ts';
import { trace } from './trace.ts';

/**
 * Pid 1 of a container has ended: its state, log and files are kept. Then it is started again if its policy says so, or removed if it was
 * run with `--rm`. Source: moby daemon/monitor.go handleContainerExit.
 */
export function containerEnded(daemon: Daemon, id: string, status: ExitStatus): void {
  const live = daemon.live.get(id);
  if (live === undefined) return;
  daemon.live.delete(id);
  closeSandbox(daemon, live.sandbox);
  const old = daemon.state.containers.get(id);
  if (old === undefined) return;
  const exitCode = statusCode(status);
  const finishedAt = daemon.now();
  const ran = finishedAt - (old.state.startedAt ?? finishedAt);
  const manager = restartManager(daemon, id);
  const delay = manager.next(old.hostConfig.RestartPolicy, exitCode, ran);
  leaveOutside(daemon, old);
  changeContainer(daemon, id, {
    tree: live.root.tree(),
    logs: live.streams.logs,
    ...(delay === undefined ? {} : { restartCount: old.restartCount + 1 }),
    state: {
      ...old.state,
      status: delay === undefined ? 'exited' : 'restarting',
      pid: 0,
      exitCode,
      finishedAt,
      ...(old.state.health === undefined ? {} : { health: { ...old.state.health, Status: 'unhealthy' as const } }),
    },
  });
  trace(daemon, id, {
    kind: 'exit',
    exitCode,
    ...(status.kind === 'signaled' ? { signal: status.signal } : {}),
    oom: old.state.oomKilled,
  });
  journalEnd(daemon, id, { exitCode, oom: old.state.oomKilled, stdout: live.streams.beginning, refused: false });
  if (delay !== undefined) trace(daemon, id, { kind: 'restart', delay });
  if (live.stopping === true) containerEvent(daemon, old, 'stop');
  containerEvent(daemon, old, 'die', { exitCode: String(exitCode), execDuration: String(Math.floor(ran)) });
  if (delay !== undefined) restartLater(daemon, id, manager, delay);
  else if (live.restarting !== true) autoRemove(daemon, id);
}

/** The manager of a container's restarts; a new one when it is started by hand. */
export function restartManager(daemon: Daemon, id: string, fresh = false): RestartManager {
  let manager = fresh ? undefined : daemon.restarts.get(id);
  if (manager === undefined) daemon.restarts.set(id, (manager = new RestartManager()));
  return manager;
}

function restartLater(daemon: Daemon, id: string, manager: RestartManager, delay: number): void {
  const current = (): Container | undefined => (daemon.restarts.get(id) === manager ? daemon.state.containers.get(id) : undefined);
  inBackground(daemon, function* () {
    yield { ready: () => manager.canceled || current() === undefined, deadline: daemon.now() + delay };
    const container = current();
    if (container?.state.status !== 'restarting') return;
    if (!manager.canceled) {
      try {
        startContainer(daemon, container, { again: true });
        return;
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
      }
    }
    changeState(daemon, id, { status: 'exited' });
    autoRemove(daemon, id);
  });
}

function autoRemove(daemon: Daemon, id: string): void {
  const container = daemon.state.containers.get(id);
  if (container?.hostConfig.AutoRemove === true) removeContainer(daemon, container, { volumes: true });
}
