import { displayWidth } from './display-width.ts';

export interface TabOptions {
  /** Least width of a column, its padding included. */
  readonly minWidth: number;
  readonly padding: number;
}

/** How Docker's own tables are aligned: tabwriter.NewWriter(out, 10, 1, 3, ' ', 0). buildx and `docker system df -v` pass others. */
export const DOCKER_TABLE: TabOptions = { minWidth: 10, padding: 3 };

/**
 * Aligns tab-terminated cells as Go's text/tabwriter does with blanks: a column is a run of neighbouring lines that all have it, and the
 * text after a line's last tab belongs to none.
 */
export function alignTabs(text: string, options: TabOptions = DOCKER_TABLE): string {
  const lines = text.split('\n').map((line) => line.split('\t'));
  const widths: number[][] = lines.map(() => []);
  layOut(lines, widths, 0, lines.length, 0, options);
  return lines
    .map((cells, row) => cells.map((cell, i) => (i < cells.length - 1 ? padCell(cell, widths[row]![i]!) : cell)).join(''))
    .join('\n');
}

function layOut(lines: string[][], widths: number[][], from: number, to: number, column: number, options: TabOptions): void {
  for (let row = from; row < to; ) {
    if (column >= lines[row]!.length - 1) {
      row++;
      continue;
    }
    let end = row;
    let width = options.minWidth;
    while (end < to && column < lines[end]!.length - 1) {
      width = Math.max(width, displayWidth(lines[end]![column]!) + options.padding);
      end++;
    }
    for (let i = row; i < end; i++) widths[i]![column] = width;
    layOut(lines, widths, row, end, column + 1, options);
    row = end;
  }
}

function padCell(cell: string, width: number): string {
  return cell + ' '.repeat(Math.max(0, width - displayWidth(cell)));
}
