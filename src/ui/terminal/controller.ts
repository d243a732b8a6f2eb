// One terminal: xterm for the screen, the line editor for the keys, the session for everything that happens.
// Loaded only when a terminal is seen. Knows the session; refuses to know the engine and the other parts of the lab.
import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import type { Words } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import { type Cooked, cook } from './cooked.ts';
import { createGutter } from './gutter.ts';
import { type Action, type Drawn, decode, emptyLine, type LineState, layOut, reduce, render, splitCommands } from './line-editor/index.ts';
import { monoFont, readTheme } from './theme.ts';

export interface TerminalHandle {
  focus(): void;
  /** Puts a command at the prompt; the learner presses Enter. */
  put(line: string): void;
  /** Data as if it had been typed, for on-screen keys. */
  type(data: string): void;
  /** Copies the selection, or the whole text when nothing is selected. */
  copy(): Promise<void>;
  setReader(on: boolean): void;
  setFontSize(pixels: number): void;
  /** Whether Tab completes (true) or moves the focus (false). */
  setTab(completes: boolean): void;
  dispose(): void;
}

export interface TerminalOptions {
  readonly screen: HTMLElement;
  readonly gutter: HTMLElement;
  readonly session: Session;
  readonly t: Words;
  readonly ready?: string;
  /** Said above the first prompt of a fresh machine. */
  readonly welcome?: string;
  readonly reader: boolean;
  readonly fontSize: number;
  readonly describedBy: string;
  onTab(completes: boolean): void;
}

