import { isSignal, killContainer, parseSignal, stopContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { SIGNALS } from '../../../engine/kernel/index.ts';
import type { Command } from '../command.ts';
import { forEachContainer } from './each.ts';

/** `docker kill`. */
export const kill: Command = {
  paths: ['container kill', 'kill'],
  *run(context, flags, args) {
    const name = flags.string('signal');
    const signal = name === '' ? SIGNALS.KILL : parseSignal(name);
    if (signal === undefined) {
      for (const ref of args) yield* context.err(`Error response from daemon: cannot kill container: ${ref}: invalid signal: ${name}\n`);
      return 1;
    }
    return yield* forEachContainer(
      context,
      args,
      function* (container) {
        if (!isSignal(signal)) throw new DockerError('InvalidArgument', `the linux daemon does not support signal ${signal}`);
        if (container.state.status === 'restarting') {
          yield* stopContainer(context.daemon, container);
          return;
        }
        if (!context.daemon.live.has(container.id)) throw new DockerError('Conflict', `container ${container.id} is not running`);
        yield* killContainer(context.daemon, container, signal);
      },
      (message, ref) => `cannot kill container: ${ref}: ${message}`,
    );
  },
};
