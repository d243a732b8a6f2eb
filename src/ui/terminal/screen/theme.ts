// xterm's colours and type, read from the tokens as they are now.
import type { ITheme } from '@xterm/xterm';

const ansi = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const;

export function readTheme(element: HTMLElement): ITheme {
  const probe = document.createElement('span');
  element.append(probe);
  const colour = (name: string) => {
    probe.style.color = `var(--${name})`;
    return getComputedStyle(probe).color;
  };
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
  probe.remove();
  return theme;
}

export const monoFont = '"JetBrains Mono", ui-monospace, "SF Mono", "Cascadia Mono", "DejaVu Sans Mono", "Noto Sans CJK SC", monospace';
