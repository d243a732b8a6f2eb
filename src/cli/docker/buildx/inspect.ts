import { type BuilderGroup, type BuilderNode, nodeContainer } from '../../../engine/builders/index.ts';
import type { Context } from '../../command.ts';
import { alignTabs } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { boot } from './boot.ts';
import { builderNamed, chosenBuilder, isContainer } from './choose.ts';
import { buildx } from './error.ts';
import { Instances } from './instances.ts';
import { nodeFacts } from './ls.ts';
import { BUILDKIT } from './version.ts';

/** `docker buildx inspect`. Source: docker/buildx commands/inspect.go. */
export const inspect: Command = {
  paths: ['buildx inspect', 'builder inspect'],
  *run(context, flags, args) {
    return yield* buildx(context, function* () {
      const name = args[0] ?? '';
      const group = name === '' ? chosenBuilder(context, flags) : builderNamed(context, name);
      if (flags.bool('bootstrap') && isContainer(group)) yield* boot(context, group);
      const activity = new Instances(context).activity(group.Name);
      const last = activity === undefined ? [] : [`Last Activity:\t${goDate(activity)}`];
      const nodes = group.Nodes.flatMap((node, i) => [...(i === 0 ? [] : ['']), ...nodeLines(context, group, node)]);
      const lines = [`Name:\t${group.Name}`, `Driver:\t${group.Driver}`, ...last, '', 'Nodes:', ...nodes];
      yield* context.out(alignTabs(`${lines.join('\n')}\n`, { minWidth: 0, padding: 1 }));
    });
  },
};

/** `2026-11-21 10:10:59 +0000 UTC`. */
const goDate = (seconds: number): string => `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC`;

function nodeLines(context: Context, group: BuilderGroup, node: BuilderNode): string[] {
  const { status, platforms } = nodeFacts(context, group, node);
  const running = status === 'running';
  const options = Object.entries(node.DriverOpts ?? {}).map(([key, value]) => `${key}=${JSON.stringify(value)}`);
  return [
    `Name:\t${node.Name}`,
    `Endpoint:\t${node.Endpoint}`,
    ...(options.length === 0 ? [] : [`Driver Options:\t${options.join(' ')}`]),
    `Status:\t${status}`,
    ...((node.Flags ?? []).length === 0 ? [] : [`BuildKit daemon flags:\t${node.Flags!.join(' ')}`]),
    ...(running ? [`BuildKit version:\t${BUILDKIT}`] : []),
    ...(platforms.length === 0 ? [] : [`Platforms:\t${platforms.join(', ')}`]),
    ...(running && isContainer(group) ? labels(context, node) : []),
    ...(running ? policy(isContainer(group)) : []),
  ];
}

function labels(context: Context, node: BuilderNode): string[] {
  const container = nodeContainer(context.daemon, node);
  const worker = {
    executor: 'oci',
    hostname: container?.config.Hostname || (container?.id.slice(0, 12) ?? ''),
    network: 'host',
    'oci.process-mode': 'sandbox',
    'selinux.enabled': 'false',
    snapshotter: 'overlayfs',
  };
  return ['Labels:', ...Object.entries(worker).map(([key, value]) => `\torg.mobyproject.buildkit.worker.${key}:\t${value}`)];
}

/** What is removed by itself, for a disk of 250 GB. */
function policy(container: boolean): string[] {
  const [most, reserved, max] = container ? ['488.3MiB', '9.313GiB', '93.13GiB'] : ['3.346GiB', '24.21GiB', '188.1GiB'];
  const space = [`\tReserved Space:\t${reserved}`, `\tMax Used Space:\t${max}`, '\tMin Free Space:\t47.5GiB'];
  return [
    'GC Policy rule#0:',
    '\tAll:\tfalse',
    '\tFilters:\ttype==source.local,type==exec.cachemount,type==source.git.checkout',
    '\tKeep Duration:\t48h0m0s',
    `\tMax Used Space:\t${most}`,
    'GC Policy rule#1:',
    '\tAll:\tfalse',
    '\tKeep Duration:\t1440h0m0s',
    ...space,
    'GC Policy rule#2:',
    '\tAll:\tfalse',
    ...space,
    'GC Policy rule#3:',
    '\tAll:\ttrue',
    ...space,
  ];
}
