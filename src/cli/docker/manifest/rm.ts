import { DockerError } from '../../../engine/errors/index.ts';
import type { Command } from '../command.ts';
import { manifestReference, reporting } from './reference.ts';
import { ManifestStore } from './store.ts';

/** `docker manifest rm LIST…`: every list that can be removed is; the errors of the others come last. Source: docker/cli cli/command/manifest/rm.go. */
export const rm: Command = {
  paths: ['manifest rm'],
  *run(context, _flags, names) {
    return yield* reporting(context, function* () {
      const store = new ManifestStore(context);
      const errors: string[] = [];
      for (const name of names) {
        try {
          const list = manifestReference(name);
          store.list(list);
          store.remove(list);
        } catch (error) {
          if (!(error instanceof DockerError)) throw error;
          errors.push(error.message);
        }
      }
      yield {};
      if (errors.length > 0) throw new DockerError('NotFound', errors.join('\n'));
    });
  },
};
