// One terminal: the screen, the line editor for the keys, the session for everything that happens.
// Loaded only when a terminal is seen. Knows the session; refuses to know the engine and the other parts of the lab.
import { effect } from '@preact/signals';
import type { Selected } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import { createDialogue } from './dialogue.ts';
import { findAll, type Match, nearest } from './find/matches.ts';
import { linkProvider } from './links/provider.ts';
import { listed, type Span, spansOf } from './links/spans.ts';
import { thingsOf } from './links/things.ts';
import { spoken } from './record/spoken.ts';
import { withoutPrompts } from './record/transcript.ts';
import { createGutter } from './screen/gutter.ts';
import { createMarks } from './screen/marks.ts';
import { allLines, type Line } from './screen/rows.ts';
import { createScreen } from './screen/screen.ts';
import type { TerminalWords } from './words.ts';

export interface Found {
  /** From 1; 0 when there is none. */
  readonly at: number;
  readonly all: number;
}

export interface TerminalHandle {
  focus(): void;
  /** Puts a command at the prompt; `enter` runs it. */
  put(line: string, enter?: boolean): void;
  /** Data as if it had been typed, for on-screen keys. */
  type(data: string): void;
  /** Copies the selection, or the whole text when nothing is selected. */
  copy(how?: 'plain'): Promise<void>;
  setReader(on: boolean): void;
  setFontSize(pixels: number): void;
  /** Searches the scrollback and shows a place; `by` goes on from the one shown. */
  find(text: string, by?: 1 | -1): Found;
  /** The things that the visible rows name, the last first. */
  links(): readonly Span[];
  choose(is: Selected, text: string): void;
  fit(): void;
  dispose(): void;
}

export interface TerminalOptions {
  /** Number of the terminal in the session. */
  readonly id: number;
  readonly screen: HTMLElement;
  readonly gutter: HTMLElement;
  readonly session: Session;
  readonly t: TerminalWords;
  readonly ready?: string;
  /** Said above the first prompt of a fresh machine. */
  readonly welcome?: string;
  readonly reader: boolean;
  readonly fontSize: number;
  readonly describedBy: string;
  /** Told politely to whoever listens to the page. */
  say(text: string): void;
  /** Keys that belong to the bar: search, the list of links. */
  onKey(key: 'find' | 'links'): void;
  /** The shell of this terminal was left with Ctrl-D or `exit`. */
  onLeave(): void;
}

