import type { RefObject } from 'preact';
import { useEffect, useState } from 'preact/hooks';

/** The width below which squares are a list; matrix.css says the same. */
const LIST = 460;

/** Whether squares are a list, as far as is known: not before the page has a script. */
export function useNarrow(box: RefObject<HTMLElement>): boolean {
  const [narrow, setNarrow] = useState(false);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setNarrow(element.clientWidth <= LIST));
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return narrow;
}
