import type { Command } from '../command.ts';

/** The BuildKit that builders and the engine have. */
export const BUILDKIT = 'v0.25.2';

/** `docker buildx version`. */
export const version: Command = {
  paths: ['buildx version', 'builder version'],
  *run(context) {
    yield* context.out('github.com/docker/buildx v0.29.1 a32761aeb3debd39be1eca514af3693af0db334b\n');
    return 0;
  },
};
