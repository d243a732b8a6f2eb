/** A point in the source: `line` counts from 1, `column` from 0 in UTF-16 units of that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Half-open stretch of the source: `end` points behind the last character. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Whole lines, both ends inclusive. BuildKit locates errors and warnings by lines only; an error in a directive may name line 0. */
export interface LineRange {
  readonly start: number;
  readonly end: number;
}
