import { DockerError } from '../../engine/errors/index.ts';
import type { Step } from '../../engine/kernel/index.ts';
import type { Context } from '../command.ts';
import { daemonError } from './daemon-error.ts';

/** Does one thing for each argument, going on after refusals, which are printed at the end. Whether all went well. */
export function* forEach(context: Context, args: readonly string[], act: (arg: string) => Step<void>): Step<boolean> {
  const errors: string[] = [];
  for (const arg of args) {
    try {
      yield* act(arg);
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      errors.push(daemonError(error));
    }
  }
  if (errors.length > 0) yield* context.err(`${errors.join('\n')}\n`);
  return errors.length === 0;
}
