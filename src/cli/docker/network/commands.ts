import { findNetwork } from '../../../engine/daemon/container/index.ts';
import { connectNetwork, createNetwork, disconnectNetwork, pruneNetworks, removeNetwork } from '../../../engine/daemon/network/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { Context } from '../../command.ts';
import { type Inspected, typedValue } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { confirm } from '../confirm.ts';
import { daemonError } from '../daemon-error.ts';
import { printInspected } from '../print-inspected.ts';
import { networkJson } from './json.ts';
import { poolOptions } from './pool-options.ts';

/** `docker network create`. Source: docker/cli cli/command/network/create.go. */
export const create: Command = {
  paths: ['network create'],
  *run(context, flags, args) {
    if (flags.string('scope') === 'swarm') throw new DockerError('System', 'cannot create a swarm scoped network when swarm is not active');
    if (flags.bool('ingress')) throw new DockerError('System', 'Ingress network can only be global scope network');
    const unknown = ['config-from', 'config-only', 'ipv6'].find((name) => flags.changed(name));
    if (unknown !== undefined) throw new DockerError('NotSimulated', `--${unknown}: such networks are not simulated`);
    const pool = poolOptions(flags);
    if (typeof pool === 'string') {
      yield* context.err(`${pool}\n`);
      return 1;
    }
    const network = createNetwork(context.daemon, {
      name: args[0]!,
      driver: flags.string('driver'),
      labels: Object.fromEntries(flags.map('label')),
      options: Object.fromEntries(flags.map('opt')),
      internal: flags.bool('internal'),
      attachable: flags.bool('attachable'),
      ...pool,
    });
    yield* context.out(`${network.id}\n`);
    return 0;
  },
};

/** `docker network rm`. */
export const rm: Command = {
  paths: ['network rm', 'network remove'],
  *run(context, flags, args) {
    let failed = false;
    for (const name of args) {
      try {
        removeNetwork(context.daemon, name);
        yield* context.out(`${name}\n`);
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
        if (flags.bool('force') && error.code === 'NotFound') continue;
        failed = true;
        yield* context.err(`${daemonError(error)}\n`);
      }
    }
    if (failed) yield* context.err('exit status 1\n');
    return failed ? 1 : 0;
  },
};

/** A network for `docker inspect`. */
export function inspectNetwork(context: Context, name: string): Inspected | { readonly error: string } {
  try {
    const raw = networkJson(context.daemon, findNetwork(context.daemon, name));
    return { raw, typed: typedValue('network.Inspect', raw) };
  } catch (error) {
    if (error instanceof DockerError) return { error: daemonError(error) };
    throw error;
  }
}

/** `docker network inspect`. */
export const inspect: Command = {
  paths: ['network inspect'],
  *run(context, flags, args) {
    const found = args.map((name) => inspectNetwork(context, name));
    return yield* printInspected(context, flags.string('format'), found);
  },
};

/** `docker network connect`. */
export const connect: Command = {
  paths: ['network connect'],
  *run(context, flags, args) {
    yield* [];
    const address = flags.string('ip');
    const links = flags.list('link');
    connectNetwork(context.daemon, args[0]!, args[1]!, {
      aliases: flags.list('alias'),
      ...(address === '' ? {} : { ipam: { IPv4Address: address } }),
      ...(links.length === 0 ? {} : { links }),
      gwPriority: flags.int('gw-priority'),
      driverOpts: Object.fromEntries(flags.list('driver-opt').map((item) => item.split('=', 2) as [string, string])),
    });
    return 0;
  },
};

/** `docker network disconnect`. */
export const disconnect: Command = {
  paths: ['network disconnect'],
  *run(context, _flags, args) {
    yield* [];
    disconnectNetwork(context.daemon, args[0]!, args[1]!);
    return 0;
  },
};

/** `docker network prune`. */
export const prune: Command = {
  paths: ['network prune'],
  *run(context, flags) {
    const warning = 'WARNING! This will remove all custom networks not used by at least one container.';
    if (!flags.bool('force') && !(yield* confirm(context, warning))) return 0;
    const removed = pruneNetworks(context.daemon, flags.filters());
    if (removed.length > 0) yield* context.out(`Deleted Networks:\n${removed.join('\n')}\n\n`);
    return 0;
  },
};
