// The tokens of a text, line by line, found when they are asked for: what is not looked at costs nothing.
// Knows where a line's reading may begin. Refuses to know colours.
import type { StreamParser } from '@codemirror/language';
import { type EditorState, Facet, StateField, type Text } from '@codemirror/state';
import { StringStream } from '@codemirror/streamparser';
import { getIndentUnit } from './unit.ts';

/** A coloured piece of a line: what the parser calls it, and where it is in the text. */
export interface Token {
  readonly style: string;
  readonly from: number;
  to: number;
}

/** How a parser stands at the start of every so many lines. */
const every = 50;
/** So far is read at once to know how a line begins; behind it reading starts anew there, as CodeMirror's own does. */
const most = 100_000;
/** The rest of a longer line has no colours. */
const longest = 10_000;
/** So many lines' tokens are kept. */
const remembered = 2000;

/** Parsers name their own states; none is looked into here. */
export type Parser = StreamParser<unknown>;

function copied(parser: Parser, state: unknown): unknown {
  if (parser.copyState) return parser.copyState(state);
  if (typeof state !== 'object' || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([key, value]) => [key, Array.isArray(value) ? [...value] : value]));
}

/** Reads one token; a parser may return without moving when it only changes its state. */
export function readToken(parser: Parser, stream: StringStream, state: unknown): string | null {
  stream.start = stream.pos;
  for (let turn = 0; turn < 10; turn++) {
    const style = parser.token(stream, state);
    if (stream.pos > stream.start) return style;
  }
  stream.next();
  return null;
}

export class Lines {
  readonly parser: Parser;
  readonly #doc: Text;
  readonly #tabSize: number;
  readonly #unit: number;
  readonly #marks: unknown[];
  readonly #found = new Map<number, readonly Token[]>();
  /** How the parser stands before a line, and whether everything before it was read. */
  #next: { line: number; state: unknown; sure: boolean };

  constructor(parser: Parser, state: EditorState, marks?: unknown[]) {
    this.parser = parser;
    this.#doc = state.doc;
    this.#tabSize = state.tabSize;
    this.#unit = getIndentUnit(state);
    this.#marks = marks ?? [parser.startState ? parser.startState(this.#unit) : true];
    this.#next = { line: 1, state: copied(parser, this.#marks[0]), sure: true };
  }

  /** For a text that differs from this one from a line on. */
  changed(state: EditorState, line: number): Lines {
    return new Lines(this.parser, state, this.#marks.slice(0, Math.floor((line - 1) / every) + 1));
  }

  /** The tokens of a line, by its number. */
  of(line: number): readonly Token[] {
    const found = this.#found.get(line);
    if (found) return found;
    this.#goTo(line);
    return this.#read();
  }

  /** How the parser stands before a line: a copy of its own. */
  before(line: number): unknown {
    this.#goTo(line);
    return copied(this.parser, this.#next.state);
  }

  #goTo(line: number): void {
    const mark = Math.min(Math.floor((line - 1) / every), this.#marks.length - 1);
    const near = this.#next.line <= line && this.#next.line > mark * every;
    if (!near) this.#next = { line: mark * every + 1, state: copied(this.parser, this.#marks[mark]), sure: true };
    if (this.#doc.line(line).from - this.#doc.line(this.#next.line).from > most)
      this.#next = { line, state: this.parser.startState ? this.parser.startState(this.#unit) : true, sure: false };
    while (this.#next.line < line) this.#read();
  }

  #read(): readonly Token[] {
    const next = this.#next;
    const { from, text } = this.#doc.line(next.line);
    const tokens: Token[] = [];
    if (text === '') this.parser.blankLine?.(next.state, this.#unit);
    else {
      const stream = new StringStream(text, this.#tabSize, this.#unit);
      while (!stream.eol() && stream.start <= longest) {
        const style = readToken(this.parser, stream, next.state);
        if (!style) continue;
        const last = tokens.at(-1);
        const to = from + stream.pos;
        if (last?.style === style && last.to === from + stream.start && this.parser.mergeTokens !== false) last.to = to;
        else tokens.push({ style, from: from + stream.start, to });
      }
    }
    if (this.#found.size > remembered) this.#found.clear();
    this.#found.set(next.line, tokens);
    if (next.sure && next.line === this.#marks.length * every) this.#marks.push(copied(this.parser, next.state));
    next.line++;
    return tokens;
  }
}

/** The language of a text. */
export const parserOf = Facet.define<Parser, Parser | undefined>({ combine: ([first]) => first });

export const linesOf = StateField.define<Lines | undefined>({
  create: (state) => {
    const parser = state.facet(parserOf);
    return parser && new Lines(parser, state);
  },
  update: (lines, { startState, state, docChanged, changes }) => {
    const parser = state.facet(parserOf);
    if (parser !== startState.facet(parserOf)) return parser && new Lines(parser, state);
    if (!docChanged || !lines) return lines;
    let first = startState.doc.length;
    changes.iterChangedRanges((from) => {
      first = Math.min(first, from);
    });
    return lines.changed(state, startState.doc.lineAt(first).number);
  },
});
