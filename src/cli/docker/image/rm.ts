import { type Removal, removeImage } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';

const lineOf = (removal: Removal): string => ('untagged' in removal ? `Untagged: ${removal.untagged}\n` : `Deleted: ${removal.deleted}\n`);

/** `docker rmi`. With `--force` what is not there is no failure. Source: docker/cli cli/command/image/remove.go. */
export const rm: Command = {
  paths: ['image rm', 'image remove', 'rmi'],
  *run(context, flags, args) {
    const force = flags.bool('force');
    const errors: string[] = [];
    let fatal = false;
    for (const name of args) {
      try {
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
