// Problems underlined in the text, loaded with the first of them.
import { type Diagnostic, openLintPanel, setDiagnostics } from '@codemirror/lint';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { look } from './look-of-problems.ts';

/** Whether a file's state has their look already. */
const there = StateField.define<true>({ create: () => true, update: (value) => value });

function prepare(view: EditorView): void {
  if (!view.state.field(there, false)) view.dispatch({ effects: StateEffect.appendConfig.of([there, look]) });
}

export function underline(view: EditorView, diagnostics: readonly Diagnostic[]): void {
  prepare(view);
  view.dispatch(setDiagnostics(view.state, diagnostics));
}

export function openList(view: EditorView): void {
  prepare(view);
  openLintPanel(view);
}
