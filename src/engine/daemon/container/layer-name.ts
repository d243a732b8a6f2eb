import { hexOf, sha256 } from '../../digest/index.ts';

/** Name of a container's directory in the overlay2 driver: as long as a real one, and always the same. */
export const layerName = (id: string): string => hexOf(sha256(`overlay2 ${id}`));
