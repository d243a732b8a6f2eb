// Finding and replacing in a file, loaded when first asked for.
import { highlightSelectionMatches, openSearchPanel, search, searchKeymap } from '@codemirror/search';
import { StateEffect, StateField } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { look } from './look-of-search.ts';

/** Whether a file's state has it already. */
const there = StateField.define<true>({ create: () => true, update: (value) => value });

export function openSearch(view: EditorView): void {
  if (view.state.field(there, false) === undefined)
    view.dispatch({
      effects: StateEffect.appendConfig.of([there, search({ top: true }), highlightSelectionMatches(), keymap.of(searchKeymap), look]),
    });
  openSearchPanel(view);
}
