import { composeManifest } from '../../daemon/image/index.ts';
import type { Daemon } from '../../daemon/index.ts';
import type { Digest, ImageID } from '../../digest/index.ts';
import {
  addTarget,
  type ContentStore,
  type Descriptor,
  type ImageStore,
  OCI_CONFIG,
  OCI_INDEX,
  OCI_MANIFEST,
  putText,
} from '../../store/index.ts';
import { type BuildFacts, provenanceText, STATEMENT } from './provenance.ts';

/** A result in containerd's store. */
export interface ExportedTarget {
  /** The manifest or index. */
  readonly id: ImageID;
  /** What buildx calls the result: the index, or the config of a manifest alone. */
  readonly shown: ImageID;
  readonly config: Digest;
  /** What the progress tells, in order. */
  readonly lines: readonly string[];
}

/**
 * Stores a result whose layers are unpacked here as a manifest or, with `provenance`, as an index of it and an attestation. Without, the
 * media types are Docker's own unless `oci` asks for image-spec's. Source: buildkit exporter/containerimage/writer.go.
 */
export function exportTarget(
  daemon: Daemon,
  unpacked: ImageStore,
  configText: string,
  options: { readonly provenance: BuildFacts | undefined; readonly oci: boolean },
): ExportedTarget {
  const { provenance, oci } = options;
  const family = provenance !== undefined || oci ? 'oci' : 'docker';
  const composed = composeManifest(unpacked, { configText, writer: 'buildkit', family });
  const { manifest, config } = composed;
  const lines = [`exporting manifest ${manifest.digest}`, `exporting config ${config.digest}`];
  if (provenance === undefined) {
    const { store, image } = addTarget(composed.store, { ...manifest, annotations: { 'config.digest': config.digest } });
    daemon.update({ images: store });
    return { id: image.id, shown: config.digest as string as ImageID, config: config.digest, lines };
  }
  const attested = attest(composed.store.content!, provenanceText(daemon, manifest, provenance));
  const platform = platformOf(configText);
  const index = {
    schemaVersion: 2,
    mediaType: OCI_INDEX,
    manifests: [
      { ...manifest, platform },
      {
        ...attested.descriptor,
        annotations: { 'vnd.docker.reference.digest': manifest.digest, 'vnd.docker.reference.type': 'attestation-manifest' },
        platform: { architecture: 'unknown', os: 'unknown' },
      },
    ],
  };
  const top = putText(attested.content, OCI_INDEX, JSON.stringify(index, undefined, 2));
  const { store, image } = addTarget({ ...composed.store, content: top.content }, top.descriptor);
  daemon.update({ images: store });
  lines.push(`exporting attestation manifest ${attested.descriptor.digest}`, `exporting manifest list ${image.id}`);
  return { id: image.id, shown: image.id, config: config.digest, lines };
}

function platformOf(configText: string): object {
  const { architecture, os, variant } = JSON.parse(configText) as { architecture: string; os: string; variant?: string };
  return { architecture, os, ...(variant ? { variant } : {}) };
}

/** Stores a statement on a manifest as an attestation manifest. */
function attest(content: ContentStore, statement: string): { content: ContentStore; descriptor: Descriptor } {
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
