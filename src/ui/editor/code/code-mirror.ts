// CodeMirror, loaded when a file is first opened: one view, a state for each open file, and what the rest of the editor asks of it.
import type { CompletionSource } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import type { Diagnostic } from '@codemirror/lint';
import { Compartment, EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  type HoverTooltipSource,
  highlightActiveLine,
  highlightActiveLineGutter,
  hoverTooltip,
  keymap,
  lineNumbers,
  tooltips,
} from '@codemirror/view';
import type { Locale } from '../../../i18n/index.ts';
import type { Edit } from '../../session/queries/editor.ts';
import { type Language, languageOf } from './language.ts';
import { look, phrases } from './look.ts';
import { markedLines, setMarked } from './marked-lines.ts';
import { modeOf } from './modes.ts';
import { bracketMatching, indentUnit } from './syntax/index.ts';

export type { Diagnostic } from '@codemirror/lint';

/** What the editor tells and asks. Texts have `\n` line ends. */
interface EditorHooks {
  changed(id: string, text: string): void;
  /** The cursor stands on another line or column; `byHand`: someone moved it. */
  moved(line: number, column: number, byHand: boolean): void;
  save(): void;
  build(): void;
  /** F8, Shift-F8, Ctrl-.: in the list of problems. */
  problem(step: 1 | -1 | 0): boolean;
  complete: CompletionSource;
  hover: HoverTooltipSource;
}

export interface CodeEditor {
  /** Shows a file; one that was shown before comes back with its cursor and history. */
  show(id: string, path: string, text: string, label: string): void;
  /** Another text from outside; the cursor stays where it can. */
  replace(text: string): void;
  problems(diagnostics: readonly Diagnostic[]): void;
  marked(lines: readonly { readonly line: number; readonly endLine: number }[]): void;
  edit(edits: readonly Edit[]): void;
  jump(from: number, to: number): void;
  /** Offset of the cursor. */
  cursor(): number;
  text(): string;
  forget(id: string): void;
  renamed(from: string, to: string): void;
  focus(): void;
  dispose(): void;
}

const unitOf = (language: Language): string => (language === 'python' ? '    ' : language === 'go' ? '\t' : '  ');

