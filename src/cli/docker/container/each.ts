import type { Container } from '../../../engine/container/index.ts';
import { findContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { daemonError } from '../daemon-error.ts';

/**
 * Does one thing to each named container and prints its name, going on after failures, which are printed in the order given.
 * The exit status is 1 if any failed.
 */
export function* forEachContainer(
  context: Context,
  refs: readonly string[],
  act: (container: Container, ref: string) => Step<void>,
  reword: (message: string, ref: string) => string = (message) => message,
): Step<number> {
  const errors: string[] = [];
  for (const ref of refs) {
    try {
      yield* act(findContainer(context.daemon, ref), ref);
      yield* context.out(`${ref}\n`);
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      errors.push(daemonError(new DockerError(error.code, reword(error.message, ref))));
    }
  }
  if (errors.length === 0) return 0;
  yield* context.err(`${errors.join('\n')}\n`);
  return 1;
}
