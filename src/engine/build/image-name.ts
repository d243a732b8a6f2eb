import type { ImageNameReader } from '../dockerfile/index.ts';
import { DockerError } from '../errors/index.ts';
import { canonicalString, parseReference, withDefaultTag } from '../reference/index.ts';

/** Image names as the checks of Dockerfiles need them read. */
export const readImageName: ImageNameReader = (name) => {
  try {
    return { full: canonicalString(withDefaultTag(parseReference(name))) };
  } catch (error) {
    if (error instanceof DockerError) return { error: error.message };
    throw error;
  }
};
