// When a lab comes to life. A lesson's lab is still until someone touches it: until then the page carries none of its code.
// Values: `touch` (pointer, focus, or a command put from the text), `idle` (when the page has loaded), `load` (at once).
import type { ClientDirective } from 'astro';

/** Set on this device when a lab has something to come back to. */
export const keptKey = (lab: string): string => `strata.kept.${lab}`;

const touch: ClientDirective = (load, { value }, element) => {
  let begun = false;
  let clicked: HTMLElement | undefined;
  const events = ['pointerover', 'pointerdown', 'focusin', 'keydown'] as const;
  const begin = async () => {
    if (begun) return;
    begun = true;
    for (const event of events) element.removeEventListener(event, begin);
    const hydrate = await load();
    await hydrate();
    document.removeEventListener('click', remember, true);
    element.toggleAttribute('data-clicked', clicked !== undefined);
    // What was clicked before anything listened is clicked again.
    if (clicked?.isConnected) requestAnimationFrame(() => clicked?.click());
  };
  const remember = (event: MouseEvent) => {
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>('button, a, [data-prompt]') : null;
    if (!target || !(element.contains(target) || target.dataset.prompt !== undefined)) return;
    clicked = target;
    void begin();
  };
  document.addEventListener('click', remember, true);
  for (const event of events) element.addEventListener(event, begin);
  const kept = () => {
    try {
      return localStorage.getItem(keptKey(element.querySelector<HTMLElement>('.lab')?.dataset.lab ?? '')) !== null;
    } catch {
      return false;
    }
  };
  if (value === 'load' || location.hash.startsWith('#s=')) void begin();
  else if (value === 'idle' || kept()) (window.requestIdleCallback ?? setTimeout)(() => void begin());
};

export default touch;
