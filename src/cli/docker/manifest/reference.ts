import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { parseReference, type Reference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';

/** A reference as `docker manifest` takes it; `doing` stands in front of the error's text. Throws DockerError. */
export function manifestReference(text: string, doing = ''): Reference {
  try {
    return withDefaultTag(parseReference(text));
  } catch (error) {
    if (error instanceof DockerError) throw new DockerError(error.code, doing + error.message);
    throw error;
  }
}

/** Runs a command whose errors are printed as they are; the value is the exit status. */
export function* reporting(context: Context, act: () => Step<void>): Step<number> {
  try {
    yield* act();
    return 0;
  } catch (error) {
    if (!(error instanceof DockerError)) throw error;
    yield* context.err(`${error.message}\n`);
    return 1;
  }
}
