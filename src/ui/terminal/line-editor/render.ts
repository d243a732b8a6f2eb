// Drawing the line: terminal sequences that replace what was drawn before. Pure; wide characters and wrapping are counted here.
import { type Listing, listing } from './listing.ts';
import type { LineState } from './state.ts';
import { charWidth } from './width.ts';

export interface Prompt {
  readonly text: string;
  /** Before the second and later lines. */
  readonly more: string;
}

/** What is on screen now: how far the cursor stands below the first row. */
export interface Drawn {
  readonly cursorRow: number;
}

const muted = '\x1b[37m';
const strong = '\x1b[1;97m';
const plain = '\x1b[0m';

interface Place {
  readonly row: number;
  readonly column: number;
}

/** The sequence that draws `state`, given what an earlier call drew. */
export function render(
  state: LineState,
  prompt: Prompt,
  columns: number,
  before: Drawn | undefined,
): { readonly output: string; readonly drawn: Drawn } {
  const shown = view(state, prompt);
  const lines = shown.text.split('\n');
  let output = `${before && before.cursorRow > 0 ? `\x1b[${before.cursorRow}A` : ''}\r\x1b[J`;
  let place: Place = { row: 0, column: 0 };
  let cursor: Place = place;
  let offset = 0;
  lines.forEach((line, index) => {
    const lead = index === 0 ? shown.prompt : prompt.more;
    if (index > 0) {
      output += '\r\n';
      place = { row: place.row + 1, column: 0 };
    }
    output += `${muted}${lead}${plain}${strong}${line}${plain}`;
    place = advance(place, lead, columns);
    if (shown.cursor >= offset && shown.cursor <= offset + line.length)
      cursor = advance(place, line.slice(0, shown.cursor - offset), columns);
    place = advance(place, line, columns);
    offset += line.length + 1;
  });
  // A full row keeps the terminal's cursor on its last column; one more character makes the wrap real.
  if (place.column >= columns) {
    output += ' \r';
    place = { row: place.row + 1, column: 0 };
  }
  if (state.menu !== undefined) {
    const list = drawList(listing(state.menu, columns), columns);
    output += list.output;
    place = { row: place.row + list.rows, column: 0 };
  }
  if (cursor.column >= columns) cursor = { row: cursor.row + 1, column: 0 };
  if (place.row > cursor.row) output += `\x1b[${place.row - cursor.row}A`;
  output += '\r';
  if (cursor.column > 0) output += `\x1b[${cursor.column}C`;
  return { output, drawn: { cursorRow: cursor.row } };
}

/** The candidates, a row each below the line; the chosen one stands out by a mark and in reverse. */
function drawList({ rows, count }: Listing, columns: number): { readonly output: string; readonly rows: number } {
  const lines = rows.map(({ cells }) =>
    cells
      .map(({ text, note, chosen }) =>
        chosen ? `\x1b[7;97m${text}${note}${plain}` : `${text}${note === '' ? '' : `${muted}${note}${plain}`}`,
      )
      .join(''),
  );
  if (count !== '') lines.push(`${muted}${count.slice(0, columns)}${plain}`);
  return { output: lines.map((line) => `\r\n${line}`).join(''), rows: lines.length };
}

function view(state: LineState, prompt: Prompt): { readonly prompt: string; readonly text: string; readonly cursor: number } {
  if (!state.search) return { prompt: prompt.text, text: state.text, cursor: state.cursor };
  const { query, match, before } = state.search;
  const text = match === undefined ? before : (state.history[match] ?? '');
  const failed = query !== '' && match === undefined ? 'failed ' : '';
  return {
    prompt: `(${failed}reverse-i-search)\`${query}': `,
    text,
    cursor: match === undefined ? text.length : Math.max(0, text.indexOf(query)),
  };
}

/** Where the cursor stands after writing `text`; column equal to `columns` means a wrap is pending. */
function advance(from: Place, text: string, columns: number): Place {
  let { row, column } = from;
  for (const char of text) {
    const width = charWidth(char.codePointAt(0) ?? 0);
    if (column + width > columns) {
      row++;
      column = 0;
    }
    column += width;
  }
  return { row, column };
}
