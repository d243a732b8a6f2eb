import { execInContainer, findContainer, Streams } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { statusCode } from '../../../engine/kernel/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { attached, listen } from './attach.ts';
import { detachKeysProblem } from './detach-keys.ts';
import { environment } from './key-value-file.ts';
import { OptionError } from './option-error.ts';

/** `docker exec`. Source: docker/cli cli/command/container/exec.go. */
export const exec: Command = {
  paths: ['container exec', 'exec'],
  *run(context, flags, args) {
    const { daemon, process } = context;
    const tty = flags.bool('tty');
    const interactive = flags.bool('interactive');
    let env: string[];
    try {
      env = environment(context, flags.list('env-file'), flags.list('env'));
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
    }
    const streams = new Streams({ tty, stdin: interactive, logs: [], now: () => daemon.now() });
    const container = findContainer(daemon, args[0]!);
    if (tty && interactive && !flags.bool('detach') && !process.isatty(0)) {
      yield* context.err('the input device is not a TTY\n');
      return 1;
    }
    const wrongKeys = detachKeysProblem(flags.string('detach-keys'));
    if (wrongKeys !== undefined) throw new DockerError('InvalidArgument', wrongKeys);
    const subscriber = listen(context, streams);
    try {
      const { process: started } = execInContainer(
        daemon,
        container,
        {
          argv: args.slice(1),
          env,
          user: flags.changed('user') ? flags.string('user') : undefined,
          workdir: flags.changed('workdir') ? flags.string('workdir') : undefined,
          tty,
          privileged: flags.bool('privileged'),
          files: streams.files,
        },
        () => {},
      );
      if (streams.tty !== undefined) {
        streams.tty.foreground = started.group;
        daemon.kernel.setControllingTty(started.session, streams.tty);
      }
      if (flags.bool('detach')) {
        streams.unsubscribe(process);
        return 0;
      }
      const how = yield* attached(context, subscriber, {
        streams,
        detachKeys: flags.string('detach-keys'),
        stdin: interactive,
        stdout: true,
        stderr: true,
        ended: () => started.status !== undefined,
        ...(tty ? { onSignal: (signal) => daemon.kernel.signalGroup(streams.tty!.foreground, signal) } : {}),
      });
      if (how === 'forced') return 1;
      if (how === 'detached') {
        yield* context.err('read escape sequence\n');
        return 1;
      }
      return started.status === undefined ? 0 : statusCode(started.status);
    } catch (error) {
      streams.unsubscribe(process);
      if (!(error instanceof DockerError)) throw error;
      const runtime = error.message.startsWith('OCI runtime exec failed') && !flags.bool('detach');
      if (runtime) yield* context.out(`${error.message}\n`);
      else yield* context.err(`${daemonError(error)}\n`);
      return runtime ? (error.exitCode ?? 1) : 1;
    }
  },
};
