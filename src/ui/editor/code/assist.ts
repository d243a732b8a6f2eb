// What helps while one types: the list of completions and brackets that close themselves. Loaded with the first key in the editor.
import { autocompletion, type CompletionSource, closeBrackets, closeBracketsKeymap, startCompletion } from '@codemirror/autocomplete';
import { Prec, StateEffect, StateField } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { look } from './look-of-list.ts';

/** Whether a file's state has it already. */
const there = StateField.define<true>({ create: () => true, update: (value) => value });

export function assist(view: EditorView, complete: CompletionSource): void {
  if (view.state.field(there, false)) return;
  const list = autocompletion({ override: [complete], icons: false, maxRenderedOptions: 60, tooltipClass: () => 'ed-complete' });
  const brackets = Prec.high([closeBrackets(), keymap.of(closeBracketsKeymap)]);
  view.dispatch({ effects: StateEffect.appendConfig.of([there, list, brackets, look]) });
}

export { startCompletion };