export async function createTerminal(options: TerminalOptions): Promise<TerminalHandle> {
  const { screen, session, t } = options;
  await Promise.race([document.fonts.load('14px "JetBrains Mono"'), new Promise((resolve) => setTimeout(resolve, 1500))]).catch(
    () => undefined,
  );
  const terminal = new Terminal({
    convertEol: true,
    fontFamily: monoFont,
    fontSize: options.fontSize,
    lineHeight: 1.15,
    fontWeight: 400,
    fontWeightBold: 640,
    cursorStyle: 'block',
    cursorInactiveStyle: 'outline',
    scrollback: 5000,
    screenReaderMode: options.reader,
    macOptionIsMeta: true,
    minimumContrastRatio: 4.5,
    theme: readTheme(screen),
  });
  const fit = new FitAddon();
  terminal.loadAddon(fit);
  terminal.open(screen);
  fit.fit();
  terminal.textarea?.setAttribute('aria-label', t('terminal.label'));
  terminal.textarea?.setAttribute('aria-describedby', options.describedBy);
  const gutter = createGutter(terminal, options.gutter, (exit) => t('terminal.exit', { n: exit }));

  let line: LineState = emptyLine(session.history);
  let drawn: Drawn | undefined;
  let cooked: Cooked = { line: '' };
  let mode: 'starting' | 'prompt' | 'running' = 'starting';
  let ahead = '';
  let queue: string[] = [];
  let afterEscape = false;
  let completes = true;
  let lastKeyWasTab = false;

  const write = (text: string) => terminal.write(text);
  const settled = () => new Promise<void>((resolve) => terminal.write('', resolve));
  const prompt = () => ({ text: session.view.value?.terminals[0]?.prompt ?? '$ ', more: '> ' });

  /** `data-mode` of the terminal: `prompt` once it can be seen, `running` at once. */
  function tell(now: typeof mode): void {
    const host = screen.closest<HTMLElement>('.tty');
    if (host) host.dataset.mode = now;
  }

  function draw(): void {
    const result = render(line, prompt(), terminal.cols, drawn);
    write(result.output);
    drawn = result.drawn;
  }

  async function showPrompt(): Promise<void> {
    await settled();
    if (terminal.buffer.active.cursorX > 0) write('\r\n');
    mode = 'prompt';
    drawn = undefined;
    draw();
    // Told when it can be seen: parsed, and a frame later drawn.
    terminal.write('', () => requestAnimationFrame(() => tell(mode)));
    const typed = ahead;
    ahead = '';
    if (typed !== '') input(typed);
  }

  /** Leaves the edited line as it stands and goes to the row below it. */
  function leaveLine(): void {
    drawAtEnd();
    write('\r\n');
    drawn = undefined;
  }

  function drawAtEnd(): void {
    const { search: _, ...plain } = line;
    const result = render({ ...plain, cursor: plain.text.length }, prompt(), terminal.cols, drawn);
    write(result.output);
    drawn = result.drawn;
  }

  async function submit(text: string, shownRows: number): Promise<void> {
    mode = 'running';
    tell(mode);
    session.remember(line.history);
    queue = splitCommands(text);
    let rowsUp = shownRows;
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      await settled();
      const finish = next.trim() === '' ? () => {} : gutter.mark((session.turns.value.at(-1)?.number ?? 0) + 1, rowsUp);
      rowsUp = 0;
      const exit = await session.run(next);
      finish(exit);
      if (exit === 130) queue = [];
    }
    cooked = { line: '' };
    await showPrompt();
  }

  function input(data: string): void {
    if (mode === 'starting') {
      ahead += data;
      return;
    }
    if (mode === 'running') {
      running(data);
      return;
    }
    const actions = decode(data);
    for (const [index, action] of actions.entries()) {
      if (mode !== 'prompt') {
        // What was typed after Enter waits for the next prompt, or goes to the command if it asks for input.
        ahead += actions.slice(index).map(encode).join('');
        return;
      }
      perform(action);
    }
  }

  function perform(action: Action): void {
    const repeated = action.type === 'complete' && lastKeyWasTab;
    lastKeyWasTab = action.type === 'complete';
    const previous = line;
    const { state, effects } = reduce(line, action);
    line = state;
    const submitted = effects.find((effect) => effect.type === 'submit');
    const interrupted = effects.some((effect) => effect.type === 'interrupt');
    if (submitted || interrupted) {
      const shown = submitted ? submitted.text : previous.text;
      const kept = line;
      line = { ...line, text: shown, cursor: shown.length };
      drawAtEnd();
      const rows = (drawn?.cursorRow ?? 0) + 1;
      line = kept;
      write(interrupted ? '^C\r\n' : '\r\n');
      drawn = undefined;
      if (submitted) void submit(submitted.text, rows);
      else void showPrompt();
      return;
    }
    for (const effect of effects) {
      if (effect.type === 'clear') {
        write('\x1b[H\x1b[2J\x1b[3J');
        gutter.clear();
        drawn = undefined;
      } else if (effect.type === 'complete') void complete(repeated);
      else if (effect.type === 'list') {
        leaveLine();
        write(`${layOut(effect.candidates.slice(0, 200), terminal.cols).join('\r\n')}\r\n`);
      }
    }
    draw();
  }

  async function complete(again: boolean): Promise<void> {
    const asked = line;
    const { candidates, from, to } = await session.complete(asked.text, asked.cursor);
    if (mode !== 'prompt' || line !== asked) return;
    const tab = lastKeyWasTab;
    perform({ type: 'completed', candidates, from, to, again });
    lastKeyWasTab = tab;
  }

  function running(data: string): void {
    if (data.includes('\x03')) {
      ahead = '';
      queue = [];
      write('^C\r\n');
      session.interrupt();
      return;
    }
    if (session.waiting.value !== 'stdin') {
      ahead += data;
      return;
    }
    const step = cook(cooked, data);
    cooked = step.state;
    write(step.echo);
    for (const effect of step.effects) {
      if (effect.type === 'send') session.stdin(effect.text);
      else if (effect.type === 'eof') session.eof();
    }
  }

  terminal.onData(input);
  terminal.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true;
    if (event.ctrlKey && !event.altKey && !event.metaKey && event.key.toLowerCase() === 'm') {
      event.preventDefault();
      completes = !completes;
      options.onTab(completes);
      return false;
    }
    if (event.key === 'Tab' && (event.shiftKey || afterEscape || !completes)) {
      afterEscape = false;
      return false;
    }
    if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'c') {
      event.preventDefault();
      void handle.copy();
      return false;
    }
    // Ctrl-C copies when something is selected, as terminals on the desktop do; without a selection it interrupts.
    if (event.ctrlKey && !event.shiftKey && event.key.toLowerCase() === 'c' && terminal.hasSelection()) {
      event.preventDefault();
      void handle.copy().then(() => terminal.clearSelection());
      return false;
    }
    if (event.metaKey && event.key.toLowerCase() === 'c') return false;
    afterEscape = event.key === 'Escape';
    return true;
  });

  const unlisten = [
    session.onOutput((text, shown) => terminal.write(text, shown)),
    session.onPut((text, enter) => {
      handle.put(text);
      if (enter) input('\r');
    }),
    session.onReset(() => {
      terminal.reset();
      write('\x1b[?2004h');
      gutter.clear();
      queue = [];
      ahead = '';
      line = emptyLine([]);
      cooked = { line: '' };
      void showPrompt();
    }),
    session.waiting.subscribe((waiting) => {
      if (waiting === 'stdin' && ahead !== '') {
        const typed = ahead;
        ahead = '';
        running(typed);
      }
    }),
  ];

  const resized = new ResizeObserver(() => {
    if (screen.clientWidth === 0 || screen.clientHeight === 0) return;
    const before = terminal.cols;
    fit.fit();
    if (terminal.cols !== before) {
      session.resize(terminal.cols, terminal.rows);
      if (mode === 'prompt') {
        drawn = render(line, prompt(), terminal.cols, undefined).drawn;
        draw();
      }
    }
  });
  resized.observe(screen);
  const rethemed = () => {
    terminal.options.theme = readTheme(screen);
  };
  window.addEventListener('strata:theme', rethemed);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', rethemed);

  /** Shows what an earlier visit left: every command with what it printed. */
  async function restore(): Promise<void> {
    write('\x1b[?2004h');
    for (const turn of session.turns.value) {
      await settled();
      if (terminal.buffer.active.cursorX > 0) write('\r\n');
      write(`\x1b[37m${turn.prompt}\x1b[0m\x1b[1;97m${turn.line}\x1b[0m\r\n`);
      await settled();
      gutter.mark(turn.number, 1 + turn.line.split('\n').length - 1)(turn.exit);
      write(turn.output);
    }
    if (options.welcome !== undefined && session.turns.value.length === 0) write(`\x1b[37m${options.welcome}\x1b[0m\r\n`);
    line = emptyLine(session.history);
    if (options.ready !== undefined && session.turns.value.length === 0)
      line = { ...line, text: options.ready, cursor: options.ready.length };
    await showPrompt();
  }

  const handle: TerminalHandle = {
    focus: () => terminal.focus(),
    put: (text) => {
      terminal.focus();
      if (mode === 'prompt') perform({ type: 'set', text });
      else ahead = text;
    },
    type: (data) => {
      terminal.focus();
      input(data);
    },
    copy: async () => {
      let text = terminal.getSelection();
      if (text === '') {
        terminal.selectAll();
        text = terminal.getSelection().trimEnd();
        terminal.clearSelection();
      }
      await navigator.clipboard.writeText(text);
    },
    setReader: (on) => {
      terminal.options.screenReaderMode = on;
    },
    setFontSize: (pixels) => {
      terminal.options.fontSize = pixels;
      fit.fit();
      session.resize(terminal.cols, terminal.rows);
    },
    setTab: (on) => {
      completes = on;
    },
    dispose: () => {
      for (const stop of unlisten) stop();
      resized.disconnect();
      window.removeEventListener('strata:theme', rethemed);
      scheme.removeEventListener('change', rethemed);
      gutter.dispose();
      terminal.dispose();
    },
  };

  await machineOpen(session);
  session.resize(terminal.cols, terminal.rows);
  await restore();
  return handle;
}

/** Resolves when the machine is there, however many tries that takes. */
function machineOpen(session: Session): Promise<void> {
  return new Promise((resolve) => {
    const stop = session.status.subscribe((status) => {
      if (status !== 'ready') return;
      resolve();
      queueMicrotask(() => stop());
    });
  });
}

/** The inverse of decode, for keys that arrived while a command was starting. */
function encode(action: Action): string {
  if (action.type === 'insert' || action.type === 'paste') return action.text;
  if (action.type === 'enter') return '\r';
  if (action.type === 'interrupt') return '\x03';
  if (action.type === 'backspace') return '\x7f';
  return '';
}
