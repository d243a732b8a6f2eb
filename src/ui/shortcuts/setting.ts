// Whether single letters do something in pictures. Some voice input and some hands send letters nobody meant.
const key = 'strata.letters';

export function lettersAllowed(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

export function allowLetters(on: boolean): void {
  try {
    if (on) localStorage.removeItem(key);
    else localStorage.setItem(key, 'off');
  } catch {
    // The choice then lasts as long as the page.
  }
}

/** Keeps letters from pictures and the timeline while they are turned off; typing in fields and the terminal is never touched. */
export function guardLetters(allowed: () => boolean): () => void {
  const press = (event: KeyboardEvent) => {
    if (allowed() || event.key.length !== 1 || event.key === ' ' || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target instanceof Element ? event.target : null;
    if (!target?.closest('.picture, .tl') || target.closest('input, textarea, select, [contenteditable]')) return;
    event.stopPropagation();
  };
  document.addEventListener('keydown', press, true);
  return () => document.removeEventListener('keydown', press, true);
}
