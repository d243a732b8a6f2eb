import type { Volume } from '../../../engine/container/index.ts';
import { rfc3339 } from '../../../engine/daemon/index.ts';
import { findVolume } from '../../../engine/daemon/volume/index.ts';
import { DockerError } from '../../../engine/errors/index.ts';
import { sortedKeys } from '../../../engine/image/index.ts';
import type { Context } from '../../command.ts';
import { type Inspected, typedValue } from '../../format/index.ts';
import type { Command } from '../command.ts';
import { daemonError } from '../daemon-error.ts';
import { printInspected } from '../print-inspected.ts';

/** Where a volume's files are on the engine's host. */
export const mountpoint = (name: string): string => `/var/lib/docker/volumes/${name}/_data`;

/** A volume for `docker inspect`. */
export function inspectedVolume(volume: Volume): Inspected {
  const { name, driver, labels, options, created } = volume;
  const raw = {
    CreatedAt: rfc3339(Math.floor(created)),
    Driver: driver,
    Labels: labels === null ? null : sortedKeys(labels),
    Mountpoint: mountpoint(name),
    Name: name,
    Options: options === null ? null : sortedKeys(options),
    Scope: 'local',
  };
  return { raw, typed: typedValue('volume.Volume', raw) };
}

export function inspectVolume(context: Context, name: string): Inspected | { readonly error: string } {
  try {
    return inspectedVolume(findVolume(context.daemon, name));
  } catch (error) {
    if (error instanceof DockerError) return { error: daemonError(error) };
    throw error;
  }
}

/** `docker volume inspect`. */
export const inspect: Command = {
  paths: ['volume inspect'],
  *run(context, flags, args) {
    return yield* printInspected(
      context,
      flags.string('format'),
      args.map((name) => inspectVolume(context, name)),
    );
  },
};
