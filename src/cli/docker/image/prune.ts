import { type PruneReport, pruneImages } from '../../../engine/daemon/image/index.ts';
import { humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';

const DANGLING = 'WARNING! This will remove all dangling images.';
const ALL = 'WARNING! This will remove all images without at least one container associated to them.';

/** The lines on what images a prune removed; empty for none. */
export function deletedImages({ removals }: PruneReport): string {
  if (removals.length === 0) return '';
  const lines = removals.map((removal) => ('untagged' in removal ? `untagged: ${removal.untagged}\n` : `deleted: ${removal.deleted}\n`));
  return `Deleted Images:\n${lines.join('')}`;
}

/** `docker image prune`. Source: docker/cli cli/command/image/prune.go. */
export const prune: Command = {
  paths: ['image prune'],
  *run(context, flags) {
    const all = flags.bool('all');
    const filters = new Map(flags.filters());
    filters.set('dangling', [...(filters.get('dangling') ?? []), String(!all)]);
    if (!flags.bool('force') && !(yield* confirm(context, all ? ALL : DANGLING))) return 0;
    const report = pruneImages(context.daemon, filters);
    const deleted = deletedImages(report);
    yield* context.out(`${deleted === '' ? '' : `${deleted}\n`}Total reclaimed space: ${humanSize(report.reclaimed)}\n`);
    return 0;
  },
};
