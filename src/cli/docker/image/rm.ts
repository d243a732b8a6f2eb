import { type Removal, removeImage, usesContainerd } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';

const lineOf = (removal: Removal): string => ('untagged' in removal ? `Untagged: ${removal.untagged}\n` : `Deleted: ${removal.deleted}\n`);

/** What the engine says to `--platform` before it does anything. */
function onePlatform({ daemon }: Context, force: boolean): DockerError {
  if (!usesContainerd(daemon)) return new DockerError('InvalidArgument', 'specifying platforms is not supported');
  if (!force)
    return new DockerError('Conflict', 'Content will be removed from all images referencing this variant. Use —-force to force delete.');
  return new DockerError(
    'NotSimulated',
    'removing one platform of an image is not simulated: Docker takes layers away that other images need',
  );
}

/** `docker rmi`. With `--force` what is not there is no failure. Source: docker/cli cli/command/image/remove.go. */
export const rm: Command = {
  paths: ['image rm', 'image remove', 'rmi'],
  *run(context, flags, args) {
    const force = flags.bool('force');
    const errors: string[] = [];
    let fatal = false;
    const platforms = flags.list('platform');
    for (const name of args) {
      try {
        if (platforms.length > 0) throw onePlatform(context, force);
        if (name === '') throw new DockerError('NotFound', 'page not found');
        const removals = removeImage(context.daemon, name.replace(/\/{2,}/g, '/'), { force, prune: !flags.bool('no-prune') });
        yield* context.out(removals.map(lineOf).join(''));
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
        if (error.code !== 'NotFound') fatal = true;
        errors.push(daemonError(error));
      }
    }
    if (errors.length === 0) return 0;
    yield* context.err(`${errors.join('\n')}\n`);
    return force && !fatal ? 0 : 1;
  },
};
