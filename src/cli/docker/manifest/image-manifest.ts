import { sha256 } from '../../../engine/digest/index.ts';
import { goJson } from '../../../engine/image/index.ts';
import { type Descriptor, MANIFEST_V2, OCI_MANIFEST, type Platform } from '../../../engine/registry/index.ts';

/** One manifest of a local list, with the members its file has. Source: docker/cli cli/manifest/types. */
export interface ImageManifest {
  /** A canonical reference. */
  readonly Ref: string;
  readonly Descriptor: Descriptor;
  /** The manifest's own bytes in base64. */
  readonly Raw?: string;
  readonly SchemaV2Manifest?: object;
  readonly OCIManifest?: object;
}

/** An image manifest as a registry gave it. Undefined for an index. */
export function imageManifest(ref: string, mediaType: string, text: string, platform: Platform): ImageManifest | undefined {
  if (mediaType !== MANIFEST_V2 && mediaType !== OCI_MANIFEST) return undefined;
  const bytes = new TextEncoder().encode(text);
  const value = JSON.parse(text) as object;
  return {
    Ref: ref,
    Descriptor: { mediaType, digest: sha256(text), size: bytes.length, platform },
    Raw: btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')),
    ...(mediaType === MANIFEST_V2 ? { SchemaV2Manifest: value } : { OCIManifest: value }),
  };
}

/** The manifest's bytes as text: those it came with, else its members as they were kept. */
export function payload(manifest: ImageManifest): string {
  if (manifest.Raw === undefined) return goJson(manifest.SchemaV2Manifest ?? manifest.OCIManifest ?? {}, 3);
  return new TextDecoder().decode(Uint8Array.from(atob(manifest.Raw), (char) => char.charCodeAt(0)));
}

/** Digests of the config and the layers. */
export function blobsOf(manifest: ImageManifest): string[] {
  const { config, layers } = (manifest.SchemaV2Manifest ?? manifest.OCIManifest ?? {}) as {
    config?: { digest: string };
    layers?: { digest: string }[];
  };
  return [...(config === undefined ? [] : [config]), ...(layers ?? [])].map(({ digest }) => digest);
}
