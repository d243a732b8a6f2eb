import type { Container } from '../../../engine/container/index.ts';
import { removeContainer, startContainer } from '../../../engine/daemon/container/index.ts';
import { containerEvent } from '../../../engine/daemon/events/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { SIGNALS, type Step, statusCode } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { failureText } from '../failure.ts';
import { attached, listen } from './attach.ts';
import { createFromFlags } from './create.ts';
import { detachKeysProblem } from './detach-keys.ts';
import { windowsFlag } from './namespace-options.ts';
import { CreateError, OptionError } from './option-error.ts';
import { settle } from './settle.ts';

/** `docker run`. Source: docker/cli cli/command/container/run.go. */
export const run: Command = {
  paths: ['container run', 'run'],
  *run(context, flags, args, spec) {
    try {
      const refusal = refusedBeforeCreate(context, flags);
      if (refusal !== undefined) {
        yield* context.err(`${refusal}\n`);
        return 1;
      }
      const container = yield* createFromFlags(context, flags, args);
      return yield* start(context, flags, container);
    } catch (error) {
      if (!(error instanceof DockerError) && !(error instanceof OptionError) && !(error instanceof CreateError)) throw error;
      const text = error instanceof DockerError ? daemonError(error) : error.message;
      yield* context.err(failureText(context, text, spec.commandPath));
      return error instanceof OptionError ? 125 : startFailure(text);
    }
  },
};

function refusedBeforeCreate(context: Context, flags: ParsedFlags): string | undefined {
  const windows = windowsFlag(flags);
  if (windows !== undefined) return windows;
  const detach = flags.bool('detach');
  if (detach && flags.list('attach').length > 0) return 'conflicting options: cannot specify both --attach and --detach';
  if (!detach && flags.bool('tty') && flags.bool('interactive') && !context.process.isatty(0)) return 'the input device is not a TTY';
  return undefined;
}

/** What `docker run` exits with when the container could not be started, by the engine's text. */
function startFailure(text: string): number {
  if (/executable file not found|no such file or directory|system cannot find the file specified/.test(text)) return 127;
  return /permission denied|is a directory/.test(text) ? 126 : 125;
}

function* start(context: Context, flags: ParsedFlags, container: Container): Step<number> {
  const { daemon } = context;
  const keys = flags.string('detach-keys');
  if (!flags.bool('detach') && detachKeysProblem(keys) !== undefined) {
    yield* context.err('unable to upgrade to tcp, received 400\n');
    return 1;
  }
  let live: ReturnType<typeof startContainer>;
  if (!flags.bool('detach')) containerEvent(daemon, container, 'attach');
  try {
    live = startContainer(daemon, container);
  } catch (error) {
    if (flags.bool('rm')) removeContainer(daemon, container, { volumes: true });
    if (flags.bool('detach')) yield* context.out(`${container.id}\n`);
    throw error;
  }
  if (flags.bool('detach')) {
    yield* settle(context, live);
    yield* context.out(`${container.id}\n`);
    return 0;
  }
  const { AttachStdin = false, AttachStdout = false, AttachStderr = false, Tty = false } = container.config;
  const { init, streams } = live;
  const how = yield* attached(context, listen(context, streams), {
    streams,
    detachKeys: keys,
    stdin: AttachStdin,
    stdout: AttachStdout,
    stderr: AttachStderr,
    ended: () => init.status !== undefined,
    ...(flags.bool('sig-proxy') ? { onSignal: (signal) => forward(context, live, Tty, signal) } : {}),
  });
  if (how === 'forced') return 1;
  return how === 'detached' || init.status === undefined ? 0 : statusCode(init.status);
}

/** A signal to the client goes to pid 1, or, with a terminal, to what runs in its foreground. */
export function forward(context: Context, live: ReturnType<typeof startContainer>, tty: boolean, signal: number): void {
  const { kernel } = context.daemon;
  if (tty && live.streams.tty !== undefined && (signal === SIGNALS.INT || signal === SIGNALS.QUIT))
    kernel.signalGroup(live.streams.tty.foreground, signal);
  else if (signal !== SIGNALS.WINCH) kernel.deliver(live.init, signal, false);
}
