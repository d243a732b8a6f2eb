import { DockerError } from '../../errors/index.ts';
import { canonicalString, familiarString, parseReference, withDefaultTag } from '../../reference/index.ts';
import { findImage, setTag } from '../../store/index.ts';
import type { Daemon } from '../daemon.ts';
import { imageEvent } from '../events/index.ts';
import { checkNewName } from './new-name.ts';

/** `docker tag`: another name for an image. Throws DockerError: NotFound, InvalidArgument. Source: moby api/server/router/image postImagesTag. */
export function tagImage(daemon: Daemon, source: string, target: string): void {
  const reference = parseReference(target);
  if (reference.digest !== undefined) throw new DockerError('InvalidArgument', 'refusing to create a tag with a digest reference');
  checkNewName(reference);
  const image = findImage(daemon.state.images, source);
  daemon.update({ images: setTag(daemon.state.images, canonicalString(withDefaultTag(reference)), image.id, daemon.now()) });
  imageEvent(daemon, image.id, 'tag', familiarString(withDefaultTag(reference)));
}
