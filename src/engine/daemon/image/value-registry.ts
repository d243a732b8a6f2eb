import type { Step } from '../../kernel/index.ts';
import {
  getBlob,
  getManifest,
  hasBlob,
  listTags,
  manifestNamed,
  mountBlob,
  putBlob,
  putManifest,
  type Registry,
  type RemoteRegistry,
} from '../../registry/index.ts';
import type { Daemon } from '../daemon.ts';
import { roundTrip } from './round-trip.ts';

/** The way to a registry that is a value of the World (`network.registries`), under its host's name. */
export function valueRegistry(daemon: Daemon, host: string): RemoteRegistry {
  const now = (): Registry => {
    const registry = daemon.network.registries.get(host);
    if (registry === undefined) throw new Error(`no registry ${host}`);
    return registry;
  };
  const save = (registry: Registry): void => {
    daemon.network.registries = new Map(daemon.network.registries).set(host, registry);
  };
  function* after<T>(act: () => T): Step<T> {
    yield* roundTrip(daemon);
    return act();
  }
  return {
    getManifest: (path, reference) => after(() => getManifest(now(), path, reference)),
    listTags: (path) => after(() => listTags(now(), path)),
    statBlob: (path, digest) => after(() => (hasBlob(now(), path, digest) ? now().blobs.get(digest)?.size : undefined)),
    getBlob: (path, digest) => after(() => getBlob(now(), path, digest)),
    putBlob: (path, digest, body) =>
      after(() => {
        const there = hasBlob(now(), path, digest);
        save(putBlob(now(), path, digest, body));
        return there;
      }),
    mountBlob: (path, digest, from) =>
      after(() => {
        const mounted = mountBlob(now(), path, digest, from);
        if (mounted !== undefined) save(mounted);
        return mounted !== undefined;
      }),
    putManifest: (path, tag, manifest) =>
      after(() => {
        const { registry, digest } = putManifest(now(), path, tag, manifest);
        save(registry);
        return digest;
      }),
    named: (path, reference) => manifestNamed(now(), path, reference),
  };
}
