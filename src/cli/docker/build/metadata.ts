import type { BuildkitOutcome } from '../../../engine/build/index.ts';
import type { BuilderGroup } from '../../../engine/builders/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';

/** `--metadata-file`: what the result is called and known by. Source: docker/buildx commands/build.go. */
export function metadataText(
  daemon: Daemon,
  built: {
    readonly group: BuilderGroup;
    readonly outcome: Extract<BuildkitOutcome, { ok: true }>;
    readonly tags: readonly string[];
    /** BUILDX_METADATA_PROVENANCE does not say no. */
    readonly wantsProvenance: boolean;
  },
): string {
  const { group, outcome, tags, wantsProvenance } = built;
  const { digest, descriptor, config } = outcome.response;
  const image = outcome.image ?? '';
  const names = tags.map((tag) => tag.replace(/:latest$/, ''));
  const pushed = digest !== undefined && digest !== image;
  return JSON.stringify(
    {
      ...(outcome.provenance === undefined || !wantsProvenance ? {} : { 'buildx.build.provenance': outcome.provenance }),
      'buildx.build.ref': `${group.Name}/${group.Nodes[0]!.Name}/${daemon.newID().slice(0, 25)}`,
      ...(image !== '' || config !== undefined ? { 'containerimage.config.digest': image || config } : {}),
      ...(descriptor === undefined
        ? {}
        : { 'containerimage.descriptor': { mediaType: descriptor.mediaType, digest: descriptor.digest, size: descriptor.size } }),
      ...(image !== '' || digest !== undefined ? { 'containerimage.digest': pushed ? digest : image || digest } : {}),
      ...(names.length === 0 ? {} : { 'image.name': names.join(',') }),
    },
    undefined,
    2,
  );
}
