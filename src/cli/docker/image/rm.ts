import { findImage, type Removal, removeImage, usesContainerd } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { forPlatform, platformProblem } from './platform.ts';

const lineOf = (removal: Removal): string => ('untagged' in removal ? `Untagged: ${removal.untagged}\n` : `Deleted: ${removal.deleted}\n`);

/** Throws what the engine says to `--platform` before it does anything: a graph driver's images have one platform each. */
function checkPlatforms({ daemon }: Context, name: string, platforms: readonly string[], force: boolean): void {
  if (platforms.length === 0) return;
  if (!usesContainerd(daemon)) {
    for (const platform of platforms) forPlatform(daemon, findImage(daemon, name), name, platform);
    return;
  }
  if (!force)
    throw new DockerError('Conflict', 'Content will be removed from all images referencing this variant. Use —-force to force delete.');
  throw new DockerError(
    'NotSimulated',
    'removing one platform of an image is not simulated: Docker takes layers away that other images need',
  );
}

/** `docker rmi`. With `--force` what is not there is no failure. Source: docker/cli cli/command/image/remove.go. */
export const rm: Command = {
  paths: ['image rm', 'image remove', 'rmi'],
  *run(context, flags, args) {
    const problem = flags
      .list('platform')
      .map(platformProblem)
      .find((text) => text !== undefined);
    if (problem !== undefined) {
      yield* context.err(`${problem}\n`);
      return 1;
    }
    const force = flags.bool('force');
    const errors: string[] = [];
    let fatal = false;
    const platforms = flags.list('platform');
    for (const name of args) {
      try {
        if (name === '') throw new DockerError('NotFound', 'page not found');
        checkPlatforms(context, name, platforms, force);
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
