import { saveImages, usesContainerd } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { findImage } from '../../../engine/store/index.ts';
import type { Command } from '../command.ts';
import { checkOutputPath, HostFileError, writeHostFile, writeOut } from '../host-file.ts';
import { isStrictlyFor, platformProblem, platformShown } from './platform.ts';

/** `docker save`. Source: docker/cli cli/command/image/save.go. */
export const save: Command = {
  paths: ['image save', 'save'],
  *run(context, flags, args) {
    const output = flags.string('output');
    if (output === '' && context.outIsTerminal) {
      yield* context.err('cowardly refusing to save to a terminal. Use the -o flag or redirect\n');
      return 1;
    }
    const problem = flags
      .list('platform')
      .map(platformProblem)
      .find((text) => text !== undefined);
    if (problem !== undefined) {
      yield* context.err(`invalid platform: ${problem}\n`);
      return 1;
    }
    const platform = flags.list('platform').at(-1) ?? '';
    try {
      if (output !== '') checkOutputPath(context, output);
      if (
        platform !== '' &&
        !usesContainerd(context.daemon) &&
        args.some((name) => !isStrictlyFor(findImage(context.daemon.state.images, name), platform))
      )
        throw new DockerError('NotFound', `no suitable export target found for platform ${platformShown(platform)}`);
      const archive = saveImages(context.daemon, args, platform);
      if (output === '') yield* writeOut(context, archive);
      else writeHostFile(context, output, archive);
      return 0;
    } catch (error) {
      if (!(error instanceof HostFileError)) throw error;
      yield* context.err(`failed to save image: ${error.message}\n`);
      return 1;
    }
  },
};
