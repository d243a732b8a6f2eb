import type { Command } from '../command.ts';

const PLATFORMS = 'linux/amd64, linux/amd64/v2, linux/amd64/v3, linux/386';

/** `docker buildx version`. */
export const version: Command = {
  paths: ['buildx version'],
  *run(context) {
    yield* context.out('github.com/docker/buildx v0.29.1 a32761aeb3debd39be1eca514af3693af0db334b\n');
    return 0;
  },
};

/** `docker buildx ls`: the one builder there is, the engine itself. */
export const ls: Command = {
  paths: ['buildx ls', 'builder ls'],
  *run(context) {
    yield* context.out('NAME/NODE     DRIVER/ENDPOINT   STATUS    BUILDKIT   PLATFORMS\n');
    yield* context.out('default*      docker                                 \n');
    yield* context.out(' \\_ default    \\_ default       running   v0.25.2    linux/amd64 (+2), linux/386\n');
    return 0;
  },
};

/** `docker buildx inspect`. */
export const inspect: Command = {
  paths: ['buildx inspect', 'builder inspect'],
  *run(context, _flags, args) {
    const [name = 'default'] = args;
    if (name !== 'default') {
      yield* context.err(`ERROR: no builder ${JSON.stringify(name)} found\n`);
      return 1;
    }
    yield* context.out(
      `Name:   default\nDriver: docker\n\nNodes:\nName:             default\nEndpoint:         default\nStatus:           running\nBuildKit version: v0.25.2\nPlatforms:        ${PLATFORMS}\n`,
    );
    return 0;
  },
};
