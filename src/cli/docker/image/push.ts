import { findImage, pushImage, usesContainerd } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { familiarString, parseReference, type Reference, withDefaultTag } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';
import { daemonError, streamError } from '../daemon-error.ts';
import { forPlatform, platformProblem } from './platform.ts';
import { transferPrinter } from './transfer.ts';

const ONE_PLATFORM = `
 Info -> Using --platform pushes only the specified platform manifest of a multi-platform image index.
         Other components, like attestations, will not be included.
         To push the complete multi-platform image, remove the --platform flag.
         
`;

const notWhole = (from: string, to: string): string => `
 Info -> Not all multiplatform-content is present and only the available single-platform image was pushed
         \x1b[31m${from}\x1b[0m -> \x1b[32m${to}\x1b[0m
`;

/** `docker push`. Source: docker/cli cli/command/image/push.go. */
export const push: Command = {
  paths: ['image push', 'push'],
  *run(context, flags, args) {
    const quiet = flags.bool('quiet');
    const all = flags.bool('all-tags');
    try {
      const platform = flags.string('platform');
      const problem = platformProblem(platform);
      if (problem !== undefined) {
        yield* context.err(`Invalid platform ${platform}${problem}\n`);
        return 1;
      }
      if (platform !== '') yield* context.out(ONE_PLATFORM);
      const given = parseReference(args[0]!);
      const isNameOnly = given.tag === undefined && given.digest === undefined;
      if (all && !isNameOnly) {
        yield* context.err("tag can't be used with --all-tags/-a\n");
        return 1;
      }
      if (!all && isNameOnly && !quiet) yield* context.out('Using default tag: latest\n');
      const refusal = platform === '' ? undefined : platformRefusal(context.daemon, all ? given : withDefaultTag(given), platform);
      if (refusal !== undefined) {
        yield* context.err(`${daemonError(refusal)}\n`);
        return 1;
      }
      const partial = yield* pushImage(context.daemon, given, { all, platform }, quiet ? silent : transferPrinter(context, 1));
      if (!quiet) for (const { from, to } of partial) yield* context.out(notWhole(from, to));
      if (quiet) yield* context.out(`${familiarString(all ? given : withDefaultTag(given))}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${streamError(error)}\n`);
      return 1;
    }
  },
};

/** A graph driver's image of another platform, or none, is refused before anything is sent. Source: moby daemon/images/image_push.go. */
function platformRefusal(daemon: Daemon, given: Reference, platform: string): DockerError | undefined {
  if (usesContainerd(daemon)) return undefined;
  const name = familiarString(given);
  try {
    forPlatform(daemon, findImage(daemon, name), name, platform);
    return undefined;
  } catch (error) {
    if (error instanceof DockerError) return error;
    throw error;
  }
}

function* silent() {}
