// What one step of indentation is made of.
import { type EditorState, Facet } from '@codemirror/state';

export const indentUnit = Facet.define<string, string>({ combine: ([first]) => first ?? '  ' });

/** Columns of one unit. */
export function getIndentUnit(state: EditorState): number {
  const unit = state.facet(indentUnit);
  return unit.startsWith('\t') ? state.tabSize * unit.length : unit.length;
}

export function indentString(state: EditorState, columns: number): string {
  if (!state.facet(indentUnit).startsWith('\t')) return ' '.repeat(columns);
  return '\t'.repeat(Math.floor(columns / state.tabSize)) + ' '.repeat(columns % state.tabSize);
}
