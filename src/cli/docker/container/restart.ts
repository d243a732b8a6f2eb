import { checkSignal, findContainer, startContainer, stopContainer } from '../../../engine/daemon/container/index.ts';
import { containerEvent } from '../../../engine/daemon/events/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { forEachContainer } from './each.ts';
import { settle } from './settle.ts';

/** `docker restart`. */
export const restart: Command = {
  paths: ['container restart', 'restart'],
  *run(context, flags, args) {
    const { daemon } = context;
    const timeout = flags.changed('timeout') ? { timeout: flags.int('timeout') } : {};
    const signal = flags.string('signal') === '' ? {} : { signal: flags.string('signal') };
    return yield* forEachContainer(context, args, function* (container, ref) {
      if (daemon.live.has(container.id)) checkSignal(flags.string('signal'), `Cannot restart container ${ref}: `);
      yield* stopContainer(daemon, container, { ...timeout, ...signal, restarting: true });
      try {
        yield* settle(context, startContainer(daemon, findContainer(daemon, container.id)));
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
        throw new DockerError(error.code, `Cannot restart container ${ref}: ${error.message}`, error.exitCode);
      }
      containerEvent(daemon, container, 'restart');
    });
  },
};
