import type { Digest } from '../digest/index.ts';

export const MANIFEST_V2 = 'application/vnd.docker.distribution.manifest.v2+json';
const CONFIG = 'application/vnd.docker.container.image.v1+json';
const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';

export interface Descriptor {
  readonly mediaType: string;
  readonly size: number;
  readonly digest: Digest;
}

/** An image manifest, as far as pulling needs it (image-spec manifest.md; distribution spec manifest-v2-2). */
export interface Manifest {
  readonly schemaVersion: 2;
  readonly mediaType: string;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

/** An index of manifests for several platforms. */
export interface ManifestIndex {
  readonly manifests: readonly (Descriptor & {
    readonly platform?: { readonly architecture: string; readonly os: string; readonly variant?: string };
  })[];
}

/** The text of the manifest that `docker push` sends: three blanks of indentation, no newline at the end. Lowest layer first. */
export function manifestText(config: { size: number; digest: Digest }, layers: readonly { size: number; digest: Digest }[]): string {
  const descriptor = (mediaType: string, { size, digest }: { size: number; digest: Digest }): Descriptor => ({ mediaType, size, digest });
  return JSON.stringify(
    {
      schemaVersion: 2,
      mediaType: MANIFEST_V2,
      config: descriptor(CONFIG, config),
      layers: layers.map((layer) => descriptor(LAYER, layer)),
    },
    undefined,
    3,
  );
}
