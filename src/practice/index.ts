// Practice without end: generators that write questions about what the engine will say. A seed decides everything.
// Knows the quiz schema's types. Refuses to know the engine, the page, and which option is right: the engine says that.
import { hashOfPoints } from '../course/fnv.ts';
import { diff, exitCode, health, onbuild, outlives, port, state } from './generators/containers.ts';
import { addArchive, copyPath, dockerignore, owner, stages } from './generators/copying.ts';
import { cachedSteps, historyRows, layerCount, sizeAfter } from './generators/layers.ts';
import { danglingCount, distinctIds, fullName, prune, pushed, rmi } from './generators/names.ts';
import { entrypointPair, inheritedCmd, shellForm } from './generators/process.ts';
import { argAndEnv, argBeforeFrom, workdir } from './generators/variables.ts';
import { randomOf, shuffled } from './random.ts';
import type { Generator, Topic } from './sketch.ts';

export { type Draft, draftOf, readOf, settled } from './draft.ts';
export { type Generator, type Topic, topics } from './sketch.ts';

export const generators: readonly Generator[] = [
  layerCount,
  historyRows,
  sizeAfter,
  cachedSteps,
  argAndEnv,
  argBeforeFrom,
  workdir,
  shellForm,
  inheritedCmd,
  onbuild,
  copyPath,
  addArchive,
  dockerignore,
  owner,
  stages,
  entrypointPair,
  exitCode,
  state,
  diff,
  port,
  health,
  outlives,
  fullName,
  distinctIds,
  danglingCount,
  rmi,
  prune,
  pushed,
];

/** The `turn`th question of a visit: every generator of the topics comes once before one comes again. Undefined: no topic. */
export function questionOf(
  chosen: readonly Topic[],
  seed: number,
  turn: number,
): { readonly generator: Generator; readonly seed: number } | undefined {
  const list = generators.filter(({ topic }) => chosen.includes(topic));
  if (list.length === 0) return undefined;
  const round = Math.floor(turn / list.length);
  const order = shuffled(list, randomOf(hashOfPoints(`${seed}/${round}/${chosen.join()}`)));
  const generator = order[turn % list.length] as Generator;
  return { generator, seed: 1 + (hashOfPoints(`${seed}/${turn}/${generator.id}`) % 999_999) };
}
