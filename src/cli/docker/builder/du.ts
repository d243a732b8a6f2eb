import { type CacheItem, cacheUsage } from '../../../engine/build/index.ts';
import type { Context } from '../../command.ts';
import { alignTabs, humanSize } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { ago } from '../list.ts';

/** `docker buildx du`: what the build cache holds. Source: docker/buildx commands/diskusage.go. */
export const du: Command = {
  paths: ['buildx du', 'builder du'],
  *run(context) {
    const { items } = cacheUsage(context.daemon);
    const rows = [...items].sort((a, b) => a.size - b.size).map((item) => row(context, item));
    const table = rows.length === 0 ? '' : alignTabs(`ID\tRECLAIMABLE\tSIZE\tLAST ACCESSED\n${rows.join('')}`, { minWidth: 1, padding: 3 });
    yield* context.out(table + totals(items));
    return 0;
  },
};

const row = (context: Context, item: CacheItem): string =>
  `${item.id}${item.type === 'exec.cachemount' ? '*' : ''}\ttrue\t${humanSize(item.size)}${item.shared ? '*' : ''}\t${ago(context, item.lastUsed)}\n`;

function totals(items: readonly CacheItem[]): string {
  const sum = (some: readonly CacheItem[]): number => some.reduce((total, { size }) => total + size, 0);
  const shared = sum(items.filter((item) => item.shared));
  const total = sum(items);
  const split = shared > 0 ? `Shared:\t\t${humanSize(shared)}\nPrivate:\t${humanSize(total - shared)}\n` : '';
  return `${split}Reclaimable:\t${humanSize(total)}\nTotal:\t\t${humanSize(total)}\n`;
}
