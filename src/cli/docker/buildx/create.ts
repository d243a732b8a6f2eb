import type { BuilderGroup, BuilderNode } from '../../../engine/builders/index.ts';
import { generateName } from '../../../engine/daemon/container/index.ts';
import { formatPlatform, parsePlatform, platformOf } from '../../../engine/platform/index.ts';
import type { Context } from '../../command.ts';
import { csvRecord } from '../../flags/csv.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import type { Command } from '../command.ts';
import { boot } from './boot.ts';
import { BuildxError, buildx } from './error.ts';
import { Instances } from './instances.ts';

const NETWORK_HOST = '--allow-insecure-entitlement=network.host';
const DRIVERS = ['docker', 'docker-container', 'kubernetes', 'remote'];
const OPTIONS =
  /^(?:network|image|memory|memory-swap|cpu-period|cpu-quota|cpu-shares|cpuset-cpus|cpuset-mems|cgroup-parent|restart-policy|default-load|env\..+|provenance-add-gha|gpus)$/;

/** `docker buildx create`: writes a builder down, or a node of one. Source: docker/buildx commands/create.go, builder/builder.go Create. */
export const create: Command = {
  paths: ['buildx create', 'builder create'],
  *run(context, flags, args) {
    return yield* buildx(context, function* () {
      const instances = new Instances(context);
      if (flags.bool('leave')) return leave(instances, flags.string('name'), flags.string('node'));
      const { group, warning } = updated(context, instances, flags, args[0] ?? '');
      if (warning !== '') yield* context.err(warning);
      const original = instances.find(group.Name);
      instances.save(group);
      instances.touch(group.Name);
      const bad = group.Nodes.find(({ Endpoint }) => Endpoint !== instances.endpoint);
      if (bad !== undefined) {
        if (original === undefined) instances.remove(group.Name);
        else instances.save(original);
        const why = `Cannot connect to the Docker daemon at ${bad.Endpoint}. Is the docker daemon running?`;
        throw new BuildxError(`failed to initialize builder ${group.Name} (${bad.Name}): ${why}`);
      }
      if (flags.bool('use')) instances.use(group.Name, { global: false, asDefault: false });
      if (flags.bool('bootstrap')) yield* boot(context, group);
      yield* context.out(`${group.Name}\n`);
    });
  },
};

function leave(instances: Instances, name: string, node: string): void {
  if (name === '') throw new BuildxError('leave requires instance name');
  if (node === '') throw new BuildxError('leave requires node name');
  const group = instances.find(name);
  if (group === undefined) throw new BuildxError(`failed to find instance ${JSON.stringify(name)} for leave`);
  if (!group.Nodes.some(({ Name }) => Name === node)) throw new BuildxError(`node ${JSON.stringify(node)} not found for ${group.Name}`);
  if (group.Nodes.length === 1) throw new BuildxError('can not leave last node, do you want to rm instance instead?');
  instances.save({ ...group, Nodes: group.Nodes.filter(({ Name }) => Name !== node) });
}

function updated(context: Context, instances: Instances, flags: ParsedFlags, endpoint: string): { group: BuilderGroup; warning: string } {
  const given = flags.string('name');
  const append = flags.bool('append');
  if (given === 'default') throw new BuildxError('default is a reserved name and cannot be used to identify builder instance');
  if (append && given === '') throw new BuildxError('append requires a builder name');
  const name = validName(given === '' ? freeName(context, instances) : given);
  const known = instances.find(name);
  if (append && known === undefined) throw new BuildxError(`failed to find instance ${JSON.stringify(given)} for append`);
  const driver = flags.string('driver') || known?.Driver || 'docker-container';
  if (known !== undefined && flags.string('node') === '' && !append)
    throw new BuildxError(
      `existing instance for ${JSON.stringify(given)} but no append mode, specify the node name to make changes for existing instances`,
    );
  if (known !== undefined && driver !== known.Driver)
    throw new BuildxError(`existing instance for ${JSON.stringify(given)} but has mismatched driver ${JSON.stringify(known.Driver)}`);
  if (!DRIVERS.includes(driver)) throw new BuildxError(`failed to find driver ${JSON.stringify(driver)}`);
  if (driver === 'docker') throw new BuildxError('additional instances of driver "docker" cannot be created');
  const options = driverOptions(flags.list('driver-opt'));
  if (driver === 'remote' && endpoint === '' && !context.env('BUILDKIT_HOST')) throw new BuildxError('no remote endpoint provided');
  if (driver !== 'docker-container') throw new BuildxError(`strata: the driver ${JSON.stringify(driver)} is not simulated`);
  if (flags.string('buildkitd-config') !== '') throw new BuildxError('strata: --buildkitd-config is not simulated');
  const node = nodeOf(instances, flags, options, endpoint);
  const { group, warning } = withNode(known ?? { Name: name, Driver: driver, Nodes: [], Dynamic: false }, node, flags, endpoint !== '');
  for (const key of Object.keys(options ?? {}))
    if (!OPTIONS.test(key))
      throw new BuildxError(
        `failed to initialize builder ${name} (${node.Name || `${name}0`}): invalid driver option ${key} for docker-container driver`,
      );
  return { group, warning };
}

