// Movement between two states: what stands elsewhere slides there, what is gone fades to hatch where it was. Only transform and opacity.
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Above this many changed marks nothing moves; the title block flashes. */
const MOST = 40;

interface Place {
  readonly x: number;
  readonly y: number;
  readonly element: HTMLElement;
}

/** Moves the descendants that carry `data-key`, whenever `state` is another. `still`: the next change is shown without movement. */
export function useMotion(root: RefObject<HTMLElement>, state: unknown, size: number): void {
  const before = useRef<{ readonly places: ReadonlyMap<string, Place>; readonly state: unknown; readonly size: number } | undefined>(
    undefined,
  );
  useLayoutEffect(() => {
    const box = root.current;
    if (!box) return;
    const places = placesIn(box);
    const was = before.current;
    before.current = { places, state, size };
    if (was === undefined || was.state === state || was.size !== size) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return;
    const moved = [...places].filter(([key, { x, y }]) => {
      const old = was.places.get(key);
      return old !== undefined && Math.abs(old.x - x) + Math.abs(old.y - y) > 1;
    });
    const gone = [...was.places].filter(([key, { element }]) => !places.has(key) && element.classList.contains('sto-bed'));
    if (moved.length + gone.length > MOST) {
      flash(box);
      return;
    }
    const style = getComputedStyle(box);
    const easing = style.getPropertyValue('--settle').trim() || 'ease-out';
    const leave = gone.length > 0 ? 240 : 0;
    for (const [key, { x, y, element }] of moved) {
      const old = was.places.get(key);
      if (old === undefined) continue;
      element.animate([{ transform: `translate(${old.x - x}px, ${old.y - y}px)` }, { transform: 'none' }], {
        duration: 240,
        delay: key.startsWith('tag ') ? 0 : leave,
        fill: 'backwards',
        easing,
      });
    }
    for (const [, { x, y, element }] of gone) ghost(box, element, x, y);
  });
}

function placesIn(box: HTMLElement): ReadonlyMap<string, Place> {
  const origin = box.getBoundingClientRect();
  return new Map(
    [...box.querySelectorAll<HTMLElement>('[data-key]')].map((element) => {
      const { left, top } = element.getBoundingClientRect();
      return [element.dataset.key ?? '', { x: left - origin.left, y: top - origin.top, element }];
    }),
  );
}

/** A copy of a bed that is gone stays a moment, hatched. */
function ghost(box: HTMLElement, element: HTMLElement, x: number, y: number): void {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.classList.add('going', 'sto-ghost');
  copy.removeAttribute('data-key');
  copy.setAttribute('aria-hidden', 'true');
  copy.style.left = `${x}px`;
  copy.style.top = `${y}px`;
  box.append(copy);
  copy.animate([{ opacity: 1 }, { opacity: 1, offset: 0.5 }, { opacity: 0 }], { duration: 480 }).finished.then(
    () => copy.remove(),
    () => copy.remove(),
  );
}

function flash(box: HTMLElement): void {
  const block = box.closest('.picture-panel')?.querySelector('.tblock');
  block?.animate([{ opacity: 0.25 }, { opacity: 1 }], { duration: 480 });
}
