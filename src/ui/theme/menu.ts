// The appearance menu: radios and a switch that write to <html> and to this device's memory.

interface Appearance {
  theme?: 'light' | 'dark';
  contrast?: boolean;
}

const key = 'strata.appearance';
const root = document.documentElement;

function read(): Appearance {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Appearance;
  } catch {
    return {};
  }
}

function write(change: Appearance): void {
  try {
    localStorage.setItem(key, JSON.stringify(change));
  } catch {
    // A browser that forbids storage still gets the theme for this page.
  }
}

function apply({ theme, contrast }: Appearance): void {
  if (theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  if (contrast) root.dataset.contrast = 'more';
  else delete root.dataset.contrast;
  // Canvas and terminal colours are read from the tokens, so they ask to be told.
  window.dispatchEvent(new Event('strata:theme'));
}

const menu = document.querySelector<HTMLElement>('#appearance');
if (menu) {
  const now = read();
  for (const radio of menu.querySelectorAll<HTMLInputElement>('input[name="theme"]'))
    radio.checked = radio.value === (now.theme ?? 'system');
  const contrast = menu.querySelector<HTMLInputElement>('input[name="contrast"]');
  if (contrast) contrast.checked = root.dataset.contrast === 'more';
  menu.addEventListener('change', () => {
    const theme = menu.querySelector<HTMLInputElement>('input[name="theme"]:checked')?.value;
    const chosen: Appearance = { contrast: contrast?.checked ?? false };
    if (theme === 'light' || theme === 'dark') chosen.theme = theme;
    write(chosen);
    apply(chosen);
  });
}
