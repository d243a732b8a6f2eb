import { removeVolume } from '../../../engine/daemon/volume/index.ts';
import type { Command } from '../command.ts';
import { forEach } from '../each.ts';

/** `docker volume rm`. */
export const rm: Command = {
  paths: ['volume rm', 'volume remove'],
  *run(context, flags, args) {
    const ok = yield* forEach(context, args, function* (name) {
      removeVolume(context.daemon, name, flags.bool('force'));
      yield* context.out(`${name}\n`);
    });
    return ok ? 0 : 1;
  },
};
