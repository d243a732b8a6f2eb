import type { Container } from '../../../container/index.ts';
import type { ImageID } from '../../../digest/index.ts';
import { DockerError } from '../../../errors/index.ts';
import {
  canonicalString,
  familiarString,
  fromCanonical,
  parseReference,
  type Reference,
  repositoryOf,
  withDefaultTag,
} from '../../../reference/index.ts';
import { childrenOf, dropReference, findImage, type Image, isPrefixOf, mustGet, namesOf } from '../../../store/index.ts';
import type { Daemon } from '../../daemon.ts';
import { emit, imageEvent } from '../../events/index.ts';
import { sweep } from '../held.ts';
import type { Removal } from '../remove.ts';

const shortID = (id: string): string => id.replace(/^sha256:/, '').slice(0, 12);

/** What keeps an image from going: containers that run always, the others unless forced. */
interface Conflicts {
  readonly references: boolean;
  readonly stopped: boolean;
}

/**
 * `docker rmi` of one image with containerd's store: only names and manifests are told, a parent may go before its children, and an image that
 * loses its last name by force or with children left stays dangling. Throws DockerError. Source: moby daemon/containerd/image_delete.go.
 */
export function removeTarget(daemon: Daemon, text: string, options: { force: boolean; prune: boolean }): Removal[] {
  const { force, prune } = options;
  const image = findImage(daemon.state.images, text);
  const all = namesOf(daemon.state.images, image.id);
  const conflicts = { references: !force, stopped: !force };
  if (isPrefixOf(text, image.id)) return deleteAll(daemon, image, all, conflicts, prune);
  const named = parseReference(text);
  const same = sameReferences(named, all);
  if (same.length !== all.length) return same.map((name) => untag(daemon, name, image.id));
  if (named.digest === undefined) {
    const user = containersOf(daemon, image.id)[0];
    const familiar = familiarString(withDefaultTag(named));
    if (user !== undefined && !force)
      throw new DockerError(
        'Conflict',
        `conflict: unable to delete ${familiar} (must be forced) - container ${shortID(user.id)} is using its referenced image ${shortID(image.id)}`,
      );
    if (user !== undefined) {
      for (const name of all) drop(daemon, name);
      return [{ untagged: familiar }];
    }
  }
  return deleteAll(daemon, image, all, { ...conflicts, references: conflicts.references && all.length === 1 }, prune);
}

/** The names that go when one is taken away: the tag itself and, with the last tag of a repository, digests in it; for a digest all of its repository. */
function sameReferences(named: Reference, all: readonly string[]): string[] {
  const mine = all
    .map((name) => ({ name, reference: fromCanonical(name) }))
    .filter(({ reference }) => repositoryOf(reference) === repositoryOf(named));
  if (named.digest !== undefined) return mine.map(({ name }) => name);
  const tag = canonicalString(withDefaultTag(named));
  const tags = mine.filter(({ reference }) => reference.digest === undefined);
  return mine
    .filter(({ name, reference }) => name === tag || (reference.digest !== undefined && tags.length === 1))
    .map(({ name }) => name);
}

const containersOf = (daemon: Daemon, id: ImageID): Container[] =>
  [...daemon.state.containers.values()].filter((container) => container.image === id);

const isRunning = ({ state }: Container): boolean =>
  state.status === 'running' || state.status === 'paused' || state.status === 'restarting';

function drop(daemon: Daemon, name: string): void {
  daemon.update({ images: dropReference(daemon.state.images, name) });
}

function untag(daemon: Daemon, name: string, id: ImageID): Removal {
  const untagged = familiarString(fromCanonical(name));
  emit(daemon, 'image', 'untag', id, { name: untagged });
  drop(daemon, name);
  return { untagged };
}

function deleteAll(daemon: Daemon, image: Image, all: readonly string[], conflicts: Conflicts, prune: boolean): Removal[] {
  const parents = prune ? parentsOf(daemon, image) : [];
  const out = deleteOne(daemon, image.id, all, conflicts);
  for (const parent of parents) {
    if (namesOf(daemon.state.images, parent).length > 0) break;
    try {
      out.push(...deleteOne(daemon, parent, [], { references: true, stopped: true }));
    } catch (error) {
      if (error instanceof DockerError) break;
      throw error;
    }
  }
  sweep(daemon);
  return out;
}

/** The images this one was built from, nearest first; none when one of them is gone. */
function parentsOf(daemon: Daemon, image: Image): ImageID[] {
  const out: ImageID[] = [];
  for (let at = image.parent; at !== undefined && !out.includes(at); at = daemon.state.images.images.get(at)?.parent) {
    if (!daemon.state.images.images.has(at)) return [];
    out.push(at);
  }
  return out;
}

function deleteOne(daemon: Daemon, id: ImageID, all: readonly string[], conflicts: Conflicts): Removal[] {
  check(daemon, id, all, conflicts);
  const out = all.map((name) => untag(daemon, name, id));
  const staysForChildren = all.length === 1 && conflicts.references && childrenOf(daemon.state.images, id).length > 0;
  if (!staysForChildren) forget(daemon, id);
  imageEvent(daemon, id, 'delete');
  return [...out, { deleted: id }];
}

/** Removes the record of an image; its children keep what they are made of. */
function forget(daemon: Daemon, id: ImageID): void {
  const images = new Map(daemon.state.images.images);
  images.delete(id);
  daemon.update({ images: { ...daemon.state.images, images } });
}

/** Throws what keeps an image. */
function check(daemon: Daemon, id: ImageID, all: readonly string[], conflicts: Conflicts): void {
  const users = containersOf(daemon, id);
  const conflict = (can: string, why: string): DockerError =>
    new DockerError('Conflict', `conflict: unable to delete ${shortID(id)} (${can} be forced) - ${why}`);
  const running = users.find(isRunning);
  if (running !== undefined) throw conflict('cannot', `image is being used by running container ${shortID(running.id)}`);
  const stopped = conflicts.stopped ? users[0] : undefined;
  if (stopped !== undefined) throw conflict('must', `image is being used by stopped container ${shortID(stopped.id)}`);
  if (conflicts.references && all.length > 1) throw conflict('must', 'image is referenced in multiple repositories');
}

/** Removes an image whose name went to another one: BuildKit's results leave nothing dangling behind. */
export function forgetUnnamed(daemon: Daemon, id: ImageID | undefined): void {
  if (id === undefined || daemon.state.images.content === undefined || !daemon.state.images.images.has(id)) return;
  if (namesOf(daemon.state.images, id).length > 0) return;
  mustGet(daemon.state.images.images, id);
  forget(daemon, id);
  sweep(daemon);
}
