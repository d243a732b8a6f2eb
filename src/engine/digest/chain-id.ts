import { sha256 } from './sha256.ts';
import type { ChainID, DiffID } from './types.ts';

/** ChainID of `layer` on top of `parent` (image-spec config.md, "Layer ChainID"); the lowest layer's ChainID is its DiffID. */
export function chainID(parent: ChainID | undefined, layer: DiffID): ChainID {
  return (parent === undefined ? layer : sha256(`${parent} ${layer}`)) as unknown as ChainID;
}

/** ChainIDs of a stack, lowest layer first: one for each layer. */
export function chainIDs(layers: readonly DiffID[]): ChainID[] {
  const chain: ChainID[] = [];
  for (const layer of layers) chain.push(chainID(chain.at(-1), layer));
  return chain;
}
