import type { Daemon } from '../../../engine/daemon/index.ts';

/** `--metadata-file`: what the result is called and known by. Provenance is left out. Source: docker/buildx commands/build.go. */
export function metadataText(daemon: Daemon, image: string, tags: readonly string[]): string {
  const names = tags.map((tag) => tag.replace(/:latest$/, ''));
  return JSON.stringify(
    {
      'buildx.build.ref': `default/default/${daemon.newID().slice(0, 25)}`,
      ...(image === '' ? {} : { 'containerimage.config.digest': image, 'containerimage.digest': image }),
      ...(names.length === 0 ? {} : { 'image.name': names.join(',') }),
    },
    undefined,
    2,
  );
}
