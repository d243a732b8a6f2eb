import { type Column, cellId, columns, type Row, rows } from './combinations.ts';

/** Arrow keys, Home and End choose the next square and go there. */
export function useGridKeys(
  selected: string,
  choose: (id: string) => void,
): (event: KeyboardEvent & { currentTarget: HTMLElement }) => void {
  return (event) => {
    if (event.target instanceof HTMLInputElement || event.altKey || event.ctrlKey || event.metaKey) return;
    const [row, column] = selected.split('/');
    const y = rows.indexOf(row as Row);
    const x = columns.indexOf(column as Column);
    const to: Readonly<Record<string, readonly [number, number]>> = {
      ArrowUp: [y - 1, x],
      ArrowDown: [y + 1, x],
      ArrowLeft: [y, x - 1],
      ArrowRight: [y, x + 1],
      Home: [y, 0],
      End: [y, columns.length - 1],
    };
    const [nextRow, nextColumn] = (to[event.key] ?? []).map((at, axis) => (axis === 0 ? rows[at] : columns[at]));
    if (!(event.key in to)) return;
    event.preventDefault();
    if (nextRow === undefined || nextColumn === undefined) return;
    const id = cellId(nextRow as Row, nextColumn as Column);
    choose(id);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${id}"]`)?.focus();
  };
}
