import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Reference } from '../../../engine/reference/index.ts';
import type { Context } from '../../command.ts';
import type { Command } from '../command.ts';
import { ManifestClient } from './client.ts';
import { type ImageManifest, payload } from './image-manifest.ts';
import { listText } from './list-text.ts';
import { manifestReference, reporting } from './reference.ts';
import { ManifestStore } from './store.ts';

/**
 * `docker manifest inspect [LIST] MANIFEST`: a manifest of a local list; else a local list, or what the registry has. Source: docker/cli
 * cli/command/manifest/inspect.go.
 */
export const inspect: Command = {
  paths: ['manifest inspect'],
  *run(context, flags, args) {
    return yield* reporting(context, function* () {
      const verbose = flags.bool('verbose');
      const reference = manifestReference(args.at(-1)!);
      const store = new ManifestStore(context);
      if (args.length > 1) return yield* printManifest(context, store.get(manifestReference(args[0]!), reference), verbose);
      if (store.has(reference)) return yield* printList(context, reference, store.list(reference), verbose);
      const client = new ManifestClient(context, flags.bool('insecure'));
      const manifest = yield* orUndefined(client.manifest(reference));
      if (manifest !== undefined) return yield* printManifest(context, manifest, verbose);
      return yield* printList(context, reference, yield* client.list(reference), verbose);
    });
  },
};

function* orUndefined(step: Step<ImageManifest>): Step<ImageManifest | undefined> {
  try {
    return yield* step;
  } catch (error) {
    if (error instanceof DockerError) return undefined;
    throw error;
  }
}

function* printManifest(context: Context, manifest: ImageManifest, verbose: boolean): Step<void> {
  yield* context.out(`${verbose ? tabs(manifest) : JSON.stringify(JSON.parse(payload(manifest)), undefined, '\t')}\n`);
}

function* printList(context: Context, reference: Reference, manifests: readonly ImageManifest[], verbose: boolean): Step<void> {
  if (verbose) return yield* context.out(`${tabs(manifests)}\n`);
  try {
    yield* context.out(`${listText(reference, manifests).text}\n`);
  } catch (error) {
    if (error instanceof DockerError) throw new DockerError(error.code, `failed to assemble ManifestDescriptor: ${error.message}`);
    throw error;
  }
}

/** Go's json.MarshalIndent with tabs. */
const tabs = (value: unknown): string => JSON.stringify(value, undefined, '\t');
