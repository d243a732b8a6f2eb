import { tagImage } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { parseAnyReference, parseReference } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';

/** `docker tag`. The client refuses malformed names before the engine is asked (moby client/image_tag.go). */
export const tag: Command = {
  paths: ['image tag', 'tag'],
  *run(context, _flags, args) {
    const [source = '', target = ''] = args;
    let parsing = source;
    try {
      parseAnyReference(source);
      parsing = target;
      if (parseReference(target).digest !== undefined) {
        yield* context.err('refusing to create a tag with a digest reference\n');
        return 1;
      }
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`Error parsing reference: ${JSON.stringify(parsing)} is not a valid repository/tag: ${error.message}\n`);
      return 1;
    }
    tagImage(context.daemon, source, target);
    return 0;
  },
};
