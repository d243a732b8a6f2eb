import { cacheUsage } from '../../../engine/build/cache-usage.ts';
import type { Container, Volume } from '../../../engine/container/index.ts';
import { containerSize } from '../../../engine/daemon/container/index.ts';
import { type ImageSummary, listImages, usesContainerd } from '../../../engine/daemon/image/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import { listVolumes, usersOfVolume, volumeSize } from '../../../engine/daemon/volume/index.ts';
import type { ChainID } from '../../../engine/digest/index.ts';
import { type ImageStore, initSize, mustGet, stackOf, unpackedSize } from '../../../engine/store/index.ts';
import type { Context } from '../../command.ts';
import { type GoStruct, humanSize, listRow } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';
import { verboseUsage } from './df-verbose.ts';

/** What takes space, and how much. Sizes in bytes. */
export interface Usage {
  readonly images: readonly ImageSummary[];
  /** Bytes of all layers that images have, each once. */
  readonly layersSize: number;
  readonly containers: readonly { readonly container: Container; readonly size: number; readonly active: boolean }[];
  readonly volumes: readonly { readonly volume: Volume; readonly size: number; readonly links: number }[];
  readonly cache: ReturnType<typeof cacheUsage>;
}

export function usageOf({ daemon }: Context): Usage {
  const store = daemon.state.images;
  return {
    images: listImages(daemon, { all: false, filters: new Map() }),
    layersSize: usesContainerd(daemon) ? storedSize(daemon) : layersSize(store),
    containers: [...daemon.state.containers.values()].map((container) => ({
      container,
      size: containerSize(daemon, container),
      active: ['running', 'paused', 'restarting'].includes(container.state.status),
    })),
    volumes: listVolumes(daemon, new Map()).map((volume) => ({
      volume,
      size: volumeSize(daemon, volume.name),
      links: usersOfVolume(daemon, volume.name).length,
    })),
    cache: cacheUsage(daemon),
  };
}

/** Bytes of the layers of all images, each once. */
function layersSize(store: ImageStore): number {
  const layers = new Set<ChainID>([...store.images.values()].flatMap(stackOf));
  let size = 0;
  for (const layer of layers) size += mustGet(store.snapshots, layer).layer.size;
  return size;
}

/** With containerd's store: all blobs, all unpacked layers, and those of the containers. */
function storedSize(daemon: Daemon): number {
  const store = daemon.state.images;
  const { blobs, inits } = store.content!;
  let size = 0;
  for (const blob of blobs.values()) size += blob.size;
  for (const { layer } of store.snapshots.values()) size += unpackedSize(layer);
  for (const init of inits.values()) size += init;
  for (const container of daemon.state.containers.values()) size += initSize(store, container.base) + containerSize(daemon, container);
  return size;
}

const sum = <T>(items: readonly T[], size: (item: T) => number): number => items.reduce((total, item) => total + size(item), 0);

const reclaimable = (bytes: number, total: number): string =>
  total > 0 ? `${humanSize(bytes)} (${Math.trunc((bytes * 100) / total)}%)` : humanSize(bytes);

function rows({ images, layersSize, containers, volumes, cache }: Usage): GoStruct[] {
  const row = (kind: string, Type: string, total: number, active: number, size: number, free: string): GoStruct =>
    listRow(`*formatter.diskUsage${kind}Context`, {
      Type,
      TotalCount: String(total),
      Active: String(active),
      Size: humanSize(size),
      Reclaimable: free,
    });
  const usedImages = images.filter((image) => image.containers !== 0);
  const usedBytes = sum(usedImages, (image) => image.size - image.sharedSize);
  const containersSize = sum(containers, ({ size }) => size);
  const idle = sum(
    containers.filter(({ active }) => !active),
    ({ size }) => size,
  );
  const volumesSize = sum(volumes, ({ size }) => size);
  const unused = sum(
    volumes.filter(({ links }) => links === 0),
    ({ size }) => size,
  );
  return [
    row('Images', 'Images', images.length, usedImages.length, layersSize, reclaimable(layersSize - usedBytes, layersSize)),
    row(
      'Containers',
      'Containers',
      containers.length,
      containers.filter(({ active }) => active).length,
      containersSize,
      reclaimable(idle, containersSize),
    ),
    row(
      'Volumes',
      'Local Volumes',
      volumes.length,
      volumes.filter(({ links }) => links > 0).length,
      volumesSize,
      reclaimable(unused, volumesSize),
    ),
    row('Builder', 'Build Cache', cache.items.length, 0, cache.size, humanSize(cache.size)),
  ];
}

const HEADINGS = { Type: 'TYPE', TotalCount: 'TOTAL', Active: 'ACTIVE', Size: 'SIZE', Reclaimable: 'RECLAIMABLE' };

/** `docker system df`. Source: docker/cli cli/command/system/df.go, cli/command/formatter/disk_usage.go. */
export const df: Command = {
  paths: ['system df'],
  *run(context, flags) {
    const usage = usageOf(context);
    const format = flags.string('format');
    if (flags.bool('verbose')) return yield* verboseUsage(context, usage, format);
    return yield* printList(context, {
      format: format === '' || format === 'table' ? 'table {{.Type}}\t{{.TotalCount}}\t{{.Active}}\t{{.Size}}\t{{.Reclaimable}}' : format,
      headings: HEADINGS,
      rows: rows(usage),
    });
  },
};
