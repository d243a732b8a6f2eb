import type { CacheItem } from '../../../engine/build/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import {
  ellipsis,
  type GoStruct,
  goTime,
  humanSize,
  humanSizeWithPrecision,
  listRow,
  renderList,
  TemplateError,
  truncateId,
} from '../../format/index.ts';
import { commandColumn, commandText, statusText } from '../container/status.ts';
import { IMAGE_HEADINGS, imageRow, rowsOf } from '../image/ls.ts';
import { ago } from '../list.ts';
import { VOLUME_HEADINGS, volumeRow } from '../volume/ls.ts';
import type { Usage } from './df.ts';

const IMAGES = 'table {{.Repository}}\t{{.Tag}}\t{{.ID}}\t{{.CreatedSince}}\t{{.Size}}\t{{.SharedSize}}\t{{.UniqueSize}}\t{{.Containers}}';
const CONTAINERS = 'table {{.ID}}\t{{.Image}}\t{{.Command}}\t{{.LocalVolumes}}\t{{.Size}}\t{{.RunningFor}}\t{{.Status}}\t{{.Names}}';
const VOLUMES = 'table {{.Name}}\t{{.Links}}\t{{.Size}}';
const CACHE = 'table {{.ID}}\t{{.CacheType}}\t{{.Size}}\t{{.CreatedSince}}\t{{.LastUsedSince}}\t{{.UsageCount}}\t{{.Shared}}';

const CONTAINER_HEADINGS = {
  ID: 'CONTAINER ID',
  Image: 'IMAGE',
  Command: 'COMMAND',
  LocalVolumes: 'LOCAL VOLUMES',
  Size: 'SIZE',
  RunningFor: 'CREATED',
  Status: 'STATUS',
  Names: 'NAMES',
};
const CACHE_HEADINGS = {
  ID: 'CACHE ID',
  CacheType: 'CACHE TYPE',
  Size: 'SIZE',
  CreatedSince: 'CREATED',
  LastUsedSince: 'LAST USED',
  UsageCount: 'USAGE',
  Shared: 'SHARED',
};

/** `docker system df -v`: what each image, container, volume and cache record takes. */
export function* verboseUsage(context: Context, usage: Usage, format: string): Step<number> {
  try {
    yield* context.out(format === '' || format === 'table' ? tables(context, usage) : templated(context, usage, format));
    return 0;
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    yield* context.err(`${error.message}\n`);
    return 1;
  }
}

function tables(context: Context, usage: Usage): string {
  return [
    `Images space usage:\n\n${renderList({ format: IMAGES, headings: IMAGE_HEADINGS, rows: imageRows(context, usage, true) })}`,
    `Containers space usage:\n\n${renderList({ format: CONTAINERS, headings: CONTAINER_HEADINGS, rows: containerRows(context, usage, true) })}`,
    `Local Volumes space usage:\n\n${renderList({ format: VOLUMES, headings: VOLUME_HEADINGS, rows: volumeRows(usage) })}`,
    `Build cache usage: ${humanSize(usage.cache.size)}\n\n${renderList({ format: CACHE, headings: CACHE_HEADINGS, rows: cacheRows(context, usage, true) })}`,
  ].join('\n');
}

/** A template of one's own is printed as it comes, without a line end. */
function templated(context: Context, usage: Usage, format: string): string {
  const row = listRow('*formatter.diskUsageContext', {
    Images: imageRows(context, usage, false),
    Containers: containerRows(context, usage, false),
    Volumes: volumeRows(usage),
    BuildCache: cacheRows(context, usage, false),
  });
  return renderList({ format, headings: {}, rows: [row] }).replace(/\n$/, '');
}

const imageRows = (context: Context, { images }: Usage, short: boolean): GoStruct[] =>
  images.map((image) => {
    const first = rowsOf(image, { digests: false, allDigests: false })[0]!;
    return imageRow(context, image, { ...first, digest: '' }, short, image.sharedSize);
  });

const containerRows = (context: Context, { containers }: Usage, short: boolean): GoStruct[] =>
  containers.map(({ container, size }) =>
    listRow('*formatter.ContainerContext', {
      ID: short ? truncateId(container.id) : container.id,
      Names: container.name,
      Image: container.imageRef,
      Command: commandColumn(commandText(container), !short, ellipsis),
      CreatedAt: goTime(Math.floor(container.created)),
      RunningFor: ago(context, container.created),
      Status: statusText(context.daemon, container),
      State: container.state.status,
      Size: humanSizeWithPrecision(size, 3),
      LocalVolumes: String(container.mounts.filter((mount) => mount.Driver === 'local').length),
    }),
  );

const volumeRows = ({ volumes }: Usage): GoStruct[] => volumes.map(({ volume, links, size }) => volumeRow(volume, { links, size }));

const cacheRows = (context: Context, { cache }: Usage, short: boolean): GoStruct[] =>
  cache.items.map((item: CacheItem) =>
    listRow('*formatter.buildCacheContext', {
      ID: short ? item.id.slice(0, 12) : item.id,
      CacheType: item.type,
      Size: humanSize(item.size),
      CreatedSince: ago(context, item.created),
      LastUsedSince: ago(context, item.lastUsed),
      UsageCount: String(item.uses),
      InUse: 'false',
      Shared: String(item.shared),
    }),
  );
