import { killLive, removeContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { forEachContainer } from './each.ts';

/** `docker rm`. */
export const rm: Command = {
  paths: ['container rm', 'rm'],
  *run(context, flags, args) {
    const { daemon } = context;
    const status = yield* forEachContainer(
      context,
      args,
      function* (container, ref) {
        if (flags.bool('link')) throw new DockerError('NotSimulated', 'container links are not simulated');
        if (daemon.live.has(container.id)) {
          if (!flags.bool('force')) {
            const { status: state } = container.state;
            const advice =
              state === 'paused'
                ? 'container is paused and must be unpaused first'
                : 'container is running: stop the container before removing or force remove';
            throw new DockerError('Conflict', `cannot remove container "${ref}": ${advice}`);
          }
          yield* killLive(daemon, container.id);
        }
        const now = daemon.state.containers.get(container.id);
        if (now !== undefined) removeContainer(daemon, now, { volumes: flags.bool('volumes') });
      },
      (message, ref) => (ref === '' ? 'container name cannot be empty' : message),
    );
    return flags.bool('force') ? 0 : status;
  },
};
