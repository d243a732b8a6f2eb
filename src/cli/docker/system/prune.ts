import { pruneCache } from '../../../engine/build/prune-cache.ts';
import { pruneContainers } from '../../../engine/daemon/container/index.ts';
import { pruneEvent } from '../../../engine/daemon/events/index.ts';
import { untilFilter } from '../../../engine/daemon/filters.ts';
import { pruneImages } from '../../../engine/daemon/image/index.ts';
import { pruneNetworks } from '../../../engine/daemon/network/index.ts';
import { pruneVolumes } from '../../../engine/daemon/volume/index.ts';
import { profileFacts } from '../../../engine/profile/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';
import { deletedContainers } from '../container/prune.ts';
import { deletedImages } from '../image/prune.ts';
import { deletedVolumes } from '../volume/prune.ts';

function warning(flags: ParsedFlags, release: string): string {
  const items = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(flags.bool('volumes') ? [`all ${release === '28' ? 'anonymous ' : ''}volumes not used by at least one container`] : []),
    ...(flags.bool('all')
      ? ['all images without at least one container associated to them', 'all build cache']
      : ['all dangling images', release === '28' ? 'unused build cache' : 'all dangling build cache']),
  ];
  const filters = [...flags.list('filter')].sort();
  const filtered =
    filters.length === 0 ? '' : `\n  Items to be pruned will be filtered with:\n${filters.map((filter) => `  - ${filter}\n`).join('')}`;
  return `WARNING! This will remove:\n${items.map((item) => `  - ${item}\n`).join('')}${filtered}`;
}

/** `docker system prune`. Source: docker/cli cli/command/system/prune.go. */
export const prune: Command = {
  paths: ['system prune'],
  *run(context, flags) {
    const { daemon } = context;
    const filters = flags.filters();
    if (flags.bool('volumes') && filters.has('until')) {
      yield* context.err('ERROR: The "until" filter is not supported with "--volumes"\n');
      return 1;
    }
    if (!flags.bool('force') && !(yield* confirm(context, warning(flags, profileFacts(daemon.state).release)))) return 0;
    let reclaimed = 0;
    const containers = pruneContainers(daemon, filters);
    reclaimed += containers.reclaimed;
    yield* context.out(paragraph(deletedContainers(containers)));
    const networks = pruneNetworks(daemon, filters);
    yield* context.out(paragraph(networks.length === 0 ? '' : `Deleted Networks:\n${networks.join('\n')}\n`));
    if (flags.bool('volumes')) {
      const volumes = pruneVolumes(daemon, filters);
      reclaimed += volumes.reclaimed;
      yield* context.out(paragraph(deletedVolumes(volumes)));
    }
    const images = pruneImages(daemon, new Map(filters).set('dangling', [String(!flags.bool('all'))]));
    reclaimed += images.reclaimed;
    yield* context.out(paragraph(deletedImages(images)));
    const until = untilFilter(filters, daemon.now());
    const cache = pruneCache(daemon, { all: flags.bool('all'), ...(until === undefined ? {} : { olderThan: until.seconds }) });
    pruneEvent(daemon, 'builder', cache.reclaimed);
    reclaimed += cache.reclaimed;
    yield* context.out(
      paragraph(cache.removed.length === 0 ? '' : `Deleted build cache objects:\n${cache.removed.map(({ id }) => id).join('\n')}\n`),
    );
    yield* context.out(`Total reclaimed space: ${humanSize(reclaimed)}\n`);
    return 0;
  },
};

const paragraph = (text: string): string => (text === '' ? '' : `${text}\n`);
