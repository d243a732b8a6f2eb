import { containerTree, removeContainer } from '../../../engine/daemon/container/index.ts';
import { checkFilters, matchPruneLabels } from '../../../engine/daemon/filters.ts';
import { changesByStat } from '../../../engine/layer/index.ts';
import { humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';

/** `docker container prune`. */
export const prune: Command = {
  paths: ['container prune'],
  *run(context, flags) {
    const { daemon } = context;
    if (!flags.bool('force') && !(yield* confirm(context, 'WARNING! This will remove all stopped containers.'))) return 1;
    const filters = flags.filters();
    checkFilters(filters, ['label', 'label!', 'until']);
    let freed = 0;
    const removed: string[] = [];
    for (const container of [...daemon.state.containers.values()]) {
      if (daemon.live.has(container.id) || container.state.status === 'restarting' || !matchPruneLabels(filters, container.config.Labels))
        continue;
      for (const change of changesByStat(container.lower, containerTree(daemon, container))) {
        if (change.kind !== 'deleted' && change.inode.kind === 'file') freed += change.inode.body.size;
      }
      removeContainer(daemon, container, { volumes: false });
      removed.push(container.id);
    }
    if (removed.length > 0) yield* context.out(`Deleted Containers:\n${removed.join('\n')}\n\n`);
    yield* context.out(`Total reclaimed space: ${humanSize(freed)}\n`);
    return 0;
  },
};
