import type { Command } from '../command.ts';
import { BuildxError, buildx } from './error.ts';
import { Instances } from './instances.ts';

/** `docker buildx use`. Source: docker/buildx commands/use.go. */
export const use: Command = {
  paths: ['buildx use', 'builder use'],
  *run(context, flags, args) {
    return yield* buildx(context, function* () {
      const name = args[0] ?? flags.string('builder');
      const instances = new Instances(context);
      const options = { global: flags.bool('global'), asDefault: flags.bool('default') };
      if (instances.find(name) !== undefined && name !== '') instances.use(name, options);
      else if (name === 'default') instances.use('', { global: false, asDefault: false });
      else
        throw new BuildxError(`failed to find instance ${JSON.stringify(name)}: open ${instances.path(name)}: no such file or directory`);
      yield {};
    });
  },
};
