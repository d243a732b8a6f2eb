import type { Container } from '../../../engine/container/index.ts';
import { findContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { type Step, statusCode } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';

/** `docker wait`: prints each container's exit code once it does not run. */
export const wait: Command = {
  paths: ['container wait', 'wait'],
  *run(context, _flags, args) {
    const errors: string[] = [];
    for (const ref of args) {
      try {
        const container = findContainer(context.daemon, ref);
        yield* context.out(`${yield* exitCodeOf(context, container)}\n`);
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
        errors.push(daemonError(error));
      }
    }
    if (errors.length === 0) return 0;
    yield* context.err(`${errors.join('\n')}\n`);
    return 1;
  },
};

/** A container's exit code, the next time it ends; at once when it neither runs nor waits to be restarted. */
function* exitCodeOf({ daemon }: Context, { id, state }: Container): Step<number> {
  if (state.status === 'restarting')
    yield { ready: () => daemon.live.has(id) || daemon.state.containers.get(id)?.state.status !== 'restarting' };
  const live = daemon.live.get(id);
  if (live === undefined) return daemon.state.containers.get(id)?.state.exitCode ?? state.exitCode;
  yield { ready: () => daemon.live.get(id) !== live };
  return live.init.status === undefined ? 0 : statusCode(live.init.status);
}
