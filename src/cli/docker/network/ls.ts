import type { Network } from '../../../engine/container/index.ts';
import { allNetworks, builtinNetworks } from '../../../engine/daemon/container/index.ts';
import { boolFilter, checkFilters, type Filters, matchKeyValues } from '../../../engine/daemon/filters.ts';
import { type Daemon, rfc3339 } from '../../../engine/daemon/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { type GoStruct, type GoValue, listRow, truncateId } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';

const HEADINGS = {
  ID: 'NETWORK ID',
  Name: 'NAME',
  Driver: 'DRIVER',
  Scope: 'SCOPE',
  IPv4: 'IPV4',
  IPv6: 'IPV6',
  Internal: 'INTERNAL',
  Labels: 'LABELS',
  CreatedAt: 'CREATED AT',
};

/** `docker network ls`. Source: docker/cli cli/command/network/list.go. */
export const ls: Command = {
  paths: ['network ls', 'network list'],
  *run(context, flags) {
    const { daemon } = context;
    const found = matching(daemon, flags.filters());
    const given = flags.string('format');
    const plain = given === '' || given === 'table';
    const table = flags.bool('quiet') ? '{{.ID}}' : 'table {{.ID}}\t{{.Name}}\t{{.Driver}}\t{{.Scope}}';
    const rows = found.map((network) => row(network, flags.bool('no-trunc')));
    return yield* printList(context, { format: plain ? table : given, headings: HEADINGS, rows });
  },
};

function matching(daemon: Daemon, filters: Filters): Network[] {
  checkFilters(filters, ['dangling', 'driver', 'id', 'label', 'name', 'scope', 'type', 'idOrName']);
  const any = (name: string, matches: (value: string) => boolean): boolean => {
    const values = filters.get(name) ?? [];
    return values.length === 0 || values.some(matches);
  };
  const own = new Set(builtinNetworks(daemon).map(({ name }) => name));
  for (const type of filters.get('type') ?? []) {
    if (type !== 'custom' && type !== 'builtin') throw new DockerError('InvalidArgument', `invalid filter: 'type'='${type}'`);
  }
  const dangling = filters.has('dangling') ? boolFilter(filters, 'dangling', false) : undefined;
  const used = new Set([...daemon.live.values()].flatMap(({ sandbox }) => [...sandbox.attachments.keys()]));
  return allNetworks(daemon).filter(
    ({ id, name, driver, labels }) =>
      any('driver', (value) => value === driver) &&
      any('name', (value) => name.includes(value)) &&
      any('id', (value) => id.startsWith(value)) &&
      any('scope', (value) => value === 'local') &&
      any('type', (value) => (value === 'builtin') === own.has(name)) &&
      (dangling === undefined || dangling === (!own.has(name) && !used.has(name))) &&
      matchKeyValues(filters, 'label', labels),
  );
}

function row(network: Network, whole: boolean): GoStruct {
  const { id, name, driver, labels, internal, created } = network;
  return listRow('*network.networkContext', {
    ID: whole ? id : truncateId(id),
    Name: name,
    Driver: driver,
    Scope: 'local',
    IPv4: 'true',
    IPv6: 'false',
    Internal: String(internal),
    Labels: Object.entries(labels)
      .map(([key, value]) => `${key}=${value}`)
      .sort()
      .join(','),
    Label: { params: ['string'], call: (key: GoValue) => labels[String(key)] ?? '' },
    CreatedAt: `${rfc3339(Math.floor(created)).replace('T', ' ').replace('Z', '')} +0000 UTC`,
  });
}
