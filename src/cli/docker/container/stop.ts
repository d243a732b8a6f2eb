import { checkSignal, stopContainer } from '../../../engine/daemon/container/index.ts';
import type { Command } from '../command.ts';
import { forEachContainer } from './each.ts';

/** `docker stop`. */
export const stop: Command = {
  paths: ['container stop', 'stop'],
  *run(context, flags, args) {
    const timeout = flags.changed('timeout') ? { timeout: flags.int('timeout') } : {};
    const signal = flags.string('signal') === '' ? {} : { signal: flags.string('signal') };
    return yield* forEachContainer(context, args, function* (container, ref) {
      checkSignal(flags.string('signal'), `cannot stop container: ${ref}: `);
      yield* stopContainer(context.daemon, container, { ...timeout, ...signal });
    });
  },
};