function freeName(context: Context, instances: Instances): string {
  for (;;) {
    const name = generateName(context.daemon, context.daemon.newID());
    if (instances.find(name) === undefined) return name;
  }
}

function validName(name: string): string {
  if (!/^[a-zA-Z][a-zA-Z0-9.\-_]*$/.test(name))
    throw new BuildxError(`invalid name ${name}, name needs to start with a letter and may not contain symbols, except ._-`);
  return name;
}

function driverOptions(list: readonly string[]): Record<string, string> | null {
  if (list.length === 0) return null;
  const out: Record<string, string> = {};
  for (const item of list) {
    const record = csvRecord(item);
    if ('error' in record) throw new BuildxError(record.error);
    for (const field of record.fields) {
      const equals = field.indexOf('=');
      if (equals < 0) throw new BuildxError(`invalid value ${JSON.stringify(field)}, expecting k=v`);
      out[field.slice(0, equals)] = field.slice(equals + 1);
    }
  }
  return out;
}

function nodeOf(instances: Instances, flags: ParsedFlags, options: Record<string, string> | null, endpoint: string): BuilderNode {
  const platforms = flags.list('platform').flatMap((item) => item.split(','));
  const daemon = flags
    .string('buildkitd-flags')
    .split(/\s+/)
    .filter((word) => word !== '');
  const hasNetwork = daemon.some((word) => word.startsWith('--allow-insecure-entitlement') && word.includes('network.host'));
  return {
    Name: flags.string('node'),
    Endpoint: endpoint === '' || endpoint === 'default' ? instances.endpoint : endpoint,
    Platforms: platforms.length === 0 ? null : platforms.filter((item) => item !== '').map(platform),
    DriverOpts: options,
    Flags: hasNetwork ? daemon : [...daemon, NETWORK_HOST],
    Files: null,
  };
}

function platform(text: string): { architecture: string; os: string; variant?: string } {
  const parsed = parsePlatform(text.trim());
  if (!parsed.ok) throw new BuildxError(parsed.error);
  const { architecture, os, variant } = platformOf(parsed.value);
  return { architecture, os, ...(variant === '' ? {} : { variant }) };
}

/** store/nodegroup.go Update. */
function withNode(
  group: BuilderGroup,
  node: BuilderNode,
  flags: ParsedFlags,
  endpointGiven: boolean,
): { group: BuilderGroup; warning: string } {
  const at = group.Nodes.findIndex(({ Name }) => Name === node.Name);
  if (at < 0 && !flags.bool('append') && group.Nodes.length > 0)
    throw new BuildxError(`node ${node.Name} not found, did you mean to append?`);
  if (at >= 0) {
    const old = group.Nodes[at]!;
    const changed = {
      ...old,
      ...(endpointGiven ? { Endpoint: node.Endpoint } : {}),
      ...(node.Platforms === null ? {} : { Platforms: node.Platforms }),
      ...(node.DriverOpts === null ? {} : { DriverOpts: node.DriverOpts }),
      Flags: node.Flags,
    };
    return {
      group: checked({ ...group, Nodes: group.Nodes.with(at, changed) }, at),
      warning: 'WARNING: new settings may not be used until builder is restarted\n',
    };
  }
  const name = validName(node.Name || nextNode(group)).toLowerCase();
  const Nodes = [...group.Nodes, { ...node, Name: name }];
  return { group: checked({ ...group, Nodes }, Nodes.length - 1), warning: '' };
}

function nextNode({ Name, Nodes }: BuilderGroup): string {
  for (let i = 0; ; i++) if (!Nodes.some((node) => node.Name === `${Name}${i}`)) return `${Name}${i}`;
}

/** Two nodes cannot be on one endpoint; a platform belongs to the node it was given to last. */
function checked(group: BuilderGroup, at: number): BuilderGroup {
  const { Endpoint, Platforms } = group.Nodes[at]!;
  if (group.Nodes.filter((node) => node.Endpoint === Endpoint).length > 1) throw new BuildxError(`invalid duplicate endpoint ${Endpoint}`);
  const taken = new Set((Platforms ?? []).map((item) => formatPlatform(platformOf(item), false)));
  const Nodes = group.Nodes.map((node, i) =>
    i === at || node.Platforms === null
      ? node
      : { ...node, Platforms: node.Platforms.filter((item) => !taken.has(formatPlatform(platformOf(item), false))) },
  );
  return { ...group, Nodes };
}
