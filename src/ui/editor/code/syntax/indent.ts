// How far a line is indented: CodeMirror's commands ask for it.
// Knows columns and the parsers' own rules. Refuses to know trees.

import { countColumn, type EditorState } from '@codemirror/state';
import { StringStream } from '@codemirror/streamparser';
import { linesOf, readToken } from './lines.ts';
import { getIndentUnit } from './unit.ts';

interface Options {
  /** As if the line were broken there. */
  readonly simulateBreak?: number;
  readonly simulateDoubleBreak?: boolean;
  /** Columns of a line by its start, or -1. */
  readonly overrideIndentation?: (start: number) => number;
}

/** So far back lines are read again whose indentation was changed and is not in the text yet. */
const farthest = 10_000;

export class IndentContext {
  readonly state: EditorState;
  readonly options: Options;
  readonly unit: number;
  constructor(state: EditorState, options: Options = {}) {
    this.state = state;
    this.options = options;
    this.unit = getIndentUnit(state);
  }
  lineAt(pos: number, bias = 1): { readonly text: string; readonly from: number } {
    const line = this.state.doc.lineAt(pos);
    const { simulateBreak: at, simulateDoubleBreak } = this.options;
    if (at === undefined || at < line.from || at > line.to) return line;
    if (simulateDoubleBreak && at === pos) return { text: '', from: pos };
    if (bias < 0 ? at < pos : at <= pos) return { text: line.text.slice(at - line.from), from: at };
    return { text: line.text.slice(0, at - line.from), from: line.from };
  }
  lineIndent(pos: number, bias = 1): number {
    const { text, from } = this.lineAt(pos, bias);
    const given = this.options.overrideIndentation?.(from) ?? -1;
    return given > -1 ? given : countColumn(text, this.state.tabSize, text.search(/\S|$/));
  }
}

/** The column at which the line at `pos` should begin, or null when the language has no rule. */
export function getIndentation(context: IndentContext, pos: number): number | null {
  const { state, options, unit } = context;
  const lines = state.field(linesOf, false);
  if (!lines?.parser.indent) return null;
  const { parser } = lines;
  const { overrideIndentation } = options;
  const first = state.doc.lineAt(overrideIndentation ? Math.min(state.selection.main.from, pos) : pos);
  if (pos - first.from > farthest) return null;
  const before = lines.before(first.number);
  for (let start = first.from; start < pos; ) {
    const line = state.doc.lineAt(start);
    const end = Math.min(pos, line.to) - line.from;
    if (line.length === 0) parser.blankLine?.(before, unit);
    else {
      const given = overrideIndentation?.(line.from) ?? -1;
      const stream = new StringStream(line.text, state.tabSize, unit, given < 0 ? undefined : given);
      while (stream.pos < end) readToken(parser, stream, before);
    }
    start = line.to + 1;
  }
  return parser.indent?.(before, context.lineAt(pos).text.trimStart(), context) ?? null;
}
