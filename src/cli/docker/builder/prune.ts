import { type CacheItem, cacheUsage, pruneCache } from '../../../engine/build/index.ts';
import type { Context } from '../../command.ts';
import { humanSize } from '../../format/index.ts';
import { whichBuilder } from '../build/which-builder.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';
import { ago } from '../list.ts';

const DANGLING = 'WARNING! This will remove all dangling build cache.';
const ALL = 'WARNING! This will remove all build cache.';

/** `docker builder prune`, and buildx's own. Source: docker/buildx commands/prune.go, docker/cli cli/command/builder/prune.go. */
export const prune: Command = {
  paths: ['builder prune', 'buildx prune'],
  *run(context, flags) {
    const all = flags.bool('all');
    if (!flags.bool('force') && !(yield* confirm(context, all ? ALL : DANGLING, ' '))) return 0;
    const { daemon } = context;
    const before = new Map(cacheUsage(daemon).items.map((item) => [item.id, item]));
    const { removed, reclaimed } = pruneCache(daemon, { all });
    if (whichBuilder(context).builder === 'classic') {
      const list = removed.length === 0 ? '' : `Deleted build cache objects:\n${removed.join('\n')}\n\n`;
      yield* context.out(`${list}Total reclaimed space: ${humanSize(reclaimed)}\n`);
      return 0;
    }
    const items = removed.flatMap((id) => before.get(id) ?? []);
    const rows = items.map((item) => row(context, item));
    const total = items.reduce((sum, item) => sum + item.size, 0);
    const head = rows.length === 0 ? '' : 'ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n';
    yield* context.out(`${head}${rows.join('')}Total:\t${humanSize(total)}\n`);
    return 0;
  },
};

function row(context: Context, item: CacheItem): string {
  const id = `${item.id}${item.type === 'exec.cachemount' ? '*' : ''}`;
  return `${id.padEnd(40)}\ttrue \t${humanSize(item.size).padEnd(10)}\t${ago(context, item.lastUsed)}\n`;
}
