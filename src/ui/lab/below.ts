// Between phone and desk the lab stands below the text: what the text puts there is brought into view, and the way back is kept.
import { signal } from '@preact/signals';

/** Where the text was read before the page went down to the lab. */
export const readAt = signal<number | undefined>(undefined);

const between = () => matchMedia('(min-width: 561px) and (max-width: 1099.98px)').matches;
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const go = (top: number) => scrollTo({ top, behavior: still() ? 'instant' : 'smooth' });

/** Height of the strip that holds the way back. */
const STRIP = 56;

/** Brings the prompt, or the files in its place, into view when it is somewhere else. */
export function bringBottom(): void {
  const box = document.querySelector('.lab.lesson > .lab-bottom')?.getBoundingClientRect();
  if (!between() || !box || (box.top >= STRIP && box.bottom <= innerHeight)) return;
  readAt.value ??= scrollY;
  go(scrollY + box.bottom - innerHeight + STRIP);
}

export function backToText(): void {
  const top = readAt.value;
  readAt.value = undefined;
  if (top !== undefined) go(top);
}

/** The text is in view again, by whatever way: there is nothing to go back to. */
export function forgetWhenBack(): () => void {
  let below = false;
  const look = () => {
    const top = document.querySelector('.lab.lesson')?.getBoundingClientRect().top ?? 0;
    if (top < innerHeight / 2) below = true;
    else if (below && readAt.value !== undefined) readAt.value = undefined;
    if (top >= innerHeight) below = false;
  };
  addEventListener('scroll', look, { passive: true });
  return () => removeEventListener('scroll', look);
}
