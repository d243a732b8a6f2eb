// What a terminal would show of some output, as plain lines: colours gone, lines that were drawn over as they stood in the end.
import { charWidth } from '../line-editor/index.ts';

/** One cell per column; a wide character is followed by an empty cell. */
type Row = string[];

const sequence = /\x1b\[([\d;?]*)([A-Za-z])|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[=>()][0B]?|[\s\S]/gu;

/** Lines without trailing blanks; no empty lines at the end. */
export function plainText(output: string): string[] {
  const rows: Row[] = [[]];
  let row = 0;
  let column = 0;
  const here = (): Row => {
    while (rows.length <= row) rows.push([]);
    return rows[row] ?? [];
  };
  for (const [text, parameters = '', final] of output.matchAll(sequence)) {
    const n = Math.max(1, Number.parseInt(parameters, 10) || 1);
    if (final === undefined) {
      if (text === '\n') {
        row++;
        column = 0;
      } else if (text === '\r') column = 0;
      else if (text === '\b') column = Math.max(0, column - 1);
      else if (text === '\t') column += 8 - (column % 8);
      else if (text.length > 0 && text >= ' ' && !text.startsWith('\x1b') && text !== '\x7f') column = put(here(), column, text);
    } else if (final === 'A') row = Math.max(0, row - n);
    else if (final === 'B') row += n;
    else if (final === 'C') column += n;
    else if (final === 'D') column = Math.max(0, column - n);
    else if (final === 'G') column = n - 1;
    else if (final === 'H') {
      const [line = '', at = ''] = parameters.split(';');
      row = Math.max(1, Number(line) || 1) - 1;
      column = Math.max(1, Number(at) || 1) - 1;
    } else if (final === 'K') erase(here(), column, parameters);
    else if (final === 'J' && (parameters === '' || parameters === '0')) {
      erase(here(), column, '');
      rows.length = row + 1;
    } else if (final === 'J') rows.splice(0, rows.length, []);
  }
  const lines = rows.map((cells) =>
    Array.from(cells, (cell) => cell ?? ' ')
      .join('')
      .trimEnd(),
  );
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

function put(cells: Row, column: number, char: string): number {
  const width = charWidth(char.codePointAt(0) ?? 0);
  while (cells.length < column) cells.push(' ');
  if (width === 0) {
    const before = Math.max(0, column - 1);
    cells[before] = `${cells[before] ?? ''}${char}`;
    return column;
  }
  cells[column] = char;
  if (width === 2) cells[column + 1] = '';
  return column + width;
}

function erase(cells: Row, column: number, how: string): void {
  if (how === '' || how === '0') cells.length = Math.min(cells.length, column);
  else if (how === '2') cells.length = 0;
  else if (how === '1') for (let at = 0; at <= column && at < cells.length; at++) cells[at] = ' ';
}
