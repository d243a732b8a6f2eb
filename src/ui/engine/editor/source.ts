import type { LineRange, Node, Position, Span } from '../../../engine/dockerfile/index.ts';

/** A stretch of the text, half open, in UTF-16 units. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A Dockerfile's text with its lines: from what the parser says to offsets. */
export class Source {
  readonly text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = starts;
  }

  get lines(): number {
    return this.#starts.length;
  }

  offset({ line, column }: Position): number {
    return Math.min(this.text.length, this.lineStart(line) + column);
  }

  lineStart(line: number): number {
    return this.#starts[Math.min(Math.max(line, 1), this.#starts.length) - 1]!;
  }

  /** Where a line's text ends, before its line end. */
  lineEnd(line: number): number {
    const next = this.#starts[line];
    if (next === undefined) return this.text.length;
    return this.text[next - 2] === '\r' ? next - 2 : next - 1;
  }

  line(line: number): string {
    return this.text.slice(this.lineStart(line), this.lineEnd(line));
  }

  lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  span({ start, end }: Span): Range {
    return { from: this.offset(start), to: this.offset(end) };
  }

  /** Whole lines without the blanks before and behind them. */
  trimmed({ start, end }: LineRange): Range {
    const from = this.lineStart(start);
    const to = this.lineEnd(Math.max(start, end));
    const text = this.text.slice(from, to);
    const lead = text.length - text.trimStart().length;
    return { from: from + lead, to: Math.max(from + lead, from + text.trimEnd().length) };
  }

  /** Whole lines with their line end, so that taking them out leaves no empty line. */
  whole({ start, end }: LineRange): Range {
    return { from: this.lineStart(start), to: this.#starts[end] ?? this.text.length };
  }

  /** The first match of a pattern inside a range; of its first group when it has one. */
  find({ from, to }: Range, pattern: RegExp): Range | undefined {
    const found = new RegExp(pattern.source, `${pattern.flags.replace(/[gd]/g, '')}d`).exec(this.text.slice(from, to));
    const [start, end] = found?.indices?.[1] ?? found?.indices?.[0] ?? [];
    return start === undefined || end === undefined ? undefined : { from: from + start, to: from + end };
  }

  /** Every match of a pattern inside a range, as `find` gives the first. */
  findAll({ from, to }: Range, pattern: RegExp): Range[] {
    return [...this.text.slice(from, to).matchAll(new RegExp(pattern.source, `${pattern.flags.replace(/[gd]/g, '')}gd`))].map((match) => {
      const [start, end] = match.indices![1] ?? match.indices![0]!;
      return { from: from + start, to: from + end };
    });
  }
}

/** The lines of an instruction before its here-documents: what continuations join. */
export function headLines(source: Source, node: Node, token: string): LineRange {
  let line = node.lines.start;
  const ends = new RegExp(`${token === '\\' ? '\\\\' : '`'}[ \\t]*$`);
  let more = ends.test(source.line(line));
  while (more && line < node.lines.end) {
    line++;
    const text = source.line(line);
    if (text.trim() === '' || text.trimStart().startsWith('#')) continue;
    more = ends.test(text);
  }
  return { start: node.lines.start, end: line };
}

export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
