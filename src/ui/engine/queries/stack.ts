import type { StackQueries } from '../../session/queries/stack.ts';
import { allLayerChanges } from '../view/index.ts';
import { writableChanges } from '../view/writable.ts';
import type { Answers } from './moment.ts';
import { findText } from './stack/find.ts';
import { historyOf } from './stack/history.ts';
import { look } from './stack/look.ts';
import { containerAt, layerAt, layersOf } from './stack/subject.ts';

export const answers: Answers<StackQueries> = {
  'stack.entries': ({ machine }, ask) => {
    const store = machine.engine.images;
    if ('chainID' in ask) return allLayerChanges(store, layerAt(machine, ask.chainID));
    const container = containerAt(machine, ask.container);
    return writableChanges(store, container, container.tree).changes;
  },
  'stack.blame': ({ machine }, { path, ...subject }) => historyOf(layersOf(machine, subject), path),
  'stack.read': ({ machine }, ask) => {
    const tree = 'chainID' in ask ? layerAt(machine, ask.chainID).tree : containerAt(machine, ask.container).tree;
    return look(tree, ask.path);
  },
  'stack.find': ({ machine }, { text, ...subject }) => findText(layersOf(machine, subject), text),
};
