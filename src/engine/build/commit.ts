import type { Container } from '../container/index.ts';
import { mergeConfig } from '../daemon/container/index.ts';
import type { Daemon } from '../daemon/index.ts';
import type { ImageID } from '../digest/index.ts';
import { canonicalString, type Reference } from '../reference/index.ts';
import { setTag } from '../store/index.ts';
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
  const changed = applyChanges(request.changes.length === 0 ? {} : container.config, request.changes);
  const config = mergeConfig(changed, container.config);
  const { Hostname: _, Domainname: __, AttachStdin: ___, AttachStdout: ____, AttachStderr: _____, Image: ______, ...kept } = config;
  const id = commitContainer(daemon, container, {
    parent: daemon.state.images.images.get(container.image),
    config: draftOf({ ...kept, ...(container.config.Image === undefined ? {} : { Image: container.config.Image }) }),
    containerConfig: draftOf(container.config),
    author: request.author,
    ...(request.comment === '' ? {} : { comment: request.comment }),
  });
  if (request.reference !== undefined)
    daemon.update({ images: setTag(daemon.state.images, canonicalString(request.reference), id, daemon.now()) });
  return id;
}
