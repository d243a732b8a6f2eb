// The rows of xterm's buffer as lines of text, with wrapped rows joined, and back from a place in a line to cells.
import type { IBuffer, Terminal } from '@xterm/xterm';

export interface Line {
  /** Row of the buffer where it begins, and how many rows it takes. */
  readonly row: number;
  readonly rows: number;
  readonly text: string;
}

export interface Cells {
  readonly row: number;
  readonly column: number;
  readonly width: number;
}

/** The line that a row of the buffer belongs to. Beyond its last row xterm gives the first ones of a full buffer again. */
export function lineAt(buffer: IBuffer, row: number): Line {
  let first = row;
  while (first > 0 && buffer.getLine(first)?.isWrapped) first--;
  let rows = 1;
  while (first + rows < buffer.length && buffer.getLine(first + rows)?.isWrapped) rows++;
  let text = '';
  // A row that goes on has all its columns.
  for (let index = 0; index < rows; index++) text += buffer.getLine(first + index)?.translateToString(index === rows - 1) ?? '';
  return { row: first, rows, text };
}

export function allLines(terminal: Terminal): Line[] {
  const buffer = terminal.buffer.active;
  const lines: Line[] = [];
  for (let row = 0; row < buffer.length; ) {
    const line = lineAt(buffer, row);
    lines.push(line);
    row = line.row + line.rows;
  }
  return lines;
}

/** The cells of a part of a line, row by row. */
export function cellsOf(terminal: Terminal, line: Line, from: number, to: number): Cells[] {
  const buffer = terminal.buffer.active;
  const out: Cells[] = [];
  let offset = 0;
  for (let index = 0; index < line.rows && offset < to; index++) {
    const row = buffer.getLine(line.row + index);
    let start = -1;
    let end = -1;
    for (let column = 0; column < terminal.cols && offset < to; column++) {
      const cell = row?.getCell(column);
      if (cell === undefined || cell.getWidth() === 0) continue;
      if (offset >= from) {
        if (start < 0) start = column;
        end = column + cell.getWidth();
      }
      offset += Math.max(1, cell.getChars().length);
    }
    if (start >= 0) out.push({ row: line.row + index, column: start, width: end - start });
  }
  return out;
}
