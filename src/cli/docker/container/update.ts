import { defaultHostConfig, findContainer, type Update, updateContainer, verifyUpdate } from '../../../engine/daemon/container/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import type { ParsedFlags } from '../../flags/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { OptionError } from './option-error.ts';
import { restartPolicy } from './resource-options.ts';

const NAMES = [
  'blkio-weight',
  'cpu-period',
  'cpu-quota',
  'cpu-rt-period',
  'cpu-rt-runtime',
  'cpu-shares',
  'cpus',
  'cpuset-cpus',
  'cpuset-mems',
  'memory',
  'memory-reservation',
  'memory-swap',
  'pids-limit',
  'restart',
];

/** `docker update`. Source: docker/cli cli/command/container/update.go. */
export const update: Command = {
  paths: ['container update', 'update'],
  *run(context, flags, args) {
    const extra = ['kernel-memory'].filter((name) => flags.has(name));
    if (![...NAMES, ...extra].some((name) => flags.changed(name))) {
      yield* context.err('you must provide one or more flags when using this command\n');
      return 1;
    }
    let wanted: Update;
    try {
      wanted = updateFlags(flags);
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
      yield* context.err(`${error.message}\n`);
      return 1;
    }
    const errors: string[] = [];
    for (const ref of args) {
      try {
        verifyUpdate(defaultHostConfig, wanted);
        updateContainer(context.daemon, findContainer(context.daemon, ref), wanted);
        yield* context.out(`${ref}\n`);
      } catch (error) {
        if (!(error instanceof DockerError)) throw error;
        errors.push(daemonError(error));
      }
    }
    if (errors.length === 0) return 0;
    yield* context.err(`${errors.join('\n')}\n`);
    return 1;
  },
};

function updateFlags(flags: ParsedFlags): Update {
  const int = (flag: string, field: keyof Update): Update => (flags.changed(flag) ? { [field]: flags.int(flag) } : {});
  const text = (flag: string, field: keyof Update): Update => (flags.changed(flag) ? { [field]: flags.string(flag) } : {});
  return {
    ...int('memory', 'Memory'),
    ...int('memory-swap', 'MemorySwap'),
    ...int('memory-reservation', 'MemoryReservation'),
    ...int('cpu-shares', 'CpuShares'),
    ...int('cpu-period', 'CpuPeriod'),
    ...int('cpu-quota', 'CpuQuota'),
    ...int('blkio-weight', 'BlkioWeight'),
    ...(flags.changed('pids-limit') ? { PidsLimit: Math.max(0, flags.int('pids-limit')) } : {}),
    ...text('cpuset-cpus', 'CpusetCpus'),
    ...text('cpuset-mems', 'CpusetMems'),
    ...(flags.changed('cpus') ? { NanoCpus: Number(flags.nanos('cpus')) } : {}),
    ...(flags.changed('restart') && flags.string('restart') !== '' ? { RestartPolicy: restartPolicy(flags.string('restart')) } : {}),
  };
}
