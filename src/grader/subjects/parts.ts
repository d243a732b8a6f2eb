// The parts of images and containers that goals are about.
import type { Condition } from '../finding.ts';
import type { ContainerFacts, ImageFacts } from '../input/index.ts';
import type { SubjectKind } from './subject.ts';

type Pair = readonly [SubjectKind, string];

/** A layer of which every file counts. */
export const whole = (diffIDs: readonly string[]): readonly Pair[] =>
  diffIDs.flatMap((diffID): Pair[] => [
    ['layer', diffID],
    ['files', diffID],
  ]);

export const layers = (image: ImageFacts): readonly Pair[] => whole(image.layers.map(({ diffID }) => diffID));

/** Every field of its config. */
export const fields = ({ id }: ImageFacts): readonly Pair[] => [
  ['config', id],
  ['field', `${id} *`],
];

/** diffIDs of the layers that hold one of the paths, or take it away. */
export const holding = (image: ImageFacts, paths: readonly string[]): readonly string[] =>
  image.layers.filter((layer) => layer.entries().some((entry) => paths.includes(entry.path))).map(({ diffID }) => diffID);

/** The field of the config that a check is about, in the spec's spelling. */
export function fieldOf({ check, with: params }: Condition): string {
  if (check === 'config-healthcheck') return 'Healthcheck';
  if (check === 'image-platform') return 'Platform';
  if (check.includes('env')) return 'Env';
  if (check.includes('label')) return 'Labels';
  return String(params.field);
}

/** Where a path in a container lies: in the mount that is nearest to it, or in its own layer. */
export function at({ name, mounts }: ContainerFacts, path: string): Pair {
  const over = mounts.filter((mount) => path === mount.path || path.startsWith(`${mount.path}/`));
  const nearest = over.sort((a, b) => b.path.length - a.path.length)[0];
  return nearest === undefined ? ['own', name] : ['mount', `${name} ${nearest.path}`];
}
