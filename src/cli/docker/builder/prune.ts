import { type CacheItem, pruneCache } from '../../../engine/build/index.ts';
import type { Daemon } from '../../../engine/daemon/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { humanSize } from '../../format/index.ts';
import { whichBuilder } from '../build/which-builder.ts';
import { buildx } from '../buildx/error.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';
import { ago } from '../list.ts';
import { cacheFilter, createdAt } from './cache-filter.ts';
import { chosenEngine } from './engine.ts';

const DANGLING = 'WARNING! This will remove all dangling build cache.';
const ALL = 'WARNING! This will remove all build cache.';
/** Bytes free on the disk that the cache lies on. */
const FREE = 100e9;

/** `docker builder prune`, and buildx's own. Source: docker/buildx commands/prune.go, docker/cli cli/command/builder/prune.go. */
export const prune: Command = {
  paths: ['builder prune', 'buildx prune'],
  *run(context, flags) {
    const all = flags.bool('all');
    if (whichBuilder(context).builder === 'classic') {
      if (!flags.bool('force') && !(yield* confirm(context, all ? ALL : DANGLING, ' '))) return 0;
      const { removed, reclaimed } = pruneCache(context.daemon, { all });
      const list = removed.length === 0 ? '' : `Deleted build cache objects:\n${removed.map(({ id }) => id).join('\n')}\n\n`;
      yield* context.out(`${list}Total reclaimed space: ${humanSize(reclaimed)}\n`);
      return 0;
    }
    return yield* buildx(context, function* () {
      const filter = cacheFilter(flags.filters());
      if (!flags.bool('force') && !(yield* confirm(context, all ? ALL : DANGLING, ' '))) return;
      const daemon = chosenEngine(context, flags);
      const { removed } = pruneCache(daemon, {
        all,
        matches: filter.matches,
        keep: bytesToKeep(daemon, flags),
        ...(filter.unused > 0 ? { olderThan: daemon.now() - filter.unused } : {}),
      });
      const total = removed.reduce((sum, item) => sum + item.size, 0);
      if (flags.has('verbose') && flags.bool('verbose')) for (const item of removed) yield* context.out(block(context, item));
      else if (removed.length > 0)
        yield* context.out(
          `ID\t\t\t\t\t\tRECLAIMABLE\tSIZE\t\tLAST ACCESSED\n${removed.map((item, i) => row(context, item, i === 0)).join('')}`,
        );
      yield* context.out(`Total:\t${humanSize(total)}\n`);
    });
  },
};

/** buildkit cache/manager.go calculateKeepBytes: 0 is no limit. */
function bytesToKeep(daemon: Daemon, flags: ParsedFlags): number {
  const value = (name: string): number => (flags.has(name) ? flags.int(name) : 0);
  const reserved = value('reserved-space');
  const most = value('max-used-space');
  const least = value('min-free-space');
  if (reserved === 0 && most === 0 && least === 0) return 0;
  const total = [...daemon.state.cache.records.values()].reduce((sum, { layer }) => sum + layer.size, 0);
  const excess = least - FREE;
  const kept = excess <= 0 ? most : most === 0 ? total - excess : Math.min(most, total - excess);
  return Math.max(kept, reserved);
}

/** One line; the first is aligned with the heading, which is written with it. */
function row(context: Context, item: CacheItem, first: boolean): string {
  const id = `${item.id}${item.mutable ? '*' : ''}`;
  const size = humanSize(item.size);
  return `${id.padEnd(40)}\ttrue \t${first ? '\t' : ''}${size.padEnd(10)}\t${ago(context, item.lastUsed)}\n`;
}

function block(context: Context, item: CacheItem): string {
  const lines: [string, string][] = [
    ['ID', item.id],
    ...(item.parents.length === 0 ? [] : [['Parent', item.parents.join(',')] as [string, string]]),
    ['Created at', createdAt(item.created)],
    ['Mutable', String(item.mutable)],
    ['Reclaimable', 'true'],
    ['Shared', String(item.shared)],
    ['Size', humanSize(item.size)],
    ['Description', item.description],
    ['Usage count', String(item.uses)],
    ['Last used', ago(context, item.lastUsed)],
    ['Type', item.type],
  ];
  return `${lines.map(([key, value]) => `${key}:\t${value}\n`).join('')}\n`;
}