export function createEditor(parent: HTMLElement, locale: Locale, hooks: EditorHooks): CodeEditor {
  const states = new Map<string, EditorState>();
  // What floats is inside the page's landmarks, takes no place there, and is out of the panes that would cut it off.
  const float = document.createElement('div');
  float.className = 'ed-float';
  (parent.closest('.lab') ?? document.body).append(float);
  let shown = '';
  let quiet = false;
  let gone = false;
  let assistance: typeof import('./assist.ts') | undefined;
  let fetching = false;
  let lint: typeof import('./lint.ts') | undefined;
  let underlining = 0;
  const mode = new Compartment();
  const onSave = () => {
    hooks.save();
    return true;
  };
  const onBuild = () => {
    hooks.build();
    return true;
  };
  const common: Extension = [
    lineNumbers(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    history(),
    drawSelection(),
    bracketMatching,
    hoverTooltip(hooks.hover, { hoverTime: 350 }),
    tooltips({ parent: float }),
    markedLines,
    look,
    EditorState.tabSize.of(4),
    EditorState.phrases.of(phrases(locale)),
    keymap.of([
      { key: 'Mod-s', run: onSave, preventDefault: true },
      { key: 'Mod-Enter', run: onBuild, preventDefault: true },
      { key: 'F8', run: () => hooks.problem(1), shift: () => hooks.problem(-1) },
      { key: 'Mod-.', run: () => hooks.problem(0) },
      {
        key: 'Mod-f',
        run: (view) => {
          void import('./search.ts').then(({ openSearch }) => openSearch(view));
          return true;
        },
        preventDefault: true,
      },
      {
        // Behind Escape the next Tab leaves the editor.
        key: 'Escape',
        run: (view) => {
          view.setTabFocusMode(2000);
          return false;
        },
      },
      {
        key: 'Mod-Shift-m',
        run: (view) => {
          void import('./lint.ts').then(({ openList }) => openList(view));
          return true;
        },
        preventDefault: true,
      },
      ...historyKeymap,
      ...defaultKeymap,
      indentWithTab,
    ]),
    EditorView.domEventHandlers({ keydown: (event) => void help(event) }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged && !quiet) hooks.changed(shown, update.state.doc.toString());
      if (!update.selectionSet && !update.docChanged) return;
      const { head } = update.state.selection.main;
      const line = update.state.doc.lineAt(head);
      const byHand = update.transactions.some((one) => one.isUserEvent('select') || one.isUserEvent('input') || one.isUserEvent('delete'));
      hooks.moved(line.number, head - line.from + 1, byHand);
    }),
  ];
  const view = new EditorView({ parent });

  /** Fetched with the first key; what was typed until it is there is completed then. */
  async function help({ key, ctrlKey }: KeyboardEvent): Promise<void> {
    if (assistance || fetching) return;
    fetching = true;
    try {
      const text = view.state.doc;
      assistance = await import('./assist.ts');
      if (gone) return;
      assistance.assist(view, hooks.complete);
      const { head } = view.state.selection.main;
      const typed = view.state.doc !== text && /[\w$./:-]/.test(view.state.sliceDoc(head - 1, head));
      if (typed || (ctrlKey && key === ' ')) assistance.startCompletion(view);
    } catch {
      // Not to be had now: the next key asks again.
    } finally {
      fetching = false;
    }
  }
  /** A text without problems does not need what underlines them. */
  async function underline(diagnostics: readonly Diagnostic[]): Promise<void> {
    const mine = ++underlining;
    if (diagnostics.length === 0 && !lint) return;
    const { doc } = view.state;
    lint ??= await import('./lint.ts');
    if (mine === underlining && view.state.doc === doc) lint.underline(view, diagnostics);
  }

  function stateFor(path: string, text: string, label: string): EditorState {
    const language = languageOf(path);
    const colour = modeOf(language);
    if (colour instanceof Promise) {
      const id = shown;
      void colour.then((loaded) => {
        if (shown === id) view.dispatch({ effects: mode.reconfigure(loaded) });
        else states.delete(id);
      });
    }
    return EditorState.create({
      doc: text,
      extensions: [
        common,
        mode.of(colour instanceof Promise ? [] : colour),
        indentUnit.of(unitOf(language)),
        EditorView.contentAttributes.of({
          'aria-label': label,
          spellcheck: 'false',
          autocapitalize: 'off',
          autocorrect: 'off',
          tabindex: '0',
        }),
      ],
    });
  }
  function replace(text: string): void {
    const now = view.state.doc.toString();
    if (now === text) return;
    // Only what differs, so that cursor and folds stay.
    let from = 0;
    while (from < now.length && from < text.length && now[from] === text[from]) from++;
    let end = 0;
    while (end < now.length - from && end < text.length - from && now[now.length - 1 - end] === text[text.length - 1 - end]) end++;
    quiet = true;
    view.dispatch({ changes: { from, to: now.length - end, insert: text.slice(from, text.length - end) } });
    quiet = false;
  }

  return {
    show: (id, path, text, label) => {
      if (shown !== '') states.set(shown, view.state);
      shown = id;
      const kept = states.get(id);
      quiet = true;
      view.setState(kept ?? stateFor(path, text, label));
      assistance?.assist(view, hooks.complete);
      quiet = false;
      replace(text);
      const { head } = view.state.selection.main;
      const line = view.state.doc.lineAt(head);
      hooks.moved(line.number, head - line.from + 1, false);
    },
    replace,
    problems: (diagnostics) => void underline(diagnostics).catch(() => {}),
    marked: (lines) => view.dispatch({ effects: setMarked.of(lines) }),
    edit: (edits) => {
      const changes = edits.map(({ from, to, insert }) => ({ from, to, insert }));
      view.dispatch({ changes, userEvent: 'input.fix', scrollIntoView: true });
    },
    jump: (from, to) => {
      const most = view.state.doc.length;
      view.dispatch({
        selection: { anchor: Math.min(from, most), head: Math.min(to, most) },
        effects: EditorView.scrollIntoView(Math.min(from, most), { y: 'center' }),
      });
    },
    cursor: () => view.state.selection.main.head,
    text: () => view.state.doc.toString(),
    forget: (id) => {
      states.delete(id);
      if (shown === id) shown = '';
    },
    renamed: (from, to) => {
      const kept = states.get(from);
      states.delete(from);
      if (kept) states.set(to, kept);
      if (shown === from) shown = to;
    },
    focus: () => view.focus(),
    dispose: () => {
      gone = true;
      view.destroy();
      float.remove();
    },
  };
}
