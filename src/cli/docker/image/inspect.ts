import { findImage } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Context } from '../../command.ts';
import type { Inspected } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { printInspected } from '../print-inspected.ts';
import { inspectedImage } from './json.ts';
import { forPlatform, platformProblem } from './platform.ts';

/** An image for `docker inspect`, or the text for one that is not there. */
export function inspectImage(context: Context, name: string, platform = ''): Inspected | { readonly error: string } {
  if (name === '') return { error: 'Error: No such image: ' };
  try {
    const image = forPlatform(context.daemon, findImage(context.daemon, name.replace(/\/{2,}/g, '/')), name, platform);
    return inspectedImage(context.daemon, image, platform !== '');
  } catch (error) {
    if (error instanceof DockerError) return { error: daemonError(error) };
    throw error;
  }
}

/** `docker image inspect`. Source: docker/cli cli/command/image/inspect.go. */
export const inspect: Command = {
  paths: ['image inspect'],
  *run(context, flags, args) {
    const problem = platformProblem(flags.string('platform'));
    if (problem !== undefined) {
      yield* context.err(`${problem}\n`);
      return 1;
    }
    const results = args.map((name) => inspectImage(context, name, flags.string('platform')));
    return yield* printInspected(context, flags.string('format'), results);
  },
};