export async function createTerminal(options: TerminalOptions): Promise<TerminalHandle> {
  const { id, session, t, say } = options;
  const machine = (): string => session.terminals.value.find((one) => one.id === id)?.machine ?? session.machine.value;
  const screen = await createScreen({
    element: options.screen,
    label: t('label.on', { machine: machine() }),
    describedBy: options.describedBy,
    reader: options.reader,
    fontSize: options.fontSize,
  });
  const { terminal } = screen;
  const things = () => thingsOf(session.view.value, machine());
  const choose = (is: Selected, text: string): void => {
    const again = session.selected.value?.kind === is.kind && session.selected.value.id === is.id;
    session.selected.value = again ? undefined : is;
    say(again ? t('said.unselected') : t('said.selected', { what: `${t(`kind.${is.kind}`)} ${text}` }));
  };
  const gutter = createGutter(
    terminal,
    options.gutter,
    {
      exit: (n) => t('exit', { n }),
      exitTitle: (number, n) => t('exit.title', { number, n }),
      title: (number) => t('command.title', { number }),
    },
    (number) => void session.look(number).catch(() => {}),
  );
  const marks = createMarks(terminal, things, () => session.selected.value);
  terminal.registerLinkProvider(linkProvider(terminal, things, choose));
  const dialogue = createDialogue({ ...options, terminal, gutter, spoken: (turn) => spoken(turn, t) });
  screen.onSize((columns, rows, was) => {
    session.resize(columns, rows, id);
    if (columns !== was) dialogue.reflow();
  });
  const unlisten = effect(() => {
    void session.view.value;
    void session.selected.value;
    marks.soon();
  });

  let searched:
    | { readonly text: string; readonly lines: readonly Line[]; readonly matches: readonly Match[]; readonly current: number }
    | undefined;
  function find(text: string, by?: 1 | -1): Found {
    const lines = allLines(terminal);
    const matches = findAll(
      lines.map((line) => line.text),
      text,
    );
    const bottom = lines.findIndex(({ row, rows }) => row + rows > terminal.buffer.active.viewportY + terminal.rows - 1);
    const from = searched?.text === text && by !== undefined ? searched.current + by : nearest(matches, bottom < 0 ? lines.length : bottom);
    const current = matches.length === 0 ? -1 : (from + matches.length) % matches.length;
    searched = { text, lines, matches, current };
    marks.found(lines, matches, current);
    const row = lines[matches[current]?.line ?? -1]?.row;
    if (row !== undefined) terminal.scrollToLine(Math.max(0, row - Math.floor(terminal.rows / 2)));
    return { at: current + 1, all: matches.length };
  }

  async function copy(how?: 'plain'): Promise<void> {
    let text = terminal.getSelection();
    if (text === '') {
      terminal.selectAll();
      text = terminal.getSelection().trimEnd();
      terminal.clearSelection();
    }
    const turns = session.turns.value.filter((turn) => turn.terminal === id);
    await navigator.clipboard.writeText(how === 'plain' ? withoutPrompts(text, [...turns, { prompt: dialogue.prompt(), line: '' }]) : text);
    say(t('said.copied'));
  }

  let afterEscape = false;
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown' || event.isComposing) return true;
    const key = event.key.toLowerCase();
    const control = event.ctrlKey && !event.altKey && !event.metaKey;
    const bar = control && event.shiftKey ? ({ f: 'find', l: 'links' } as const)[key] : undefined;
    if (bar !== undefined) {
      event.preventDefault();
      options.onKey(bar);
      return false;
    }
    if (control && !event.shiftKey && key === 'm') {
      event.preventDefault();
      say(t(dialogue.switchTab() ? 'said.captured' : 'said.released'));
      return false;
    }
    if (event.key === 'Tab' && (afterEscape || !dialogue.takesTab(event.shiftKey))) {
      afterEscape = false;
      return false;
    }
    if (control && event.shiftKey && key === 'c') {
      event.preventDefault();
      void copy();
      return false;
    }
    // Ctrl-C copies when something is selected, as terminals on the desktop do; without a selection it interrupts.
    if (control && !event.shiftKey && key === 'c' && terminal.hasSelection()) {
      event.preventDefault();
      void copy().then(() => terminal.clearSelection());
      return false;
    }
    if (event.metaKey && key === 'c') return false;
    afterEscape = event.key === 'Escape' && !dialogue.takesEscape();
    return true;
  });

  await machineOpen(session);
  session.resize(terminal.cols, terminal.rows, id);
  await dialogue.begin();

  return {
    focus: () => terminal.focus(),
    put: (line, enter) => {
      terminal.focus();
      dialogue.put(line);
      if (enter) dialogue.input('\r');
    },
    type: (data) => {
      terminal.focus();
      dialogue.input(data);
    },
    copy,
    setReader: (on) => {
      terminal.options.screenReaderMode = on;
    },
    setFontSize: screen.setFontSize,
    find,
    links: () => {
      const buffer = terminal.buffer.active;
      const rows = allLines(terminal).filter(({ row, rows: n }) => row + n > buffer.viewportY && row < buffer.viewportY + terminal.rows);
      return listed(rows.flatMap(({ text }) => spansOf(text, things())));
    },
    choose,
    fit: () => void screen.fit(),
    dispose: () => {
      unlisten();
      dialogue.dispose();
      marks.dispose();
      gutter.dispose();
      screen.dispose();
    },
  };
}

/** Resolves when the machine is there, however many tries that takes. */
function machineOpen(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.status.subscribe((status) => {
      if (status !== 'ready' && status !== 'running') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}
