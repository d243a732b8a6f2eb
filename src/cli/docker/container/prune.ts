import { type ContainerPruneReport, pruneContainers } from '../../../engine/daemon/container/index.ts';
import { humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';

/** The lines on what containers a prune removed; empty for none. */
export const deletedContainers = ({ removed }: ContainerPruneReport): string =>
  removed.length === 0 ? '' : `Deleted Containers:\n${removed.join('\n')}\n`;

/** `docker container prune`. Source: docker/cli cli/command/container/prune.go. */
export const prune: Command = {
  paths: ['container prune'],
  *run(context, flags) {
    if (!flags.bool('force') && !(yield* confirm(context, 'WARNING! This will remove all stopped containers.'))) return 0;
    const report = pruneContainers(context.daemon, flags.filters());
    const deleted = deletedContainers(report);
    yield* context.out(`${deleted === '' ? '' : `${deleted}\n`}Total reclaimed space: ${humanSize(report.reclaimed)}\n`);
    return 0;
  },
};
