import { boolFilter, checkFilters } from '../../../engine/daemon/filters.ts';
import { dialError } from '../../../engine/daemon/image/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { HubEntry } from '../../../engine/hub/index.ts';
import { ellipsis, type GoStruct, listRow } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';

const HEADINGS = { Name: 'NAME', Description: 'DESCRIPTION', StarCount: 'STARS', IsOfficial: 'OFFICIAL' };
const DESCRIPTION = 45;
const USUAL = 25;
const MOST = 100;

/** `docker search`. Sources: docker/cli cli/command/registry/search.go, formatter_search.go; moby registry/search.go, search_session.go. */
export const search: Command = {
  paths: ['search'],
  *run(context, flags, args) {
    const term = args[0]!;
    const filters = flags.filters();
    checkFilters(filters, ['is-automated', 'is-official', 'stars']);
    const automated = boolFilter(filters, 'is-automated', false);
    const official = boolFilter(filters, 'is-official', false);
    let stars = 0;
    for (const text of filters.get('stars') ?? []) {
      if (!/^[+-]?\d+$/.test(text))
        throw new DockerError(
          'InvalidArgument',
          `invalid filter 'stars=${text}': strconv.Atoi: parsing ${JSON.stringify(text)}: invalid syntax`,
        );
      stars = Math.max(stars, Number(text));
    }
    const limit = flags.int('limit');
    if (/^https?:\/\//.test(term))
      throw new DockerError('InvalidArgument', `invalid repository name: repository name (${term}) should not have a scheme`);
    if (limit !== 0 && (limit < 1 || limit > MOST))
      throw new DockerError('InvalidArgument', `limit ${limit} is outside the range of [1, ${MOST}]`);
    const door = context.daemon.network.hub;
    if (door === undefined) {
      const query = `https://index.docker.io/v1/search?q=${encodeURIComponent(term)}&n=${limit || USUAL}`;
      throw new DockerError('Unavailable', `Get ${JSON.stringify(query)}: ${dialError('index.docker.io')}`);
    }
    const hub = yield* door.open();
    const found = automated ? [] : (yield* hub.search(context.daemon, term)).slice(0, limit || USUAL);
    const shown = found.filter(
      (entry) => (!filters.has('is-official') || official === isOfficial(entry)) && (!filters.has('stars') || entry.stars >= stars),
    );
    const format = flags.string('format');
    return yield* printList(context, {
      format: format === '' || format === 'table' ? 'table {{.Name}}\t{{.Description}}\t{{.StarCount}}\t{{.IsOfficial}}' : format,
      headings: HEADINGS,
      rows: shown.map((entry) => row(entry, !flags.bool('no-trunc'), format.includes('json'))),
    });
  },
};

const isOfficial = ({ badge }: HubEntry): boolean => badge === 'official';

function row(entry: HubEntry, short: boolean, json: boolean): GoStruct {
  const description = entry.description.replace(/[\n\r]/g, ' ');
  const official = isOfficial(entry);
  return listRow('*registry.searchContext', {
    Name: entry.name,
    Description: short ? ellipsis(description, DESCRIPTION) : description,
    StarCount: String(entry.stars),
    IsOfficial: json ? String(official) : official ? '[OK]' : '',
  });
}
