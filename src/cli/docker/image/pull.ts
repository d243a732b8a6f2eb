import { pullImage as pull, usesContainerd } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { canonicalString, parseReference, type Reference, withDefaultTag } from '../../../engine/reference/index.ts';
import { findImage } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { isFor, otherPlatform, platformProblem } from './platform.ts';
import { transferPrinter } from './transfer.ts';

export interface PullOptions {
  readonly quiet: boolean;
  readonly platform: string;
  /** The descriptor that progress goes to. */
  readonly progress: number;
}

function* silent(): Step<void> {}

/** Pulls an image into the engine's store, with progress. Throws DockerError. */
export function* pullImage(context: Context, ref: string, options: PullOptions): Step<void> {
  const { quiet, platform, progress } = options;
  yield* pullTold(context, withDefaultTag(parseReference(ref)), { platform }, quiet ? silent : transferPrinter(context, progress));
}

/** A refusal in the middle of an answer already begun is told without the prefix of the engine's answers. */
function* pullTold(
  context: Context,
  reference: Reference,
  request: Parameters<typeof pull>[2],
  emit: Parameters<typeof pull>[3],
): Step<void> {
  let begun = false;
  try {
    yield* pull(context.daemon, reference, request, function* (event) {
      begun = true;
      yield* emit(event);
    });
  } catch (error) {
    if (error instanceof DockerError && begun && error.code !== 'NotSimulated') throw new DockerError('Client', error.message);
    throw error;
  }
}

/** `docker pull`. Source: docker/cli cli/command/image/pull.go. */
export const pullCommand: Command = {
  paths: ['image pull', 'pull'],
  *run(context, flags, args) {
    const all = flags.bool('all-tags');
    const quiet = flags.bool('quiet');
    let given: Reference;
    try {
      given = parseReference(args[0]!);
    } catch (error) {
      if (!(error instanceof DockerError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
    }
    const isNameOnly = given.tag === undefined && given.digest === undefined;
    if (all && !isNameOnly) {
      yield* context.err("tag can't be used with --all-tags/-a\n");
      return 1;
    }
    if (!all && isNameOnly && !quiet) yield* context.out('Using default tag: latest\n');
    const reference = all ? given : withDefaultTag(given);
    const platform = flags.string('platform');
    const problem = platformProblem(platform);
    if (problem !== undefined) throw new DockerError('InvalidArgument', problem);
    yield* pullTold(context, reference, { all, platform }, quiet ? silent : transferPrinter(context, 1));
    if (!all && !quiet) yield* warnPlatform(context, reference, platform);
    yield* context.out(`${canonicalString(reference)}\n`);
    return 0;
  },
};

function* warnPlatform(context: Context, reference: Reference, platform: string): Step<void> {
  const name = canonicalString(reference);
  const image = findImage(context.daemon.state.images, name);
  if (!usesContainerd(context.daemon) && !isFor(image, platform)) yield* context.out(`WARNING: ${otherPlatform(image, name, platform)}\n`);
}
