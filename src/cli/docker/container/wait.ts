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

/** A container's exit code, once it neither runs nor waits to be restarted. */
function* exitCodeOf({ daemon }: Context, container: Container): Step<number> {
  let code = container.state.exitCode;
  for (;;) {
    const live = daemon.live.get(container.id);
    const state = daemon.state.containers.get(container.id)?.state;
    if (live !== undefined) {
      yield { ready: () => live.init.status !== undefined };
      if (live.init.status !== undefined) code = statusCode(live.init.status);
      yield { ready: () => daemon.live.get(container.id) !== live };
    } else if (state?.status === 'restarting') {
      yield { ready: () => daemon.live.has(container.id) || daemon.state.containers.get(container.id)?.state.status !== 'restarting' };
    } else return state?.exitCode ?? code;
  }
}
