// CodeMirror with our look, loaded when a file is first opened. Tab is left alone, so the keyboard can always leave.
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { dockerFile } from '@codemirror/legacy-modes/mode/dockerfile';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, highlightActiveLineGutter, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Language } from './language.ts';

const modes: Readonly<Record<Language, Extension>> = {
  dockerfile: StreamLanguage.define(dockerFile),
  shell: StreamLanguage.define(shell),
  yaml: yaml(),
  plain: [],
};

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--ink)', fontWeight: '680' },
  { tag: [tags.string, tags.special(tags.string)], color: 'var(--a2)' },
  { tag: [tags.variableName, tags.definition(tags.variableName), tags.propertyName], color: 'var(--a5)' },
  { tag: [tags.attributeName, tags.number, tags.atom, tags.standard(tags.variableName)], color: 'var(--a4)' },
  { tag: tags.comment, color: 'var(--muted)', fontStyle: 'italic' },
]);

const look = EditorView.theme({
  '&': { height: '100%', fontSize: '14px', backgroundColor: 'var(--sheet)', color: 'var(--ink)' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '26px', fontVariantLigatures: 'none' },
  '.cm-content': { padding: '8px 0', caretColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--sheet)', color: 'var(--muted)', border: '0', fontSize: '13px', minWidth: '40px' },
  '.cm-lineNumbers .cm-gutterElement': { padding: '0 14px 0 8px' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in oklab, var(--panel) 70%, transparent)' },
  '&.cm-focused': { outline: '2px solid var(--accent)', outlineOffset: '-2px' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': { backgroundColor: 'var(--accent-wash) !important' },
  '.cm-panels': { backgroundColor: 'var(--panel)', color: 'var(--ink)' },
});

export interface CodeEditor {
  show(text: string, language: Language, label: string): void;
  text(): string;
  focus(): void;
  dispose(): void;
}

export function createEditor(parent: HTMLElement, onChange: (text: string) => void): CodeEditor {
  let quiet = false;
  const view = new EditorView({ parent });
  const state = (doc: string, language: Language, label: string) =>
    EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        highlightActiveLine(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        highlightSelectionMatches(),
        syntaxHighlighting(colours),
        modes[language],
        look,
        EditorState.tabSize.of(4),
        EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', autocapitalize: 'off' }),
        keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !quiet) onChange(update.state.doc.toString());
        }),
      ],
    });
  return {
    show: (text, language, label) => {
      quiet = true;
      view.setState(state(text, language, label));
      quiet = false;
    },
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    dispose: () => view.destroy(),
  };
}
