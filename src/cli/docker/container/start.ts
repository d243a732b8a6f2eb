import type { Container } from '../../../engine/container/index.ts';
import { findContainer, startContainer } from '../../../engine/daemon/container/index.ts';
import { containerEvent } from '../../../engine/daemon/events/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { type Step, statusCode } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { attached, listen } from './attach.ts';
import { detachKeysProblem } from './detach-keys.ts';
import { forward } from './run.ts';
import { settle } from './settle.ts';

/** `docker start`. Source: docker/cli cli/command/container/start.go. */
export const start: Command = {
  paths: ['container start', 'start'],
  *run(context, flags, args) {
    if (flags.bool('attach') || flags.bool('interactive')) {
      if (args.length > 1) {
        yield* context.err('you cannot start and attach multiple containers at once\n');
        return 1;
      }
      return yield* startAttached(context, findContainer(context.daemon, args[0]!), flags.bool('interactive'), flags.string('detach-keys'));
    }
    const failed: string[] = [];
    for (const ref of args) {
      try {
        const container = findContainer(context.daemon, ref);
        if (container.state.status !== 'restarting') yield* settle(context, startContainer(context.daemon, container));
        yield* context.out(`${ref}\n`);
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
        yield* context.err(`${daemonError(error)}\n`);
        failed.push(ref);
      }
    }
    if (failed.length === 0) return 0;
    yield* context.err(`Error: failed to start containers: ${failed.join(', ')}\n`);
    return 1;
  },
};

function* startAttached(context: Context, container: Container, interactive: boolean, keys: string): Step<number> {
  if (container.state.status === 'paused') {
    yield* context.err('unable to upgrade to tcp, received 409\n');
    return 1;
  }
  if (detachKeysProblem(keys) !== undefined) {
    yield* context.err('unable to upgrade to tcp, received 400\n');
    return 1;
  }
  containerEvent(context.daemon, container, 'attach');
  const live = started(context, container);
  const { init, streams } = live;
  const { Tty = false, OpenStdin = false } = container.config;
  const how = yield* attached(context, listen(context, streams), {
    streams,
    detachKeys: keys,
    stdin: interactive && OpenStdin,
    stdout: true,
    stderr: true,
    ended: () => init.status !== undefined,
    onSignal: (signal) => forward(context, live, Tty, signal),
  });
  if (how === 'forced') return 1;
  return how === 'detached' || init.status === undefined ? 0 : statusCode(init.status);
}

/** Started; a failure ends `docker start` with 1 whatever it was. */
function started(context: Context, container: Container): ReturnType<typeof startContainer> {
  try {
    return startContainer(context.daemon, container);
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    throw new DockerError(error.code, error.message);
  }
}
