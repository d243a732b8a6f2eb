import type { Container } from '../../container/index.ts';
import type { ImageID } from '../../digest/index.ts';
import { DockerError } from '../../errors/index.ts';
import { canonicalString, familiarString, fromCanonical, parseReference, repositoryOf, withDefaultTag } from '../../reference/index.ts';
import { childrenOf, dropReference, findImage, isPrefixOf, mustGet, referencesOf, removeImageRecord } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { imageEvent } from '../events/index.ts';
import { heldLayers } from './held.ts';

/** What a removal did, in order: a name taken away, or an image or layer (by ChainID) deleted. */
export type Removal = { readonly untagged: string } | { readonly deleted: string };

const shortID = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/**
 * `docker rmi` of one image. A reference is untagged first, and the image goes with its last reference; by id it must have at
 * most one repository. `prune` also removes untagged parents. Throws DockerError: NotFound, Conflict. Source: moby daemon/images/image_delete.go.
 */
export function removeImage(daemon: Daemon, text: string, options: { force: boolean; prune: boolean }): Removal[] {
  const { force, prune } = options;
  const { id } = findImage(daemon.state.images, text);
  const out: Removal[] = [];
  let quiet = false;
  if (isPrefixOf(text, id)) {
    const references = referencesOf(daemon.state.images, id);
    if (isSingleReference(references)) {
      const conflict = conflictOf(daemon, id, { force, references: false });
      if (conflict !== undefined) throw conflict.error;
      for (const reference of references) untag(daemon, reference, out, id);
    }
  } else {
    if (!untagNamed(daemon, text, id, force, out)) return out;
    quiet = true;
  }
  deleteImage(daemon, id, out, { force, prune, quiet });
  return out;
}

/** Takes away the reference given, and digests of its repository with the last tag in it. False when others are left. */
function untagNamed(daemon: Daemon, text: string, id: ImageID, force: boolean, out: Removal[]): boolean {
  if (!force && isSingleReference(referencesOf(daemon.state.images, id))) {
    const user = containersOf(daemon, id)[0];
    if (user !== undefined)
      throw new DockerError(
        'Conflict',
        `conflict: unable to remove repository reference "${text}" (must force) - container ${shortID(user.id)} is using its referenced image ${shortID(id)}`,
      );
  }
  const given = withDefaultTag(parseReference(text));
  untag(daemon, canonicalString(given), out, id);
  const repository = repositoryOf(given);
  const left = referencesOf(daemon.state.images, id).map((key) => ({ key, reference: fromCanonical(key) }));
  const mine = left.filter(({ reference }) => repositoryOf(reference) === repository);
  if (given.digest === undefined && mine.every(({ reference }) => reference.digest !== undefined))
    for (const { key } of mine) untag(daemon, key, out);
  return referencesOf(daemon.state.images, id).length === 0;
}

/** Takes a reference away. `told`: the image that an event names; none for digests that go with the last tag. */
function untag(daemon: Daemon, canonical: string, out: Removal[], told?: ImageID): void {
  if (told !== undefined) imageEvent(daemon, told, 'untag');
  daemon.update({ images: dropReference(daemon.state.images, canonical) });
  out.push({ untagged: familiarString(fromCanonical(canonical)) });
}

/** All references are of one repository and at most one is a tag. False for none. */
function isSingleReference(references: readonly string[]): boolean {
  if (references.length <= 1) return references.length === 1;
  const parsed = references.map(fromCanonical);
  const tagged = parsed.filter((reference) => reference.digest === undefined);
  if (tagged.length > 1) return false;
  const repositories = new Set(parsed.filter((reference) => reference.digest !== undefined).map(repositoryOf));
  return repositories.size === 1 && repositories.has(repositoryOf(tagged[0] ?? parsed[0]!));
}

const containersOf = (daemon: Daemon, id: ImageID): Container[] =>
  [...daemon.state.containers.values()].filter((container) => container.image === id);

const isRunning = ({ state }: Container): boolean =>
  state.status === 'running' || state.status === 'paused' || state.status === 'restarting';

interface ImageConflict {
  readonly error: DockerError;
  /** A container uses it. */
  readonly used: boolean;
}

/** What keeps an image from being deleted. With `force`, stopped containers and names do not. */
function conflictOf(daemon: Daemon, id: ImageID, checks: { force: boolean; references: boolean }): ImageConflict | undefined {
  const conflict = (hard: boolean, used: boolean, message: string): ImageConflict => ({
    error: new DockerError('Conflict', `conflict: unable to delete ${shortID(id)} (${hard ? 'cannot' : 'must'} be forced) - ${message}`),
    used,
  });
  if (childrenOf(daemon.state.images, id).length > 0) return conflict(true, false, 'image has dependent child images');
  const users = containersOf(daemon, id);
  const running = users.find(isRunning);
  if (running !== undefined) return conflict(true, true, `image is being used by running container ${shortID(running.id)}`);
  if (checks.force) return undefined;
  if (checks.references && referencesOf(daemon.state.images, id).length > 0)
    return conflict(false, false, 'image is referenced in multiple repositories');
  const stopped = users[0];
  if (stopped !== undefined) return conflict(false, true, `image is being used by stopped container ${shortID(stopped.id)}`);
  return undefined;
}

function deleteImage(daemon: Daemon, id: ImageID, out: Removal[], options: { force: boolean; prune: boolean; quiet: boolean }): void {
  const conflict = conflictOf(daemon, id, { force: options.force, references: true });
  if (conflict !== undefined) {
    const { images } = daemon.state;
    const dangling = referencesOf(images, id).length === 0 && childrenOf(images, id).length === 0;
    if (options.quiet && (!dangling || conflict.used)) return;
    throw conflict.error;
  }
  const { parent } = mustGet(daemon.state.images.images, id);
  for (const reference of referencesOf(daemon.state.images, id)) untag(daemon, reference, out, id);
  const { store, removed } = removeImageRecord(daemon.state.images, id, heldLayers(daemon));
  daemon.update({ images: store });
  out.push({ deleted: id });
  imageEvent(daemon, id, 'delete');
  for (const layer of removed) out.push({ deleted: layer });
  if (options.prune && parent !== undefined && store.images.has(parent))
    deleteImage(daemon, parent, out, { force: false, prune: true, quiet: true });
}
