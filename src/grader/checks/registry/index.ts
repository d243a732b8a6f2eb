// Checks of registries and what was pushed.
import type { Check } from '../../check.ts';
import { imageFromRegistry } from './image-from-registry.ts';
import { pushBlobsAtMost } from './push-blobs-at-most.ts';
import { pushBytesBelow } from './push-bytes-below.ts';
import { registryDigestIsStart } from './registry-digest-is-start.ts';
import { registryHas } from './registry-has.ts';
import { registryLacks } from './registry-lacks.ts';
import { registryOtherDigest } from './registry-other-digest.ts';
import { registryPlatforms } from './registry-platforms.ts';
import { registrySameDigest } from './registry-same-digest.ts';
import { registrySharesLayers } from './registry-shares-layers.ts';
import { registryTags } from './registry-tags.ts';

export const registryChecks: readonly Check[] = [
  imageFromRegistry,
  pushBlobsAtMost,
  pushBytesBelow,
  registryDigestIsStart,
  registryHas,
  registryLacks,
  registryOtherDigest,
  registryPlatforms,
  registrySameDigest,
  registrySharesLayers,
  registryTags,
];
