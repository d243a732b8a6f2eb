import { composeManifest } from '../../daemon/image/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import type { Digest, ImageID } from '../../digest/index.ts';
import type { Platform } from '../../platform/index.ts';
import { MANIFEST_LIST } from '../../registry/index.ts';
import { addTarget, type ContentStore, type Descriptor, OCI_CONFIG, OCI_INDEX, OCI_MANIFEST, putText } from '../../store/index.ts';
import { storeLayers } from './export.ts';
import { provenanceText, STATEMENT } from './provenance.ts';
import type { PlatformResult } from './request.ts';

/** A result in containerd's store. */
export interface ExportedTarget {
  /** The manifest or index. */
  readonly id: ImageID;
  /** What buildx calls the result: the index, or the config of a manifest alone. */
  readonly shown: ImageID;
  readonly config: Digest;
  readonly descriptor: Descriptor;
  /** What the progress tells, in order. */
  readonly lines: readonly string[];
}

/**
 * Stores results whose layers are in their refs: one as a manifest, several or one with an attestation as an index of them, the attestations
 * last. Without attestations the media types are Docker's own unless `oci` asks for image-spec's. Source: buildkit
 * exporter/containerimage/writer.go.
 */
export function exportTarget(
  daemon: Daemon,
  results: readonly PlatformResult[],
  options: { readonly attest: boolean; readonly oci: boolean },
): ExportedTarget {
  const { attest, oci } = options;
  const family = attest || oci ? 'oci' : 'docker';
  const lines: string[] = [];
  const manifests: object[] = [];
  const attestations: object[] = [];
  let first: { manifest: Descriptor; config: Descriptor } | undefined;
  for (const { ref, platform, configText, facts } of results) {
    const composed = composeManifest(storeLayers(daemon, ref), { configText, writer: 'buildkit', family });
    daemon.update({ images: composed.store });
    const { manifest, config } = composed;
    first ??= composed;
    lines.push(`exporting manifest ${manifest.digest}`, `exporting config ${config.digest}`);
    manifests.push({ ...manifest, platform: written(platform) });
    if (!attest) continue;
    const attested = attestation(daemon.state.images.content!, provenanceText(daemon, manifest, facts));
    daemon.update({ images: { ...daemon.state.images, content: attested.content } });
    attestations.push({
      ...attested.descriptor,
      annotations: { 'vnd.docker.reference.digest': manifest.digest, 'vnd.docker.reference.type': 'attestation-manifest' },
      platform: { architecture: 'unknown', os: 'unknown' },
    });
    lines.push(`exporting attestation manifest ${attested.descriptor.digest}`);
  }
  const { manifest, config } = first!;
  if (manifests.length === 1 && attestations.length === 0) {
    const named = { ...manifest, annotations: { 'config.digest': config.digest } };
    const { store, image } = addTarget(daemon.state.images, named);
    daemon.update({ images: store });
    return { id: image.id, shown: config.digest as string as ImageID, config: config.digest, descriptor: named, lines };
  }
  const mediaType = family === 'oci' ? OCI_INDEX : MANIFEST_LIST;
  const text = JSON.stringify({ schemaVersion: 2, mediaType, manifests: [...manifests, ...attestations] }, undefined, 2);
  const top = putText(daemon.state.images.content!, mediaType, text);
  const { store, image } = addTarget({ ...daemon.state.images, content: top.content }, top.descriptor);
  daemon.update({ images: store });
  lines.push(`exporting manifest list ${image.id}`);
  return { id: image.id, shown: image.id, config: config.digest, descriptor: top.descriptor, lines };
}

const written = ({ architecture, os, variant }: Platform): object => ({ architecture, os, ...(variant === '' ? {} : { variant }) });

/** Stores a statement on a manifest as an attestation manifest. */
function attestation(content: ContentStore, statement: string): { content: ContentStore; descriptor: Descriptor } {
  const layer = putText(content, STATEMENT.mediaType, statement);
  const config = putText(
    layer.content,
    OCI_CONFIG,
    JSON.stringify({ architecture: 'unknown', os: 'unknown', config: {}, rootfs: { type: 'layers', diff_ids: [layer.descriptor.digest] } }),
  );
  const manifest = {
    schemaVersion: 2,
    mediaType: OCI_MANIFEST,
    config: config.descriptor,
    layers: [{ ...layer.descriptor, annotations: { 'in-toto.io/predicate-type': STATEMENT.predicateType } }],
  };
  return putText(config.content, OCI_MANIFEST, JSON.stringify(manifest, undefined, 2));
}
