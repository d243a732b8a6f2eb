// Keys of the treegrid: rows of images, their cells, and their layers below them.
import type { RefObject } from 'preact';

interface Actions {
  /** Opens or closes the list of layers of an image. */
  open(key: string, open: boolean): void;
}

/** Rows carry `data-row`, cells `data-cell`, rows of dangling images `data-dangling`. One of them has the tab stop. */
export function useGridKeys(grid: RefObject<HTMLElement>, { open }: Actions): (event: KeyboardEvent) => void {
  return (event) => {
    const root = grid.current;
    const active = document.activeElement as HTMLElement | null;
    if (!root || !active || !root.contains(active) || event.ctrlKey || event.metaKey || event.altKey) return;
    const rows = [...root.querySelectorAll<HTMLElement>('[data-row]')];
    const row = active.closest<HTMLElement>('[data-row]');
    if (!row) return;
    const at = rows.indexOf(row);
    const cells = [...row.querySelectorAll<HTMLElement>('[data-cell]')];
    const cell = cells.indexOf(active);
    const go = (to: HTMLElement | undefined): void => {
      if (!to) return;
      for (const one of root.querySelectorAll<HTMLElement>('[data-row], [data-cell]')) one.tabIndex = -1;
      to.tabIndex = 0;
      to.focus();
    };
    const level = (one: HTMLElement | undefined): string | null => one?.getAttribute('aria-level') ?? null;
    const expanded = row.getAttribute('aria-expanded');
    switch (event.key) {
      case 'ArrowDown':
        go(rows[at + 1]);
        break;
      case 'ArrowUp':
        go(rows[at - 1]);
        break;
      case 'Home':
        go(cell >= 0 ? cells[0] : rows[0]);
        break;
      case 'End':
        go(cell >= 0 ? cells.at(-1) : rows.at(-1));
        break;
      case 'ArrowRight':
        if (cell >= 0) go(cells[cell + 1]);
        else if (expanded === 'false') open(row.dataset.row ?? '', true);
        else go(cells[0]);
        break;
      case 'ArrowLeft':
        if (cell > 0) go(cells[cell - 1]);
        else if (cell === 0) go(row);
        else if (expanded === 'true') open(row.dataset.row ?? '', false);
        else if (level(row) === '2') go([...rows.slice(0, at)].reverse().find((one) => level(one) === '1'));
        break;
      case 'Enter':
      case ' ':
        active.click();
        break;
      case 'd':
      case 'D':
        go([...rows.slice(at + 1), ...rows.slice(0, at + 1)].find((one) => one.dataset.dangling !== undefined));
        break;
      default:
        return;
    }
    event.preventDefault();
  };
}
