// Between phone and desk the lab stands below the text: what the text puts there is brought into view, and the way back is kept.
import { signal } from '@preact/signals';

/** Where the text was read before the page went down to the lab. */
export const readAt = signal<number | undefined>(undefined);

const between = () => matchMedia('(min-width: 561px) and (max-width: 1099.98px)').matches;
const still = () => matchMedia('(prefers-reduced-motion: reduce)').matches;
const go = (top: number) => scrollTo({ top, behavior: still() ? 'instant' : 'smooth' });

/** Height of the strip that holds the way back. */
const STRIP = 56;

const bottom = () => document.querySelector('.lab.lesson > .lab-bottom');

/** Brings the prompt, or the files in its place, into view when it is somewhere else. */
export function bringBottom(): void {
  const box = bottom()?.getBoundingClientRect();
  if (!between() || !box || (box.top >= STRIP && box.bottom <= innerHeight - STRIP)) return;
  readAt.value ??= scrollY;
  go(scrollY + box.bottom - innerHeight + STRIP);
}

/** The picture above grows with what it shows: the prompt that is typed into stays where it is. */
function hold(): void {
  const place = bottom();
  if (readAt.value === undefined || !between() || !place?.contains(document.activeElement)) return;
  scrollTo({ top: scrollY + place.getBoundingClientRect().bottom - innerHeight + STRIP, behavior: 'instant' });
}

export function backToText(): void {
  const top = readAt.value;
  readAt.value = undefined;
  if (top !== undefined) go(top);
}

/** Holds the prompt in view until the text is there again, by whatever way: then there is nothing to go back to. */
export function watchPlace(): () => void {
  const sizes = new ResizeObserver(hold);
  const lab = document.querySelector('.lab.lesson');
  if (lab) sizes.observe(lab);
  let below = false;
  const look = () => {
    const top = document.querySelector('.lab.lesson')?.getBoundingClientRect().top ?? 0;
    if (top < innerHeight / 2) below = true;
    else if (below && readAt.value !== undefined) readAt.value = undefined;
    if (top >= innerHeight) below = false;
  };
  addEventListener('scroll', look, { passive: true });
  return () => {
    sizes.disconnect();
    removeEventListener('scroll', look);
  };
}
