import { applyChanges } from '../../../engine/build/index.ts';
import { dialError, importImage, importReference } from '../../../engine/daemon/image/index.ts';
import { parsePlatform } from '../../../engine/dockerfile/values/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { parseReference } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';
import { HostFileError, openHostFile, standardInput } from '../host-file.ts';

/** `docker import`. Source: docker/cli cli/command/image/import.go, moby api/server/router/image. */
export const importCommand: Command = {
  paths: ['image import', 'import'],
  *run(context, flags, args) {
    const source = args[0]!;
    const reference = args[1] ?? '';
    const url = /^https?:\/\/([^/]*)/.exec(source);
    try {
      if (reference !== '') parseReference(reference);
      const archive = source === '-' ? yield* standardInput(context) : url === null ? openHostFile(context, source) : undefined;
      if (archive === undefined) throw unreachable(source, url![1]!);
      importReference(reference);
      const config = applyChanges({}, flags.list('change'));
      const id = importImage(context.daemon, {
        archive,
        source: url === null ? '-' : source,
        reference,
        message: flags.string('message'),
        config,
        ...platformOf(flags.string('platform')),
      });
      yield* context.out(`${id}\n`);
      return 0;
    } catch (error) {
      if (error instanceof HostFileError) yield* context.err(`${error.message}\n`);
      else if (error instanceof DockerError && isClients(error, reference)) yield* context.err(`${error.message}\n`);
      else throw error;
      return 1;
    }
  },
};

/** The client itself refuses a name that is none. */
function isClients(error: DockerError, reference: string): boolean {
  try {
    if (reference !== '') parseReference(reference);
    return false;
  } catch (refused) {
    return refused instanceof DockerError && refused.message === error.message;
  }
}

/** The simulated network has no web servers outside containers. */
const unreachable = (url: string, host: string): DockerError =>
  new DockerError('Unavailable', `Get ${JSON.stringify(url)}: ${dialError(host)}`);

function platformOf(text: string): { platform?: { os: string; architecture: string; variant?: string } } {
  if (text === '') return {};
  const parsed = parsePlatform(text);
  if (!parsed.ok) throw new DockerError('InvalidArgument', parsed.error);
  const { os, architecture, variant } = parsed.value;
  if (os !== 'linux') throw new DockerError('InvalidArgument', 'operating system is not supported');
  return { platform: { os, architecture, ...(variant === '' ? {} : { variant }) } };
}
