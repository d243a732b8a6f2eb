import { commitImage } from '../../../engine/build/index.ts';
import { findContainer, pause, unpause } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { parseReference, type Reference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';

/** `docker commit`. */
export const commit: Command = {
  paths: ['container commit', 'commit'],
  *run(context, flags, args) {
    const { daemon } = context;
    const badName = args[1] === undefined || args[1] === '' ? undefined : nameProblem(args[1]);
    if (badName !== undefined) {
      yield* context.err(`${badName}\n`);
      return 1;
    }
    const reference = referenceOf(args[1]);
    const container = findContainer(daemon, args[0]!);
    const freeze = flags.bool('pause') && daemon.live.has(container.id) && container.state.status === 'running';
    if (freeze) pause(daemon, container.id);
    try {
      const request = { author: flags.string('author'), comment: flags.string('message'), changes: flags.list('change'), reference };
      yield* context.out(`${commitImage(daemon, findContainer(daemon, container.id), request)}\n`);
      return 0;
    } finally {
      if (freeze) unpause(daemon, container.id);
    }
  },
};

/** What the client finds wrong with a name, before it asks the engine. */
function nameProblem(text: string): string | undefined {
  try {
    return parseReference(text).digest === undefined ? undefined : 'refusing to create a tag with a digest reference';
  } catch (error) {
    if (error instanceof DockerError) return error.message;
    throw error;
  }
}

function referenceOf(text: string | undefined): Reference | undefined {
  return text === undefined || text === '' ? undefined : withDefaultTag(parseReference(text));
}
