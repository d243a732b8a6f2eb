import type { ImageID } from '../../digest/index.ts';
import { familiarString, fromCanonical } from '../../reference/index.ts';
import { digestsOf, findImage as findInStore, type Image, namesOf, tagsOf } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';

/** The image that a user means: a whole id, a reference, or an id prefix, in this order. Throws DockerError. */
export const findImage = (daemon: Daemon, ref: string): Image => findInStore(daemon.state.images, ref);

/** Familiar references with tags of an image, sorted; with containerd's store also those with a digest that it was asked for by. */
export const repoTagsOf = (daemon: Pick<Daemon, 'state'>, id: ImageID): string[] =>
  (daemon.state.images.content === undefined ? tagsOf : namesOf)(daemon.state.images, id).map(familiar);

/** Familiar references with digests of an image, sorted. */
export const repoDigestsOf = (daemon: Pick<Daemon, 'state'>, id: ImageID): string[] => digestsOf(daemon.state.images, id).map(familiar);

const familiar = (canonical: string): string => familiarString(fromCanonical(canonical));
