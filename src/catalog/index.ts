// The catalogue's compiled parts, as the engine's Hub takes them.
// Knows where the generated files are; refuses to know how they were made and what they mean.
import type { HubEntry, HubPart, HubSource, OtherFacts } from '../engine/hub/index.ts';
import type { Loader } from '../engine/kernel/index.ts';
import { index, loaders } from './generated/loaders.ts';

/** Docker Hub as content/catalog has it. */
export const catalog: HubSource = {
  index: index as Loader<readonly HubEntry[]>,
  part: (name) => loaders[name] as Loader<HubPart> | undefined,
  others: (name) => loaders[`${name}.others`] as Loader<OtherFacts> | undefined,
};
