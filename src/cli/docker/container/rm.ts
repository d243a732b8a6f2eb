import { killLive, removeContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { forEachContainer } from './each.ts';

const REFUSED: Readonly<Record<string, string>> & { readonly running: string } = {
  paused: 'container is paused and must be unpaused first',
  restarting: 'container is restarting: stop the container before removing or force remove',
  running: 'container is running: stop the container before removing or force remove',
};

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
        if (daemon.live.has(container.id) || container.state.status === 'restarting') {
          if (!flags.bool('force'))
            throw new DockerError('Conflict', `cannot remove container "${ref}": ${REFUSED[container.state.status] ?? REFUSED.running}`);
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
