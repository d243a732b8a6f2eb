import type { DiffID, ImageID } from '../digest/index.ts';
import { fromCanonical, type Reference, repositoryOf } from '../reference/index.ts';
import { compareNames } from '../tree/index.ts';
import type { ImageStore, RemoteLayer } from './store.ts';

/** Canonical references of an image, tags and digests, in byte order. */
export function referencesOf(store: ImageStore, id: ImageID): string[] {
  return [...tagsOf(store, id), ...digestsOf(store, id)].sort(compareNames);
}

/** Canonical tags of an image, in byte order. */
export const tagsOf = (store: ImageStore, id: ImageID): string[] => keysOf(store.tags, id);

/** Canonical digest references of an image, in byte order. With containerd's store each of its repositories has one. */
export function digestsOf(store: ImageStore, id: ImageID): string[] {
  if (store.content === undefined) return keysOf(store.digests, id);
  return [...new Set(namesOf(store, id).map((name) => `${repositoryOf(fromCanonical(name))}@${id}`))].sort(compareNames);
}

/** What an image is stored under: its tags, and the digest references that were asked for as such, in byte order. */
export const namesOf = (store: ImageStore, id: ImageID): string[] =>
  [...keysOf(store.tags, id), ...keysOf(store.digests, id)].sort(compareNames);

function keysOf(map: ReadonlyMap<string, ImageID>, id: ImageID): string[] {
  const out: string[] = [];
  for (const [key, value] of map) if (value === id) out.push(key);
  return out.sort(compareNames);
}

/** Canonical references in a repository (`docker.io/library/busybox`), tags and digests, in byte order. */
export function referencesIn(store: ImageStore, repository: string): { reference: Reference; id: ImageID }[] {
  return [...store.tags, ...store.digests]
    .map(([key, id]) => ({ key, reference: fromCanonical(key), id }))
    .filter(({ reference }) => repositoryOf(reference) === repository)
    .sort((a, b) => compareNames(a.key, b.key));
}

/** Remembers under which manifest digest an image is known in a repository: `docker.io/library/app@sha256:…`. */
export function setDigest(store: ImageStore, canonical: string, id: ImageID): ImageStore {
  return { ...store, digests: new Map(store.digests).set(canonical, id) };
}

/** Forgets a tag or digest reference; one that is not there is no mistake. */
export function dropReference(store: ImageStore, canonical: string): ImageStore {
  const tags = new Map(store.tags);
  const digests = new Map(store.digests);
  const had = store.tags.get(canonical);
  const loser = had === undefined ? undefined : store.images.get(had);
  tags.delete(canonical);
  digests.delete(canonical);
  const images = loser === undefined ? store.images : new Map(store.images).set(loser.id, { ...loser, lost: { name: canonical } });
  return { ...store, images, tags, digests };
}

/** Remembers that a repository has a layer's blob; the newest is last. */
export function rememberRemote(store: ImageStore, diffID: DiffID, layer: RemoteLayer): ImageStore {
  const others = (store.remote.get(diffID) ?? []).filter(
    ({ digest, repository }) => digest !== layer.digest || repository !== layer.repository,
  );
  return { ...store, remote: new Map(store.remote).set(diffID, [...others, layer]) };
}
