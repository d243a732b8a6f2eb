import type { BuilderGroup, BuilderNode } from '../../../engine/builders/index.ts';
import type { Context } from '../../command.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import { BuildxError } from './error.ts';
import { Instances } from './instances.ts';

/** The builder that is the engine's own BuildKit. */
export const DEFAULT: BuilderGroup = {
  Name: 'default',
  Driver: 'docker',
  Nodes: [{ Name: 'default', Endpoint: 'default', Platforms: null, DriverOpts: null, Flags: null, Files: null }],
  Dynamic: false,
};

/** A builder by name; empty is the current one. Throws BuildxError. */
export function builderNamed(context: Context, name: string): BuilderGroup {
  const instances = new Instances(context);
  if (name === '') return instances.current() ?? DEFAULT;
  const found = instances.find(name) ?? (name === 'default' ? DEFAULT : undefined);
  if (found === undefined) throw new BuildxError(`no builder ${JSON.stringify(name)} found`);
  return found;
}

/**
 * The builder of a command: `--builder`, else BUILDX_BUILDER, else the current one; docker's own names (`docker build`, `docker builder …`) stand
 * for the engine's own instead. Throws BuildxError. Source: docker/cli cmd/docker/builder.go.
 */
export function chosenBuilder(context: Context, flags: ParsedFlags): BuilderGroup {
  return builderNamed(
    context,
    flags.changed('builder') ? flags.string('builder') : context.env('BUILDX_BUILDER') || flags.string('builder'),
  );
}

export const isContainer = ({ Driver }: BuilderGroup): boolean => Driver === 'docker-container';

/** A builder's first node. */
export const firstNode = ({ Nodes }: BuilderGroup): BuilderNode => Nodes[0]!;
