// When a lab comes to life. Until then the page carries none of its code, and shows the lab as it was when the site was built.
// Values: `touch` (someone points at it, focuses it, or puts a command from the text), `person` (any sign of someone on the page).
import type { ClientDirective } from 'astro';

/** Set on this device when a lab has something to come back to. */
export const keptKey = (lab: string): string => `strata.kept.${lab}`;

const touch: ClientDirective = (load, { value }, element) => {
  // On a phone one part of the page is shown at a time, from the first moment on: lab.css reads it from the body.
  const lab = element.querySelector<HTMLElement>('.lab');
  if (lab?.querySelector('.dock')) document.body.dataset.part ??= lab.classList.contains('lesson') ? 'read' : 'terminal';
  let begun = false;
  let clicked: HTMLElement | undefined;
  const place = value === 'person' ? document : element;
  const events = ['pointermove', 'pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const;
  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const event of events) place.removeEventListener(event, begin);
    const hydrate = await load();
    await hydrate();
    document.removeEventListener('click', remember, true);
    element.toggleAttribute('data-clicked', clicked !== undefined);
    // What was clicked before anything listened is clicked again.
    if (clicked?.isConnected) requestAnimationFrame(() => clicked?.click());
  };
  const remember = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a, [data-prompt]') : null;
    if (!target || !(element.contains(target) || target.matches('[data-prompt], [data-work], [data-write]'))) return;
    clicked = target;
    if (target.dataset.goes !== undefined) document.body.dataset.part = target.dataset.goes;
    void begin();
  };
  document.addEventListener('click', remember, true);
  for (const event of events) place.addEventListener(event, begin, { passive: true });
  const kept = () => {
    try {
      return localStorage.getItem(keptKey(lab?.dataset.lab ?? '')) !== null;
    } catch {
      return false;
    }
  };
  // A link to a state, to an exercise, or to a box of one's own.
  if (/[#?&](?:s|box)=|#exercise-/.test(location.search + location.hash)) void begin();
  else if (kept()) (window.requestIdleCallback ?? setTimeout)(() => void begin());
};

export default touch;
