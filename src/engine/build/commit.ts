import type { Container } from '../container/index.ts';
import { mergeConfig } from '../daemon/container/index.ts';
import { containerEvent, imageEvent } from '../daemon/events/index.ts';
import { checkNewName, usesContainerd } from '../daemon/image/index.ts';
import type { Daemon } from '../daemon/index.ts';
import type { ImageID } from '../digest/index.ts';
import { DockerError } from '../errors/index.ts';
import { canonicalString, familiarString, type Reference } from '../reference/index.ts';
import { type Image, setTag } from '../store/index.ts';
import { applyChanges } from './changes.ts';
import { commitContainer } from './classic/commit.ts';
import { draftOf } from './draft.ts';

export interface CommitRequest {
  readonly author: string;
  readonly comment: string;
  /** Dockerfile instructions applied to the config. */
  readonly changes: readonly string[];
  readonly reference: Reference | undefined;
}

/** `docker commit`: an image of a container's changes and configuration. Throws DockerError. Source: moby daemon/commit.go. */
export function commitImage(daemon: Daemon, container: Container, request: CommitRequest): ImageID {
  if (request.reference !== undefined) checkNewName(request.reference);
  const changed = applyChanges(request.changes.length === 0 ? {} : container.config, request.changes);
  const config = mergeConfig(changed, container.config);
  const { Hostname: _, Domainname: __, AttachStdin: ___, AttachStdout: ____, AttachStderr: _____, Image: ______, ...kept } = config;
  const id = commitContainer(daemon, container, {
    parent: parentOf(daemon, container),
    config: draftOf({ ...kept, ...(container.config.Image === undefined ? {} : { Image: container.config.Image }) }),
    containerConfig: draftOf(container.config),
    author: request.author,
    ...(request.comment === '' ? {} : { comment: request.comment }),
  });
  const name = request.reference === undefined ? '' : familiarString(request.reference);
  if (request.reference !== undefined) {
    daemon.update({ images: setTag(daemon.state.images, canonicalString(request.reference), id, daemon.now()) });
    imageEvent(daemon, id, 'tag', name);
  }
  containerEvent(daemon, container, 'commit', { comment: request.comment, imageID: id, imageRef: name });
  return id;
}

/** The image a container was made from. With containerd's store it must be there still. */
function parentOf(daemon: Daemon, container: Container): Image | undefined {
  const parent = daemon.state.images.images.get(container.image);
  if (parent === undefined && usesContainerd(daemon))
    throw new DockerError('NotFound', `NotFound: content digest ${container.image}: not found`);
  return parent;
}
