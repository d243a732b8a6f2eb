// Rows for a list of candidates: one per row with a line about each where there is room, else columns. Pure text and widths.
import type { Menu } from './state.ts';
import { textWidth } from './width.ts';

export interface ListRow {
  readonly cells: readonly { readonly text: string; readonly note: string; readonly chosen: boolean }[];
}

export interface Listing {
  readonly rows: readonly ListRow[];
  /** `3/42`, when not all of them are in view. */
  readonly count: string;
}

/** Most rows below the line. */
const ROWS = 8;
/** Fewest columns in which notes are shown. */
const WIDE = 56;

export function listing({ candidates, details, chosen }: Menu, columns: number): Listing {
  const names = candidates.map((text, index) => details[index]?.shown ?? text);
  const notes = candidates.map((_, index) => details[index]?.note ?? '');
  if (columns >= WIDE && notes.some((note) => note !== '')) {
    const shown = window(candidates.length, chosen ?? 0);
    const width = Math.min(Math.max(...names.slice(shown.from, shown.to).map(textWidth)) + 2, Math.floor(columns / 2));
    const rows = names.slice(shown.from, shown.to).map((name, at): ListRow => {
      const text = fitted(name, width - 2);
      const note = fitted(notes[shown.from + at] ?? '', columns - width - 1);
      return { cells: [{ text: text + ' '.repeat(width - textWidth(text)), note, chosen: shown.from + at === chosen }] };
    });
    return { rows, count: shown.to - shown.from < candidates.length ? `${(chosen ?? shown.from) + 1}/${candidates.length}` : '' };
  }
  const width = Math.min(Math.max(...names.map(textWidth)) + 2, columns);
  const perRow = Math.max(1, Math.floor(columns / width));
  const total = Math.ceil(names.length / perRow);
  const row = chosen === undefined ? 0 : chosen % total;
  const shown = window(total, row);
  const rows = Array.from({ length: shown.to - shown.from }, (_, at): ListRow => {
    const cells = names.flatMap((name, index) => (index % total === shown.from + at ? [{ name: fitted(name, width - 1), index }] : []));
    return {
      cells: cells.map(({ name, index }, place) => ({
        text: place === cells.length - 1 ? name : name + ' '.repeat(width - textWidth(name)),
        note: '',
        chosen: index === chosen,
      })),
    };
  });
  return { rows, count: shown.to - shown.from < total ? `${(chosen ?? 0) + 1}/${candidates.length}` : '' };
}

function window(total: number, at: number): { readonly from: number; readonly to: number } {
  if (total <= ROWS) return { from: 0, to: total };
  const from = Math.max(0, Math.min(at - Math.floor(ROWS / 2), total - ROWS));
  return { from, to: from + ROWS };
}

/** Cut to so many columns, the last of them an ellipsis. */
function fitted(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let out = '';
  for (const char of text) {
    if (textWidth(out + char) > columns - 1) break;
    out += char;
  }
  return `${out}…`;
}
