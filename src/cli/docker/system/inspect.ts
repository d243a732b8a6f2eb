import { containerSize, containerTree, findContainer } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Step } from '../../../engine/kernel/index.ts';
import type { Context } from '../../command.ts';
import { type Inspected, type Json, typedValue } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { containerJson } from '../container/json.ts';
import { daemonError } from '../daemon-error.ts';
import { inspectImage } from '../image/inspect.ts';
import { inspectNetwork } from '../network/index.ts';
import { printInspected } from '../print-inspected.ts';
import { inspectVolume } from '../volume/inspect.ts';

type Found = Inspected | { readonly error: string };

const TYPES = ['config', 'container', 'image', 'network', 'node', 'plugin', 'secret', 'service', 'task', 'volume'];
const ANY = `must be one of ${TYPES.map((type) => JSON.stringify(type)).join(', ')}`;

/** A container for `docker inspect`, with its sizes when they are asked for. */
export function inspectContainer(context: Context, name: string, size: boolean): Found {
  if (name === '') return { error: 'invalid container name or ID: value is empty' };
  try {
    const container = findContainer(context.daemon, name);
    const raw = containerJson(context.daemon, container) as Readonly<Record<string, Json>>;
    const sized = size ? withSizes(context, container, raw) : raw;
    return { raw: sized, typed: typedValue('container.InspectResponse', sized) };
  } catch (error) {
    if (error instanceof DockerError) return { error: daemonError(error) };
    throw error;
  }
}

function withSizes(context: Context, container: ReturnType<typeof findContainer>, raw: Readonly<Record<string, Json>>): Json {
  const own = containerSize(context.daemon, container);
  let root = 0;
  for (const [, inode] of containerTree(context.daemon, container).walk()) if (inode.kind === 'file') root += inode.body.size;
  const entries = Object.entries(raw);
  const at = entries.findIndex(([key]) => key === 'Mounts');
  return Object.fromEntries([...entries.slice(0, at), ['SizeRw', own], ['SizeRootFs', root], ...entries.slice(at)]);
}

/** `docker inspect`: whatever has that name, containers first. Source: docker/cli cli/command/system/inspect.go. */
export const inspect: Command = {
  paths: ['inspect'],
  *run(context, flags, args) {
    const type = flags.string('type');
    if (flags.changed('type') && !TYPES.includes(type)) {
      yield* context.err(type === '' ? `type is empty: ${ANY}\n` : `unknown type: ${JSON.stringify(type)}: ${ANY}\n`);
      return 1;
    }
    if (['config', 'node', 'secret', 'service', 'task', 'plugin'].includes(type)) {
      yield* context.err(`strata: "docker inspect --type ${type}" is not simulated; docs/differences.md lists what is\n`);
      return 1;
    }
    const results: Found[] = [];
    for (const name of args) results.push(yield* find(context, type, name, flags.bool('size')));
    return yield* printInspected(context, flags.string('format'), results);
  },
};

/** `docker container inspect`. */
export const containerInspect: Command = {
  paths: ['container inspect'],
  *run(context, flags, args) {
    const results = args.map((name) => inspectContainer(context, name, flags.bool('size')));
    return yield* printInspected(context, flags.string('format'), results);
  },
};

function* find(context: Context, type: string, name: string, size: boolean): Step<Found> {
  if (type === 'container') return inspectContainer(context, name, size);
  if (type === 'image' || type === 'volume' || type === 'network') {
    if (size) yield* context.err(`WARNING: --size ignored for ${type}\n`);
    return ofType(context, type, name);
  }
  const container = inspectContainer(context, name, size);
  if (!isMissing(container)) return container;
  for (const kind of ['image', 'network', 'volume'] as const) {
    const found = ofType(context, kind, name);
    if (isMissing(found)) continue;
    if (size && !('error' in found)) yield* context.err(`WARNING: --size ignored for ${kind}\n`);
    return found;
  }
  return { error: `Error: No such object: ${name}` };
}

function ofType(context: Context, type: 'image' | 'volume' | 'network', name: string): Found {
  if (type === 'image') return inspectImage(context, name);
  if (type === 'volume') return inspectVolume(context, name);
  return inspectNetwork(context, name);
}

const isMissing = (found: Found): boolean =>
  'error' in found && /No such (container|image): |no such volume|network .* not found|invalid reference format/.test(found.error);
