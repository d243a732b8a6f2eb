// What a finding says, in English: one file a group of checks. `{count:image:images}` stands for the number and the word that goes with it.
import { build } from './build.ts';
import { command } from './command.ts';
import { container } from './container.ts';
import { host } from './host.ts';
import { image } from './image.ts';
import { registry } from './registry.ts';
import { run } from './run.ts';
import { volume } from './volume.ts';

export const en = {
  met: 'As wanted.',
  'machine-missing': 'There is no machine named `{machine}`.',
  ...image,
  ...container,
  ...run,
  ...command,
  ...volume,
  ...registry,
  ...build,
  ...host,
} as const;

export type FindingKey = keyof typeof en;

/** The groups by themselves: no two name a sentence alike. */
export const groups = [image, container, run, command, volume, registry, build, host];
