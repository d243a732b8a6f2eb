import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Window {
  readonly first: number;
  readonly last: number;
  /** Height of one row, in pixels. */
  readonly height: number;
}

/** Lists up to this length are drawn whole. */
export const WHOLE = 80;
/** Rows drawn beyond what is seen, and the step in which the window moves. */
const SPARE = 20;
const STEP = 10;

/** Which rows of a long list are near enough to the scrolled view to be drawn; all rows have one height. */
export function useWindow(list: RefObject<HTMLElement>, count: number): Window {
  const [window, setWindow] = useState<Window>({ first: 0, last: WHOLE, height: 28 });
  useLayoutEffect(() => {
    const element = list.current;
    const sheet = element?.closest<HTMLElement>('.sheet');
    if (!element || !sheet || count <= WHOLE) return;
    const look = () => {
      const height = element.querySelector<HTMLElement>('.fr')?.offsetHeight || 28;
      const top = element.getBoundingClientRect().top;
      const seen = sheet.getBoundingClientRect();
      const first = Math.max(0, Math.floor((seen.top - top) / height / STEP) * STEP - SPARE);
      const last = Math.min(count, Math.ceil((seen.bottom - top) / height / STEP) * STEP + SPARE);
      keepFocus(element, first, last);
      setWindow((was) => (was.first === first && was.last === last && was.height === height ? was : { first, last, height }));
    };
    look();
    sheet.addEventListener('scroll', look, { passive: true });
    const sized = new ResizeObserver(look);
    sized.observe(sheet);
    return () => {
      sheet.removeEventListener('scroll', look);
      sized.disconnect();
    };
  }, [list, count]);
  return count <= WHOLE ? { ...window, first: 0, last: count } : window;
}

/** A row that is about to go gives the focus to its layer. */
function keepFocus(list: HTMLElement, first: number, last: number): void {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !list.contains(focused)) return;
  const index = Number(focused.dataset.index);
  if (index < first || index >= last) list.closest<HTMLElement>('[role="treeitem"]')?.focus({ preventScroll: true });
}
