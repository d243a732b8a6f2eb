import type { Digest } from '../digest/index.ts';

export const MANIFEST_V2 = 'application/vnd.docker.distribution.manifest.v2+json';
export const MANIFEST_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
export const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
export const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const CONFIG = 'application/vnd.docker.container.image.v1+json';
const LAYER = 'application/vnd.docker.image.rootfs.diff.tar.gzip';

/** What a manifest runs on, members in the order that Go writes them (image-spec image-index.md). */
export interface Platform {
  readonly architecture: string;
  readonly os: string;
  readonly 'os.version'?: string;
  readonly 'os.features'?: readonly string[];
  readonly variant?: string;
}

export interface Descriptor {
  readonly mediaType: string;
  readonly size: number;
  readonly digest: Digest;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly platform?: Platform;
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
  readonly schemaVersion?: number;
  readonly mediaType?: string;
  readonly manifests: readonly Descriptor[];
}

/** Whether a media type is an index's or a manifest list's. */
export const isIndex = (mediaType: string): boolean => mediaType === OCI_INDEX || mediaType === MANIFEST_LIST;

/** What an image's config says it runs on. */
export function configPlatform(configText: string): Platform {
  const config = JSON.parse(configText) as Partial<Platform>;
  const { architecture = '', os = '', variant } = config;
  const version = config['os.version'];
  const features = config['os.features'];
  return {
    architecture,
    os,
    ...(version ? { 'os.version': version } : {}),
    ...(features && features.length > 0 ? { 'os.features': features } : {}),
    ...(variant ? { variant } : {}),
  };
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
