// Cells in words, and the matrix as text (which the goldens keep).
import { shellWords } from '../run/quote.ts';
import { type Column, columns, type Row, rows } from './combinations.ts';
import type { Cell } from './model.ts';
import type { MatrixWords } from './words.ts';

export function sayPrinted({ tried: { output } }: Cell, t: MatrixWords): string {
  if (output === '') return t('cell.prints.none');
  return output.trim() === '' ? t('cell.prints.blank') : output.trimEnd();
}

export function sayEnd({ tried: { exitCode, stop } }: Cell, t: MatrixWords): string {
  if (exitCode !== undefined) return t('cell.exit', { code: exitCode });
  return stop === undefined ? '' : t('cell.runs');
}

export function sayTerm({ tried: { stop } }: Cell, t: MatrixWords): string {
  return stop === undefined ? '' : t(`cell.term.${stop.outcome}`, { seconds: stop.seconds, code: stop.exitCode });
}

/** The heading of a cell that does not run. */
export function sayTrouble({ tried: { error }, facts }: Cell, t: MatrixWords): string {
  if (error === undefined) return '';
  return t(facts.includes('nothing') ? 'cell.error.nothing' : `cell.error.${error.at}`);
}

export function sayCell(row: Row, column: Column, cell: Cell, t: MatrixWords): string {
  const ends = [sayEnd(cell, t), sayTerm(cell, t)].filter((part) => part !== '').join(' ');
  const printed = sayPrinted(cell, t).replace(/\n/g, ' / ').slice(0, 120);
  const result = cell.tried.error ? sayTrouble(cell, t) : t('cell.say.words', { argv: shellWords(cell.tried.argv), printed, ends });
  return t('cell.say', { row: t(`row.${row}`), column: t(`column.${column}`), result });
}

/** Why it is so, sentence by sentence. */
export function explain({ tried, facts }: Cell, t: MatrixWords): string[] {
  const { error, stop } = tried;
  const values = { seconds: stop?.seconds ?? 0, code: stop?.exitCode ?? error?.exitCode ?? 0, text: error?.text ?? '' };
  return [...facts.map((fact) => t(`fact.${fact}`, values)), ...(error ? [t(`error.${error.at}`, values)] : [])];
}

export function matrixText(cells: ReadonlyMap<string, Cell>, t: MatrixWords): string {
  const lines: string[] = [];
  for (const row of rows)
    for (const column of columns) {
      const cell = cells.get(`${row}/${column}`);
      if (cell === undefined) continue;
      lines.push(sayCell(row, column, cell, t), ...explain(cell, t).map((sentence) => `  ${sentence}`));
    }
  return `${lines.join('\n')}\n`;
}
