import { pushImage } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { familiarString, parseReference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';
import { streamError } from '../daemon-error.ts';
import { transferPrinter } from './transfer.ts';

/** `docker push`. Source: docker/cli cli/command/image/push.go. */
export const push: Command = {
  paths: ['image push', 'push'],
  *run(context, flags, args) {
    const quiet = flags.bool('quiet');
    const all = flags.bool('all-tags');
    try {
      const given = parseReference(args[0]!);
      const isNameOnly = given.tag === undefined && given.digest === undefined;
      if (all && !isNameOnly) {
        yield* context.err("tag can't be used with --all-tags/-a\n");
        return 1;
      }
      if (!all && isNameOnly && !quiet) yield* context.out('Using default tag: latest\n');
      yield* pushImage(context.daemon, given, { all }, quiet ? silent : transferPrinter(context, 1));
      if (quiet) yield* context.out(`${familiarString(all ? given : withDefaultTag(given))}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${streamError(error)}\n`);
      return 1;
    }
  },
};

function* silent() {}
