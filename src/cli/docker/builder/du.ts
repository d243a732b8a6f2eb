import { type CacheItem, cacheUsage } from '../../../engine/build/index.ts';
import type { Context } from '../../command.ts';
import { goStrings, humanSize, listRow } from '../../format/index.ts';
import { BuildxError, buildx } from '../buildx/error.ts';
import type { Command } from '../command.ts';
import { ago, printList } from '../list.ts';
import { cacheFilter, createdAt } from './cache-filter.ts';
import { chosenEngine } from './engine.ts';

const TABLE = 'table {{.ID}}\\t{{.Reclaimable}}\\t{{.Size}}\\t{{.LastUsedAt}}';
const PRETTY = [
  'ID:           {{.ID}}',
  '{{- if .Parents }}',
  'Parents:',
  '{{- range .Parents }}',
  ' - {{.}}',
  '{{- end }}',
  '{{- end }}',
  'Created at:   {{.CreatedAt}}',
  'Mutable:      {{.Mutable}}',
  'Reclaimable:  {{.Reclaimable}}',
  'Shared:       {{.Shared}}',
  'Size:         {{.Size}}',
  '{{- if .Description}}',
  'Description:  {{ .Description }}',
  '{{- end }}',
  'Usage count:  {{.UsageCount}}',
  '{{- if .LastUsedAt}}',
  'Last used:    {{ .LastUsedAt }}',
  '{{- end }}',
  '{{- if .Type}}',
  'Type:         {{ .Type }}',
  '{{- end }}',
  '',
].join('\n');

const HEADINGS = {
  ID: 'ID',
  Parents: 'PARENTS',
  CreatedAt: 'CREATED AT',
  Mutable: 'MUTABLE',
  Reclaimable: 'RECLAIMABLE',
  Shared: 'SHARED',
  Size: 'SIZE',
  Description: 'DESCRIPTION',
  UsageCount: 'USAGE COUNT',
  LastUsedAt: 'LAST ACCESSED',
  Type: 'TYPE',
};

/** `docker buildx du`: what the build cache holds. Source: docker/buildx commands/diskusage.go. */
export const du: Command = {
  paths: ['buildx du', 'builder du'],
  *run(context, flags) {
    return yield* buildx(context, function* () {
      const given = flags.has('format') ? flags.string('format') : '';
      const verbose = flags.has('verbose') && flags.bool('verbose');
      if (given !== '' && verbose) throw new BuildxError('--format and --verbose cannot be used together');
      const format = verbose || given === 'pretty' ? PRETTY : given === '' || given === 'table' ? TABLE : given;
      const filters = flags.has('filter') ? flags.filters() : new Map<string, readonly string[]>();
      const { matches } = cacheFilter(filters);
      const items = cacheUsage(chosenEngine(context, flags)).items.filter(matches);
      const sorted = [...items].sort((a, b) => a.size - b.size);
      const isTable = format.startsWith('table');
      yield* printList(context, {
        format,
        headings: HEADINGS,
        rows: sorted.map((item) => row(context, item, isTable)),
        tabs: { minWidth: 10, padding: 3 },
      });
      if ((format === TABLE || format === PRETTY) && filters.size === 0) yield* context.out(totals(items));
    });
  },
};

const row = (context: Context, item: CacheItem, table: boolean): ReturnType<typeof listRow> =>
  listRow('*commands.diskusageContext', {
    ID: `${item.id}${table && item.mutable ? '*' : ''}`,
    Parents: goStrings([...item.parents]),
    CreatedAt: createdAt(item.created),
    Mutable: item.mutable,
    Reclaimable: true,
    Shared: item.shared,
    Size: `${humanSize(item.size)}${table && item.shared ? '*' : ''}`,
    Description: item.description,
    UsageCount: item.uses,
    LastUsedAt: ago(context, item.lastUsed),
    Type: item.type,
  });

function totals(items: readonly CacheItem[]): string {
  const sum = (some: readonly CacheItem[]): number => some.reduce((total, { size }) => total + size, 0);
  const shared = sum(items.filter((item) => item.shared));
  const total = sum(items);
  const split = shared > 0 ? `Shared:\t\t${humanSize(shared)}\nPrivate:\t${humanSize(total - shared)}\n` : '';
  return `${split}Reclaimable:\t${humanSize(total)}\nTotal:\t\t${humanSize(total)}\n`;
}
