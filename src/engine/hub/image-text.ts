import { type DiffID, type Digest, hexOf, sha256 } from '../digest/index.ts';
import { dockerConfigJson, goJson, ociConfigJson, type RunConfig } from '../image/index.ts';
import { DOCKER_CONFIG, DOCKER_INDEX, DOCKER_MANIFEST, OCI_CONFIG, OCI_INDEX, OCI_MANIFEST } from '../store/index.ts';
import type { ImageSource } from './part.ts';
import { forPlatform, platformParts } from './platforms.ts';

/** A layer in a manifest. */
export interface LayerName {
  readonly diffID: DiffID;
  readonly digest: Digest;
  readonly size: number;
}

/** Text with its digest: a config, manifest or index. */
export interface Document {
  readonly mediaType: string;
  readonly text: string;
  readonly digest: Digest;
  readonly size: number;
}

const encoder = new TextEncoder();
const document = (mediaType: string, text: string): Document => ({
  mediaType,
  text,
  digest: sha256(text),
  size: encoder.encode(text).length,
});
const named = ({ mediaType, digest, size }: Document): { mediaType: string; digest: Digest; size: number } => ({ mediaType, digest, size });
const isOci = ({ form }: ImageSource): boolean => form.startsWith('oci');

/** A time some seconds after another; both RFC 3339 with at most nanoseconds. The fraction stays. */
function later(created: string, seconds: number, shift: (time: number) => string): string {
  if (seconds === 0) return created;
  const [, whole = created, fraction = ''] = /^([^.Z]+)(\.\d+)?Z$/.exec(created) ?? [];
  return `${shift(secondsOf(whole) + seconds)}${fraction}Z`;
}

/** Seconds since the epoch of `YYYY-MM-DDTHH:MM:SS`. */
export function secondsOf(text: string): number {
  const [year = 1970, month = 1, day = 1, hour = 0, minute = 0, second = 0] = text.split(/[-T:.Z]/).map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const days = era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
  return days * 86_400 + hour * 3600 + minute * 60 + second;
}

