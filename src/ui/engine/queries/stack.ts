import type { ChainID } from '../../../engine/digest/index.ts';
import type { StackQueries } from '../../session/queries/stack.ts';
import { allLayerChanges } from '../view/index.ts';
import type { Answers } from './moment.ts';

export const answers: Answers<StackQueries> = {
  'stack.entries': ({ machine }, { chainID }) => {
    const store = machine.engine.images;
    const snapshot = store.snapshots.get(chainID as ChainID);
    if (snapshot === undefined) throw new Error('This layer is not there any more.');
    return allLayerChanges(store, snapshot);
  },
};
