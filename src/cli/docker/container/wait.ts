import { findContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { statusCode } from '../../../engine/kernel/index.ts';
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
        const live = context.daemon.live.get(container.id);
        if (live !== undefined) yield { ready: () => live.init.status !== undefined };
        yield* context.out(`${live?.init.status === undefined ? container.state.exitCode : statusCode(live.init.status)}\n`);
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
