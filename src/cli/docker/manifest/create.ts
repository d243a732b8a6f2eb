import { DockerError } from '../../../engine/errors/index.ts';
import { canonicalString } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';
import { ManifestClient } from './client.ts';
import { manifestReference, reporting } from './reference.ts';
import { ManifestStore } from './store.ts';

/** `docker manifest create LIST MANIFEST…`: a list on this host, its manifests taken from their registry. Source: docker/cli cli/command/manifest/create_list.go. */
export const create: Command = {
  paths: ['manifest create'],
  *run(context, flags, [name = '', ...names]) {
    return yield* reporting(context, function* () {
      const list = manifestReference(name, `error parsing name for manifest list ${name}: `);
      const store = new ManifestStore(context);
      if (store.has(list) && !flags.bool('amend'))
        throw new DockerError('Conflict', 'refusing to amend an existing manifest list with no --amend flag');
      const client = new ManifestClient(context, flags.bool('insecure'));
      for (const text of names) {
        const reference = manifestReference(text);
        store.save(list, reference, store.find(list, reference) ?? (yield* client.manifest(reference)));
      }
      yield* context.out(`Created manifest list ${canonicalString(list)}\n`);
    });
  },
};
