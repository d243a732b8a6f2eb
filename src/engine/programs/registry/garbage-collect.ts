import type { Digest } from '../../digest/index.ts';
import { type Process, type Run, TURN } from '../../kernel/index.ts';
import { readBody } from '../../tree/index.ts';
import { ConfigError, readConfig } from './config.ts';
import { logLine } from './log.ts';
import { readManifest } from './manifest.ts';
import { Storage } from './storage.ts';

/**
 * `registry garbage-collect`: marks what manifests of all repositories name, and removes the blobs that none does; with `untagged` also
 * manifests without a tag. Source: distribution registry/storage/garbagecollect.go.
 */
export function* garbageCollect(p: Process, path: string, options: { readonly dryRun: boolean; readonly untagged: boolean }): Run {
  let storage: Storage;
  try {
    storage = new Storage(p, readConfig(p, path).root);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    yield* p.write(2, `configuration error: ${error.message}\n`);
    return 1;
  }
  const marked = new Set<Digest>();
  const stale: { name: string; digest: Digest }[] = [];
  for (const name of storage.repositories()) {
    yield* p.write(1, `${name}\n`);
    const tagged = new Set(storage.tags(name).map((tag) => storage.tag(name, tag)));
    for (const digest of storage.manifests(name)) {
      if (p.tick()) yield TURN;
      if (options.untagged && !tagged.has(digest)) {
        yield* p.write(1, `manifest eligible for deletion: ${digest}\n`);
        stale.push({ name, digest });
        continue;
      }
      yield* p.write(1, `${name}: marking manifest ${digest} \n`);
      marked.add(digest);
      const body = storage.getManifest(name, digest);
      if (body === undefined) continue;
      for (const blob of readManifest(new TextDecoder().decode(readBody(body))).blobs) {
        marked.add(blob);
        yield* p.write(1, `${name}: marking blob ${blob}\n`);
      }
    }
  }
  const doomed = storage.blobs().filter((digest) => !marked.has(digest));
  yield* p.write(1, `\n${marked.size} blobs marked, ${doomed.length} blobs and ${stale.length} manifests eligible for deletion\n`);
  if (!options.dryRun) for (const { name, digest } of stale) storage.unlinkManifest(name, digest);
  for (const digest of doomed) {
    yield* p.write(1, `blob eligible for deletion: ${digest}\n`);
    if (options.dryRun) continue;
    yield* logLine(p, 'info', `Deleting blob: ${storage.blobPath(digest)}`, 'environment=development service=registry');
    storage.deleteBlob(digest);
  }
  return 0;
}
