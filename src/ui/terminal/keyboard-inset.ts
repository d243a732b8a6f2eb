// How much of the terminal an on-screen keyboard covers: `--covered` on the element, so that its last row ends above the keyboard.
import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';

export function useKeyboardInset(root: RefObject<HTMLElement>): void {
  useEffect(() => {
    const viewport = window.visualViewport;
    if (!viewport) return;
    const measure = (): void => {
      const element = root.current;
      if (!element) return;
      const open = window.innerHeight - viewport.height > 120 && viewport.scale <= 1.01;
      const covered = open ? element.getBoundingClientRect().bottom - (viewport.offsetTop + viewport.height) : 0;
      element.style.setProperty('--covered', `${Math.max(0, Math.round(covered))}px`);
    };
    viewport.addEventListener('resize', measure);
    viewport.addEventListener('scroll', measure);
    return () => {
      viewport.removeEventListener('resize', measure);
      viewport.removeEventListener('scroll', measure);
    };
  }, []);
}
