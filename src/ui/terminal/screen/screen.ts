// xterm in its place: type, colours, size. Knows the page's tokens; refuses to know what is written on it.
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import { monoFont, readTheme } from './theme.ts';

export interface Screen {
  readonly terminal: Terminal;
  /** Fits the text to the element again; false when it has no size now. */
  fit(): boolean;
  setFontSize(pixels: number): void;
  /** When the number of columns or rows has changed. */
  onSize(listener: (columns: number, rows: number, was: number) => void): void;
  dispose(): void;
}

export interface ScreenOptions {
  readonly element: HTMLElement;
  readonly label: string;
  readonly describedBy: string;
  readonly reader: boolean;
  readonly fontSize: number;
}

const lineHeight = 1.15;
/** Width of xterm's scroll bar in pixels, as its fit addon has it. */
const scrollBar = 14;

/** Columns and rows by the measures of the type (0.6 wide, 1.32 high), so that fitting has nothing left to change. */
function likely({ clientWidth, clientHeight }: HTMLElement, fontSize: number): { cols: number; rows: number } {
  const rowHeight = Math.floor(Math.ceil(fontSize * 1.32) * lineHeight);
  return {
    cols: Math.max(2, Math.floor((clientWidth - scrollBar) / (fontSize * 0.6))),
    rows: Math.max(1, Math.floor(clientHeight / rowHeight)),
  };
}

export async function createScreen({ element, label, describedBy, reader, fontSize }: ScreenOptions): Promise<Screen> {
  await Promise.race([document.fonts.load('14px "JetBrains Mono"'), new Promise((resolve) => setTimeout(resolve, 1500))]).catch(
    () => undefined,
  );
  const terminal = new Terminal({
    ...likely(element, fontSize),
    convertEol: true,
    fontFamily: monoFont,
    fontSize,
    lineHeight,
    fontWeight: 400,
    fontWeightBold: 640,
    cursorStyle: 'block',
    cursorInactiveStyle: 'outline',
    scrollback: 5000,
    screenReaderMode: reader,
    macOptionIsMeta: true,
    // What a program prints that is no text is nobody's trouble: /dev/urandom would fill the console.
    logLevel: 'off',
    minimumContrastRatio: 4.5,
    theme: readTheme(element),
  });
  const addon = new FitAddon();
  terminal.loadAddon(addon);
  terminal.open(element);
  addon.fit();
  terminal.textarea?.setAttribute('aria-label', label);
  terminal.textarea?.setAttribute('aria-describedby', describedBy);
  terminal.textarea?.setAttribute('autocapitalize', 'none');

  const listeners = new Set<Parameters<Screen['onSize']>[0]>();
  const refit = (): boolean => {
    if (element.clientWidth === 0 || element.clientHeight === 0) return false;
    const { cols, rows } = terminal;
    addon.fit();
    if (terminal.cols !== cols || terminal.rows !== rows) for (const listener of listeners) listener(terminal.cols, terminal.rows, cols);
    return true;
  };
  const resized = new ResizeObserver(refit);
  resized.observe(element);
  const rethemed = (): void => {
    terminal.options.theme = readTheme(element);
  };
  window.addEventListener('strata:theme', rethemed);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', rethemed);

  return {
    terminal,
    fit: refit,
    setFontSize: (pixels) => {
      terminal.options.fontSize = pixels;
      refit();
    },
    onSize: (listener) => listeners.add(listener),
    dispose: () => {
      resized.disconnect();
      window.removeEventListener('strata:theme', rethemed);
      scheme.removeEventListener('change', rethemed);
      terminal.dispose();
    },
  };
}