/** The config of an image on a platform; `layers` are those of its history, lowest first. `shift` writes seconds since the epoch without zone. */
export function configDocument(
  image: ImageSource,
  platform: string,
  layers: readonly LayerName[],
  shift: (time: number) => string,
): Document {
  const { architecture, os, variant } = platformParts(platform);
  const { created } = image;
  let layer = 0;
  const history = image.history.map(([by, made, offset = 0, comment]) => {
    const hash = made === 0 ? '' : hexOf(sha256(`${layers[layer++]!.diffID} source`));
    return {
      created: later(created, offset, shift),
      created_by: forPlatform(by, platform).replaceAll('{H}', hash),
      ...(comment === undefined || comment === '' ? {} : { comment }),
      ...(made === 0 ? { empty_layer: true } : {}),
    };
  });
  const rootfs = { type: 'layers', diff_ids: layers.map(({ diffID }) => diffID) };
  const run = JSON.parse(forPlatform(JSON.stringify(image.config), platform)) as RunConfig;
  if (image.builder === 'buildkit') {
    const text = goJson({ architecture, config: ociConfigJson(run), created, history, os, rootfs, variant });
    return document(isOci(image) ? OCI_CONFIG : DOCKER_CONFIG, text);
  }
  const container = hexOf(sha256(`${created} ${platform} ${history.at(-1)?.created_by ?? ''}`));
  const Hostname = container.slice(0, 12);
  const last = history.at(-1)?.created_by ?? '';
  const step = last.replace(/^\/bin\/sh -c /, '').replace(/^#\(nop\) +/, '');
  const container_config = dockerConfigJson({
    ...run,
    Hostname,
    Cmd: ['/bin/sh', '-c', ...(last.includes('#(nop)') ? ['#(nop) '] : []), step],
  });
  const text = goJson({
    architecture,
    config: dockerConfigJson(run),
    container,
    container_config,
    created,
    docker_version: image.builder,
    history,
    os,
    rootfs,
    variant,
  });
  return document(isOci(image) ? OCI_CONFIG : DOCKER_CONFIG, text);
}

/** The manifest of an image on a platform. */
export function manifestDocument(image: ImageSource, config: Document, layers: readonly LayerName[]): Document {
  const oci = isOci(image);
  const mediaType = oci ? 'application/vnd.oci.image.layer.v1.tar+gzip' : 'application/vnd.docker.image.rootfs.diff.tar.gzip';
  const items = layers.map(({ digest, size }) => (oci ? { mediaType, digest, size } : { mediaType, size, digest }));
  const type = oci ? OCI_MANIFEST : DOCKER_MANIFEST;
  const of = oci ? named(config) : { mediaType: config.mediaType, size: config.size, digest: config.digest };
  return document(type, JSON.stringify({ schemaVersion: 2, mediaType: type, config: of, layers: items }, undefined, oci ? 2 : 3));
}

/** The manifest that says how another was made, with the documents it names. */
export function attestationDocuments(image: ImageSource, name: string, platform: string, subject: Document): readonly Document[] {
  const statement = (predicateType: string, predicate: unknown): Document =>
    document(
      'application/vnd.in-toto+json',
      JSON.stringify({
        _type: 'https://in-toto.io/Statement/v0.1',
        predicateType,
        subject: [
          { name: `pkg:docker/${name}?platform=linux%2F${platform.replace('/', '%2F')}`, digest: { sha256: hexOf(subject.digest) } },
        ],
        predicate,
      }),
    );
  const provenance = statement('https://slsa.dev/provenance/v0.2', {
    builder: { id: '' },
    buildType: 'https://mobyproject.org/buildkit@v1',
    metadata: {
      buildFinishedOn: image.created,
      completeness: { parameters: true, environment: true, materials: false },
      reproducible: false,
    },
  });
  const layers = [{ ...named(provenance), annotations: { 'in-toto.io/predicate-type': 'https://slsa.dev/provenance/v0.2' } }];
  const rootfs = { type: 'layers', diff_ids: [provenance.digest] };
  const config = document(OCI_CONFIG, JSON.stringify({ architecture: 'unknown', os: 'unknown', config: {}, rootfs }));
  const manifest = document(
    OCI_MANIFEST,
    JSON.stringify({ schemaVersion: 2, mediaType: OCI_MANIFEST, config: named(config), layers }, undefined, 2),
  );
  return [manifest, config, provenance];
}

/** What an index says of one platform. */
export interface IndexItem {
  readonly platform: string;
  readonly digest: Digest;
  readonly size: number;
  readonly attestation?: { readonly digest: Digest; readonly size: number };
}

/** The index over an image's platforms. */
export function indexDocument(image: ImageSource, items: readonly IndexItem[]): Document {
  const manifests: unknown[] = [];
  if (!isOci(image)) {
    for (const { platform, digest, size } of items)
      manifests.push({ mediaType: DOCKER_MANIFEST, size, digest, platform: platformParts(platform) });
    return document(DOCKER_INDEX, JSON.stringify({ schemaVersion: 2, mediaType: DOCKER_INDEX, manifests }, undefined, 3));
  }
  for (const { platform, digest, size, attestation } of items) {
    manifests.push({ mediaType: OCI_MANIFEST, digest, size, platform: platformParts(platform) });
    if (attestation === undefined) continue;
    manifests.push({
      mediaType: OCI_MANIFEST,
      ...attestation,
      annotations: { 'vnd.docker.reference.digest': digest, 'vnd.docker.reference.type': 'attestation-manifest' },
      platform: { architecture: 'unknown', os: 'unknown' },
    });
  }
  return document(OCI_INDEX, JSON.stringify({ schemaVersion: 2, mediaType: OCI_INDEX, manifests }, undefined, 2));
}
