import { pause as pauseContainer, unpause as unpauseContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { forEachContainer } from './each.ts';

const refuse = (message: string): DockerError => new DockerError('Conflict', message);

/** `docker pause`. */
export const pause: Command = {
  paths: ['container pause', 'pause'],
  *run(context, _flags, args) {
    return yield* forEachContainer(context, args, function* ({ id, state }) {
      if (state.status === 'paused') throw refuse(`Container ${id} is already paused`);
      if (state.status === 'restarting') throw refuse(`Container ${id} is restarting, wait until the container is running`);
      if (!context.daemon.live.has(id)) throw refuse(`container ${id} is not running`);
      pauseContainer(context.daemon, id);
    });
  },
};

/** `docker unpause`. */
export const unpause: Command = {
  paths: ['container unpause', 'unpause'],
  *run(context, _flags, args) {
    return yield* forEachContainer(context, args, function* ({ id, state }) {
      if (state.status !== 'paused') throw refuse(`Container ${id} is not paused`);
      unpauseContainer(context.daemon, id);
    });
  },
};
