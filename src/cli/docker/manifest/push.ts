import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import { canonicalString, fromCanonical, repositoryOf } from '../../../engine/reference/index.ts';
import type { Command } from '../command.ts';
import { ManifestClient } from './client.ts';
import { blobsOf, type ImageManifest, payload } from './image-manifest.ts';
import { listText } from './list-text.ts';
import { manifestReference, reporting } from './reference.ts';
import { ManifestStore } from './store.ts';

/** `docker manifest push LIST`: manifests of other repositories first, then the list. Source: docker/cli cli/command/manifest/push.go. */
export const push: Command = {
  paths: ['manifest push'],
  *run(context, flags, [name = '']) {
    return yield* reporting(context, function* () {
      const target = manifestReference(name);
      const store = new ManifestStore(context);
      const manifests = store.list(target);
      if (manifests.length === 0) throw new DockerError('NotFound', `${canonicalString(target)} not found`);
      for (const { Ref, Descriptor } of manifests)
        if (!Descriptor.platform?.architecture || !Descriptor.platform.os)
          throw new DockerError('InvalidArgument', `manifest ${Ref} must have an OS and Architecture to be pushed to a registry`);
      const list = listText(target, manifests);
      const client = new ManifestClient(context, flags.bool('insecure'));
      const others = manifests.filter(({ Ref }) => fromCanonical(Ref).path !== target.path);
      for (const manifest of others)
        for (const digest of blobsOf(manifest)) yield* client.mount(target, digest, fromCanonical(manifest.Ref).path);
      for (const manifest of others) yield* context.out(yield* pushReference(client, target, manifest));
      yield* context.out(`${yield* client.put(target, list.mediaType, list.text)}\n`);
      if (flags.bool('purge')) store.remove(target);
    });
  },
};

function* pushReference(client: ManifestClient, target: ReturnType<typeof manifestReference>, manifest: ImageManifest): Step<string> {
  const reference = fromCanonical(`${repositoryOf(target)}@${manifest.Descriptor.digest}`);
  const digest = yield* client.put(reference, manifest.Descriptor.mediaType, payload(manifest));
  return `Pushed ref ${canonicalString(reference)} with digest: ${digest}\n`;
}
