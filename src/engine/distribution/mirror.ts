import { DockerError } from '../errors/index.ts';
import type { Step } from '../kernel/index.ts';
import type { RemoteManifest, RemoteRegistry } from '../registry/index.ts';

/**
 * A registry behind mirrors: what is read is asked of each mirror first and of the registry itself last; what is written goes to the
 * registry alone. Source: moby distribution/pull.go pullEndpoints.
 */
export function mirrored(mirrors: readonly RemoteRegistry[], origin: RemoteRegistry): RemoteRegistry {
  const all = [...mirrors, origin];
  /** Who gave the last manifest: its blobs are asked of the same. */
  let chosen: RemoteRegistry | undefined;
  return {
    ...origin,
    *getManifest(path, reference, wish): Step<RemoteManifest | undefined> {
      for (const registry of chosen === undefined ? all : [chosen, ...all.filter((each) => each !== chosen)]) {
        const found = yield* attempt(registry === origin, () => registry.getManifest(path, reference, wish));
        if (found === undefined) continue;
        chosen = registry;
        return found;
      }
      return undefined;
    },
    *getBlob(path, digest) {
      const from = chosen ?? origin;
      if (from === origin) return yield* origin.getBlob(path, digest);
      return (yield* attempt(false, () => from.getBlob(path, digest))) ?? (yield* origin.getBlob(path, digest));
    },
  };
}

/** What a mirror refuses is as if it had nothing; what the registry itself refuses counts. */
function* attempt<T>(last: boolean, step: () => Step<T>): Step<T | undefined> {
  try {
    return yield* step();
  } catch (error) {
    if (last || !(error instanceof DockerError)) throw error;
    return undefined;
  }
}
