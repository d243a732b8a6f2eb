import { createVolume } from '../../../engine/daemon/volume/index.ts';
import type { Command } from '../command.ts';

/** Any of them makes it a volume of a swarm, which this machine is not in. */
const CLUSTER_FLAGS = ['availability', 'group', 'scope', 'type'];
const NO_SWARM =
  'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';

/** `docker volume create`. Source: docker/cli cli/command/volume/create.go. */
export const create: Command = {
  paths: ['volume create'],
  *run(context, flags, args) {
    const named = flags.string('name');
    if (named !== '' && args[0] !== undefined) {
      yield* context.err('conflicting options: cannot specify a volume-name through both --name and as a positional arg\n');
      return 1;
    }
    if (CLUSTER_FLAGS.some((flag) => flags.changed(flag))) {
      yield* context.err(`Error response from daemon: ${NO_SWARM}\n`);
      return 1;
    }
    const { name } = createVolume(context.daemon, {
      name: args[0] ?? named,
      driver: flags.string('driver'),
      labels: flags.map('label'),
      options: flags.changed('opt') ? flags.map('opt') : new Map(),
    });
    yield* context.out(`${name}\n`);
    return 0;
  },
};
