// xterm's colours and type, read from the tokens as they are now.
import type { ITheme } from '@xterm/xterm';

const ansi = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

/** The tokens that are read. */
const names = ['sheet', 'ink-2', 'ink', 'accent-wash', 'muted', ...ansi.map((_, index) => `a${index}`)];

export function readTheme(element: HTMLElement): ITheme {
  // All at once, so that the page's styles are worked out once.
  const probes = document.createElement('span');
  for (const name of names) probes.appendChild(document.createElement('i')).style.color = `var(--${name})`;
  element.append(probes);
  const found = new Map(names.map((name, index) => [name, getComputedStyle(probes.children[index] as Element).color]));
  probes.remove();
  const colour = (name: string) => found.get(name) ?? '';
  const theme: ITheme = {
    background: colour('sheet'),
    foreground: colour('ink-2'),
    cursor: colour('ink'),
    cursorAccent: colour('sheet'),
    selectionBackground: colour('accent-wash'),
    selectionForeground: colour('ink'),
  };
  ansi.forEach((name, index) => {
    const value = colour(`a${index}`);
    theme[name] = value;
    theme[`bright${name[0]?.toUpperCase()}${name.slice(1)}` as keyof ITheme & `bright${string}`] = value as never;
  });
  // The prompt is written in "white"; the tokens' eighth colour is muted on paper and ink on slate.
  theme.white = colour('muted');
  theme.brightWhite = colour('ink');
  return theme;
}

export const monoFont = '"JetBrains Mono", ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", "Noto Sans CJK SC", monospace';
