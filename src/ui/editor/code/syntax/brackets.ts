// The bracket that belongs to another one, found among those of the same kind of token; shown beside the cursor.
import type { EditorState, Range } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import { syntaxTree } from './tree.ts';

interface Span {
  readonly from: number;
  readonly to: number;
}

interface Match {
  readonly start: Span;
  readonly end?: Span;
  /** Whether they are of one pair. */
  readonly matched: boolean;
}

const brackets = '()[]{}';
/** So many characters are looked through. */
const farthest = 10_000;

/** The bracket before (-1) or behind (1) a place, and its other half in that direction. */
export function matchBrackets(state: EditorState, pos: number, dir: 1 | -1): Match | null {
  const first = dir < 0 ? pos - 1 : pos;
  if (first < 0 || first >= state.doc.length) return null;
  const bracket = brackets.indexOf(state.sliceDoc(first, first + 1));
  if (bracket < 0 || (bracket % 2 === 0) !== dir > 0) return null;
  const start = { from: first, to: first + 1 };
  const tree = syntaxTree(state);
  const { type } = tree.resolveInner(pos, dir);
  const from = dir > 0 ? pos : Math.max(0, pos - farthest);
  const text = state.sliceDoc(from, dir > 0 ? pos + farthest : pos);
  let depth = 0;
  for (let at = first; at >= from && at < from + text.length; at += dir) {
    const found = brackets.indexOf(text.charAt(at - from));
    if (found < 0 || tree.resolveInner(at, 1).type !== type) continue;
    if ((found % 2 === 0) === dir > 0) depth++;
    else if (depth === 1) return { start, end: { from: at, to: at + 1 }, matched: found >> 1 === bracket >> 1 };
    else depth--;
  }
  const all = dir > 0 ? from + text.length === state.doc.length : from === 0;
  return all ? { start, matched: false } : null;
}

const pair = Decoration.mark({ class: 'cm-matchingBracket' });
const alone = Decoration.mark({ class: 'cm-nonmatchingBracket' });

function marksOf(state: EditorState): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { empty, head } of state.selection.ranges) {
    const match = empty
      ? (matchBrackets(state, head, -1) ??
        matchBrackets(state, head - 1, 1) ??
        matchBrackets(state, head, 1) ??
        matchBrackets(state, head + 1, -1))
      : null;
    const mark = match?.matched ? pair : alone;
    if (match) marks.push(mark.range(match.start.from, match.start.to));
    if (match?.end) marks.push(mark.range(match.end.from, match.end.to));
  }
  return Decoration.set(marks, true);
}

/** Draws them; while a word is being composed they only move with the text. */
export const bracketMatching = ViewPlugin.fromClass(
  class {
    marks: DecorationSet;
    waiting = false;
    constructor({ state }: EditorView) {
      this.marks = marksOf(state);
    }
    update({ docChanged, selectionSet, view, changes, state }: ViewUpdate): void {
      if (!docChanged && !selectionSet && !this.waiting) return;
      this.waiting = view.composing;
      this.marks = view.composing ? this.marks.map(changes) : marksOf(state);
    }
  },
  { decorations: ({ marks }) => marks },
);
