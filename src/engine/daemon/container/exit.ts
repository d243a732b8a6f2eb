import type { Container } from '../../container/index.ts';
import { DockerError } from '../../errors/index.ts';
import type { Daemon, LiveContainer } from '../daemon.ts';
import { inBackground } from './background.ts';
import { changeContainer, changeState } from './find.ts';
import { removeContainer } from './remove.ts';
import { startContainer } from './start.ts';

/** Longest and shortest pause before a restart, seconds; it doubles each time (moby restartmanager). */
const FIRST_DELAY = 0.1;
const LONGEST_DELAY = 60;
/** A container that ran this long starts again with the first delay. */
const STEADY = 10;

/** What the engine does when a container has ended: restart it, or remove it if it was run with `--rm`. */
export function afterExit(daemon: Daemon, id: string, live: LiveContainer): void {
  const container = daemon.state.containers.get(id);
  if (container === undefined) return;
  const { Name, MaximumRetryCount } = container.hostConfig.RestartPolicy;
  const { exitCode, startedAt, finishedAt } = container.state;
  const again =
    !live.stopping &&
    (Name === 'always' ||
      Name === 'unless-stopped' ||
      (Name === 'on-failure' && exitCode !== 0 && (MaximumRetryCount === 0 || container.restartCount < MaximumRetryCount)));
  if (again) {
    const ran = (finishedAt ?? 0) - (startedAt ?? 0);
    const restartCount = container.restartCount + 1;
    const delay = ran >= STEADY ? FIRST_DELAY : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** Math.min(restartCount - 1, 20));
    changeContainer(daemon, id, { restartCount });
    changeState(daemon, id, { status: 'restarting' });
    inBackground(daemon, function* () {
      yield { ready: () => daemon.state.containers.get(id)?.state.status !== 'restarting', deadline: daemon.now() + delay };
      const now = daemon.state.containers.get(id);
      if (now?.state.status === 'restarting') restart(daemon, now);
    });
  } else if (container.hostConfig.AutoRemove) removeContainer(daemon, container, { volumes: true });
}

/** A start that fails leaves the container stopped, with the error in its state. */
function restart(daemon: Daemon, container: Container): void {
  try {
    startContainer(daemon, container, { again: true });
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    changeState(daemon, container.id, { status: 'exited' });
  }
}
