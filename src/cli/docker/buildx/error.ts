import { DockerError } from '../../../engine/errors/index.ts';
import { type Step, SysError } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { daemonError } from '../daemon-error.ts';

/** What buildx says after `ERROR: `. */
export class BuildxError extends Error {}

/** Runs a buildx command: its errors begin with `ERROR: `. The value is the exit status. */
export function* buildx(context: Context, act: () => Step<void>): Step<number> {
  try {
    yield* act();
    return 0;
  } catch (error) {
    yield* context.err(`ERROR: ${buildxText(error)}\n`);
    return 1;
  }
}

/** An error in buildx's words; one that is no answer is thrown again. */
export function buildxText(error: unknown): string {
  if (error instanceof BuildxError) return error.message;
  if (error instanceof DockerError) return daemonError(error);
  if (error instanceof SysError) return error.message.toLowerCase();
  throw error;
}
