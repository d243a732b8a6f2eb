// Lines that made what is chosen in a picture.
import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';

export const setMarked = StateEffect.define<readonly { readonly line: number; readonly endLine: number }[]>();

const mark = Decoration.line({ class: 'ed-of-selected' });

const field = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects, state }) => {
    for (const effect of effects) {
      if (!effect.is(setMarked)) continue;
      const starts = new Set<number>();
      for (const { line, endLine } of effect.value)
        for (let n = line; n <= Math.min(endLine, state.doc.lines); n++) if (n >= 1) starts.add(state.doc.line(n).from);
      return Decoration.set([...starts].sort((a, b) => a - b).map((at) => mark.range(at)));
    }
    return marks.map(changes);
  },
  provide: (marks) => EditorView.decorations.from(marks),
});

export const markedLines: Extension = field;
