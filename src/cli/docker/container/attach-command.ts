import { findContainer } from '../../../engine/daemon/container/index.ts';
import { containerEvent } from '../../../engine/daemon/events/index.ts';
import { statusCode } from '../../../engine/kernel/index.ts';
import type { Command } from '../command.ts';
import { attached, listen } from './attach.ts';
import { detachKeysProblem } from './detach-keys.ts';
import { forward } from './run.ts';

/** `docker attach`. */
export const attach: Command = {
  paths: ['container attach', 'attach'],
  *run(context, flags, args) {
    const { daemon, process } = context;
    const container = findContainer(daemon, args[0]!);
    const live = daemon.live.get(container.id);
    const refusal =
      live === undefined && container.state.status !== 'restarting'
        ? 'You cannot attach to a stopped container, start it first'
        : container.state.status === 'paused'
          ? 'You cannot attach to a paused container, unpause it first'
          : container.state.status === 'restarting'
            ? 'You cannot attach to a restarting container, wait until it is running'
            : undefined;
    if (live === undefined || refusal !== undefined) {
      yield* context.err(`${refusal}\n`);
      return 1;
    }
    const { Tty = false, OpenStdin = false } = container.config;
    if (Tty && !flags.bool('no-stdin') && !process.isatty(0)) {
      yield* context.err('the input device is not a TTY\n');
      return 1;
    }
    if (detachKeysProblem(flags.string('detach-keys')) !== undefined) {
      yield* context.err('unable to upgrade to tcp, received 400\n');
      return 1;
    }
    containerEvent(daemon, container, 'attach');
    const how = yield* attached(context, listen(context, live.streams), {
      streams: live.streams,
      detachKeys: flags.string('detach-keys'),
      stdin: OpenStdin && !flags.bool('no-stdin'),
      stdout: true,
      stderr: true,
      ended: () => live.init.status !== undefined,
      ...(flags.bool('sig-proxy') ? { onSignal: (signal) => forward(context, live, Tty, signal) } : {}),
    });
    if (how === 'forced') return 1;
    if (how === 'detached') {
      yield* context.err('read escape sequence\n');
      return 1;
    }
    return live.init.status === undefined ? 0 : statusCode(live.init.status);
  },
};
