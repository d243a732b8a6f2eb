import { type BuilderGroup, type BuilderNode, buildPlatforms, nodeStatus, platformsOf } from '../../../engine/builders/index.ts';
import { parsePlatform } from '../../../engine/platform/index.ts';
import type { Context } from '../../command.ts';
import { listRow } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { printList } from '../list.ts';
import { DEFAULT, isContainer } from './choose.ts';
import { Instances } from './instances.ts';
import { BUILDKIT } from './version.ts';

const TABLE = 'table {{.Name}}\\t{{.DriverEndpoint}}\\t{{.Status}}\\t{{.Buildkit}}\\t{{.Platforms}}';
const HEADINGS = {
  Name: 'NAME/NODE',
  DriverEndpoint: 'DRIVER/ENDPOINT',
  LastActivity: 'LAST ACTIVITY',
  Status: 'STATUS',
  Buildkit: 'BUILDKIT',
  Platforms: 'PLATFORMS',
};
const INDENT = ' \\_ ';

/** `docker buildx ls`. Source: docker/buildx commands/ls.go. */
export const ls: Command = {
  paths: ['buildx ls', 'builder ls'],
  *run(context, flags) {
    const given = flags.string('format');
    const isTable = given.startsWith('table');
    const instances = new Instances(context);
    const current = (instances.current() ?? DEFAULT).Name;
    const groups = [...instances.list(), DEFAULT];
    const rows = groups.flatMap((group) => [
      groupRow(group, group.Name === current && isTable, lastActivity(instances.activity(group.Name))),
      ...group.Nodes.map((node) => nodeRow(context, group, node, isTable, isTable && !flags.bool('no-trunc'))),
    ]);
    if (given === 'json') {
      for (const group of groups) yield* context.out(`${JSON.stringify(groupJson(context, instances, group, group.Name === current))}\n`);
      return 0;
    }
    return yield* printList(context, { format: given === 'table' ? TABLE : given, headings: HEADINGS, rows });
  },
};

const lastActivity = (seconds: number | undefined): string =>
  seconds === undefined ? '' : `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`;

const groupRow = (group: BuilderGroup, current: boolean, activity: string): ReturnType<typeof listRow> =>
  listRow('*commands.lsContext', {
    Name: `${group.Name}${current ? '*' : ''}`,
    DriverEndpoint: group.Driver,
    LastActivity: activity,
    Status: '',
    Buildkit: '',
    Platforms: '',
    Error: '',
  });

function nodeRow(context: Context, group: BuilderGroup, node: BuilderNode, table: boolean, short: boolean): ReturnType<typeof listRow> {
  const { status, platforms } = nodeFacts(context, group, node);
  return listRow('*commands.lsContext', {
    Name: `${table ? INDENT : ''}${node.Name}`,
    DriverEndpoint: `${table ? INDENT : ''}${node.Endpoint}`,
    LastActivity: '',
    Status: status,
    Buildkit: status === 'running' ? BUILDKIT : '',
    Platforms: short ? shortPlatforms(platforms) : platforms.join(', '),
    Error: '',
  });
}

/** Whether a node runs, and what it builds for as it is shown. */
export function nodeFacts(context: Context, group: BuilderGroup, node: BuilderNode): { status: string; platforms: string[] } {
  const status = isContainer(group) ? nodeStatus(context.daemon, node) : 'running';
  return { status, platforms: platformsOf(node, status === 'running' ? buildPlatforms(context.daemon) : []) };
}

function groupJson(context: Context, instances: Instances, group: BuilderGroup, current: boolean): object {
  const activity = lastActivity(instances.activity(group.Name)) || '0001-01-01T00:00:00Z';
  const nodes = group.Nodes.map((node) => {
    const { status, platforms } = nodeFacts(context, group, node);
    return {
      ...(node.Flags === null ? {} : { BuildkitdFlags: node.Flags }),
      ...(node.DriverOpts === null ? {} : { DriverOpts: node.DriverOpts }),
      Endpoint: node.Endpoint,
      Name: node.Name,
      ...(platforms.length === 0 ? {} : { Platforms: platforms.map((text) => text.replace('*', '')) }),
      Status: status,
      ...(status === 'running' ? { Version: BUILDKIT } : {}),
    };
  });
  return { Current: current, Driver: group.Driver, Dynamic: false, LastActivity: activity, Name: group.Name, Nodes: nodes };
}

const MAJOR = ['linux/amd64', 'linux/arm64', 'linux/arm', 'linux/ppc64le', 'linux/s390x', 'linux/riscv64', 'linux/mips64'];
const GROUPS = 4;

/** Platforms of one architecture as `linux/amd64 (+3)`, at most four architectures, those that matter most first. */
function shortPlatforms(platforms: readonly string[]): string {
  const kindOf = (text: string): string => {
    const parsed = parsePlatform(text.replace('*', ''));
    return parsed.ok ? `${parsed.value.os}/${parsed.value.architecture}` : text;
  };
  const groups = new Map<string, string[]>();
  const take = (kinds: readonly string[]): void => {
    for (const kind of kinds)
      if (groups.size < GROUPS && !groups.has(kind)) {
        const members = platforms.filter((text) => kindOf(text) === kind);
        if (members.length > 0) groups.set(kind, members);
      }
  };
  take(MAJOR);
  take(platforms.map(kindOf));
  const shown = [...groups].map(([kind, members]) => {
    if (members.length === 1) return members[0]!;
    return `${kind}${members.some((text) => text.endsWith('*')) ? '*' : ''} (+${members.length})`;
  });
  const left = platforms.length - [...groups.values()].reduce((sum, members) => sum + members.length, 0);
  return [...shown, ...(left > 0 ? [`(${left} more)`] : [])].join(', ');
}
