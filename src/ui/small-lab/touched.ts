// When a small lab comes to life: when somebody points at it or its focus. Until then the page carries none of its code.
import type { ClientDirective } from 'astro';

const events = ['pointermove', 'pointerdown', 'touchstart', 'focusin'] as const;

/** The small labs of a page share their code, which waits for pictures: WebKit gives the second that asks for it what has not run yet. */
let before: Promise<unknown> = Promise.resolve();

const touched: ClientDirective = (load, _, element) => {
  let begun = false;
  let clicked: HTMLElement | undefined;
  const remember = ({ target }: Event) => {
    clicked = target instanceof Element ? (target.closest<HTMLElement>('button') ?? undefined) : undefined;
    void begin();
  };
  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const event of events) element.removeEventListener(event, begin);
    const loading = before.then(load);
    before = loading.catch(() => {});
    const hydrate = await loading;
    await hydrate();
    element.removeEventListener('click', remember);
    // Whoever clicked wants to type.
    element.toggleAttribute('data-clicked', clicked !== undefined);
    if (clicked?.isConnected && !clicked.matches('.lab-start')) requestAnimationFrame(() => clicked?.click());
  };
  element.addEventListener('click', remember);
  for (const event of events) element.addEventListener(event, begin, { passive: true });
};

export default touched;
