// When a lab comes to life. Until then the page carries none of its code, and shows the lab as it was when the site was built.
// Values: `touch` (someone points at it, focuses it, or puts a command from the text), `person` (any sign of someone on the page).
import type { ClientDirective } from 'astro';
import { keepPlace } from './reading-place.ts';
import { keptKey, liveEvent, wakeEvent } from './waking.ts';

/** What a touch runs first is fetched once the page has all that is read. */
function fetchAhead(): void {
  const named = document.querySelector<HTMLMetaElement>('meta[name="lab-ahead"]');
  named?.remove();
  for (const name of named?.content.split(' ') ?? [])
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: `/_astro/${name}` }));
}
const whenIdle = (act: () => void) => (window.requestIdleCallback ?? setTimeout)(act);

const touch: ClientDirective = (load, { value }, element) => {
  if (document.readyState === 'complete') whenIdle(fetchAhead);
  else addEventListener('load', () => whenIdle(fetchAhead), { once: true });
  // On a phone one part of the page is shown at a time, from the first moment on: lab.css reads it from the body.
  const lab = element.querySelector<HTMLElement>('.lab');
  if (lab?.querySelector('.dock')) document.body.dataset.part ??= lab.classList.contains('lesson') ? 'read' : 'terminal';
  if (lab?.classList.contains('lesson')) keepPlace();
  let begun = false;
  let hydrated = false;
  let clicked: HTMLElement | undefined;
  const place = value === 'person' ? document : element;
  const events = ['pointermove', 'pointerover', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const;
  /** Parts of the lab listen later than its terminal. */
  const asleep = (target: HTMLElement): boolean => lab?.contains(target) === true && target.closest('[data-live]') === null;
  const clickAgain = (target: HTMLElement): void => {
    clicked = undefined;
    if (target.isConnected) target.click();
  };
  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const event of events) place.removeEventListener(event, begin);
    const hydrate = await load();
    await hydrate();
    hydrated = true;
    element.toggleAttribute('data-clicked', clicked !== undefined);
    // What was clicked before anything listened is clicked again; what wakes the lab has done its work.
    const target = clicked;
    if (target?.matches('.lab-start')) clicked = undefined;
    else if (target && asleep(target)) lab?.dispatchEvent(new Event(wakeEvent));
    else if (target) requestAnimationFrame(() => clickAgain(target));
  };
  const remember = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a, [data-prompt]') : null;
    if (!target || (hydrated && !asleep(target))) return;
    if (!(element.contains(target) || target.matches('[data-prompt], [data-work], [data-write]'))) return;
    clicked = target;
    if (target.dataset.goes !== undefined) document.body.dataset.part = target.dataset.goes;
    if (hydrated) lab?.dispatchEvent(new Event(wakeEvent));
    else void begin();
  };
  document.addEventListener('click', remember, true);
  element.addEventListener(liveEvent, ({ target }) => {
    if (clicked && target instanceof Element && target.contains(clicked)) clickAgain(clicked);
  });
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
  else if (kept()) whenIdle(() => void begin());
};

export default touch;
