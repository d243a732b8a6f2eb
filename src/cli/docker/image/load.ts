import { type LoadEvent, loadImages } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Body } from '../../../engine/tree/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { streamError } from '../daemon-error.ts';
import { HostFileError, openHostFile, standardInput } from '../host-file.ts';
import { versionFacts } from '../system/version-facts.ts';
import { loadProgress } from './load-progress.ts';
import { platformProblem } from './platform.ts';

function lineOf(event: LoadEvent): string {
  switch (event.type) {
    case 'loaded':
      return `Loaded image: ${event.reference}\n`;
    case 'loaded-id':
      return `Loaded image ID: ${event.id}\n`;
    case 'renamed':
      return `The image ${event.reference} already exists, renaming the old one with ID ${event.old} to empty string\n`;
  }
}

/** The archive's file. A directory is noticed only when its content is sent. */
function opened(context: Context, path: string, quiet: boolean): Body {
  try {
    return openHostFile(context, path);
  } catch (error) {
    if (!(error instanceof HostFileError) || !error.message.startsWith('read ')) throw error;
    const { ApiVersion } = versionFacts(context.daemon.state).client;
    const url = `http://%2Fvar%2Frun%2Fdocker.sock/v${ApiVersion}/images/load?quiet=${quiet || !context.outIsTerminal ? 1 : 0}`;
    throw new HostFileError(`error during connect: Post "${url}": ${error.message}`);
  }
}

/** `docker load`. What is wrong with an archive comes in the stream, without the client's prefix. Source: docker/cli cli/command/image/load.go. */
export const load: Command = {
  paths: ['image load', 'load'],
  *run(context, flags) {
    const input = flags.string('input');
    if (input === '' && context.process.isatty(0)) {
      yield* context.err('requested load from stdin, but stdin is empty\n');
      return 1;
    }
    try {
      const archive = input === '' ? yield* standardInput(context) : opened(context, input, flags.bool('quiet'));
      const problem = flags
        .list('platform')
        .map(platformProblem)
        .find((text) => text !== undefined);
      if (problem !== undefined) {
        yield* context.err(`invalid platform: ${problem}\n`);
        return 1;
      }
      const before = context.daemon.state.images;
      const events = loadImages(context.daemon, archive, { platform: flags.list('platform').at(-1) ?? '' });
      const { images } = context.daemon.state;
      if (context.outIsTerminal && !flags.bool('quiet') && images.content === undefined) yield* loadProgress(context, before, images);
      yield* context.out(events.map(lineOf).join(''));
      return 0;
    } catch (error) {
      if (error instanceof HostFileError) yield* context.err(`${error.message}\n`);
      else if (error instanceof DockerError) yield* context.err(`${streamError(error)}\n`);
      else throw error;
      return 1;
    }
  },
};
