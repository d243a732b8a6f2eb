import { DockerError } from '../../../engine/errors/index.ts';
import { goJson } from '../../../engine/image/index.ts';
import { fromCanonical, type Reference } from '../../../engine/reference/index.ts';
import { MANIFEST_LIST, OCI_INDEX, OCI_MANIFEST } from '../../../engine/registry/index.ts';
import type { ImageManifest } from './image-manifest.ts';

/** The text of a list of manifests: an index when the first of them is OCI's. Throws for a manifest of another registry. */
export function listText(target: Reference, manifests: readonly ImageManifest[]): { mediaType: string; text: string } {
  const entries = manifests.map(({ Ref, Descriptor: { mediaType, size, digest, platform } }) => {
    const { domain } = fromCanonical(Ref);
    if (domain !== target.domain)
      throw new DockerError(
        'InvalidArgument',
        `cannot use source images from a different registry than the target image: ${domain} != ${target.domain}`,
      );
    return { mediaType, size, digest, platform: platform ?? { architecture: '', os: '' } };
  });
  const mediaType = entries[0]?.mediaType === OCI_MANIFEST ? OCI_INDEX : MANIFEST_LIST;
  return { mediaType, text: goJson({ schemaVersion: 2, mediaType, manifests: entries }, 3) };
}
