import type { BuildEvent } from '../../../engine/build/index.ts';
import { type BuilderGroup, bootNode, nodeStatus } from '../../../engine/builders/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { terminalSize } from '../build/progress/choose.ts';
import { PlainPrinter } from '../build/progress/plain.ts';
import { TtyPrinter } from '../build/progress/tty.ts';
import { daemonError } from '../daemon-error.ts';
import { firstNode } from './choose.ts';
import { BuildxError } from './error.ts';

export const BOOTING = '[internal] booting buildkit';

/**
 * Starts a builder's first node unless it runs, telling so as a step of the number `vertex`. Whether it had to. Throws BuildxError, after the
 * step has failed.
 */
export function* bootBuilder(
  context: Context,
  group: BuilderGroup,
  vertex: number,
  emit: (event: BuildEvent) => Step<void>,
): Step<boolean> {
  const { daemon } = context;
  const node = firstNode(group);
  if (nodeStatus(daemon, node) === 'running') return false;
  yield* emit({ type: 'started', vertex, name: BOOTING, time: daemon.now() });
  try {
    yield* bootNode(daemon, node, (text, seconds) => emit({ type: 'status', vertex, text, seconds, timed: true }));
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    const message = daemonError(error);
    yield* emit({ type: 'failed', vertex, message, time: daemon.now() });
    throw new BuildxError(message);
  }
  yield* emit({ type: 'done', vertex, time: daemon.now() });
  return true;
}

/** Starts a builder with progress of its own, as `--bootstrap` does. Throws BuildxError. */
export function* boot(context: Context, group: BuilderGroup): Step<void> {
  const printer = context.process.isatty(2) ? new TtyPrinter(...terminalSize(context), undefined) : new PlainPrinter(undefined);
  try {
    yield* bootBuilder(context, group, 1, (event) => context.err(printer.print(event)));
  } catch (error) {
    if (error instanceof BuildxError) yield* context.err(`${printer.end(context.daemon.now(), [])}------\n > ${BOOTING}:\n------\n`);
    throw error;
  }
  yield* context.err(printer.end(context.daemon.now(), []));
}
