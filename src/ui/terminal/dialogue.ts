// What is said between a person and a shell: prompt, keys, commands one after another, their output, and input they ask for.
import { type Cooked, cook } from './cooked.ts';
import type { Dialogue, DialogueOptions } from './dialogue-contract.ts';
import { emptyInner, type Inner, inner } from './inner.ts';
import { type Action, type Drawn, decode, emptyLine, encode, type LineState, reduce, render, splitCommands } from './line-editor/index.ts';
import { lineAt } from './screen/rows.ts';

const muted = (text: string): string => `\x1b[37m${text}\x1b[0m`;
/** Asks xterm to mark what is pasted. */
const BRACKETED = '\x1b[?2004h';

export function createDialogue(options: DialogueOptions): Dialogue {
  const { id, session, terminal, gutter, t, say } = options;
  let line: LineState = emptyLine(session.history);
  let drawn: Drawn | undefined;
  let cooked: Cooked = { line: '' };
  let mode: 'starting' | 'prompt' | 'running' = 'starting';
  let ahead = '';
  let queue: string[] = [];
  let completes = true;
  let gone = false;
  /** A shell inside a container edits its line; the row as it stood before the first key is its prompt. */
  let editing = false;
  let inside: Inner = emptyInner();
  let insidePrompt: string | undefined;
  let held = false;
  /** Where the terminal was told to stand last: later commands of an earlier life stay unsaid. */
  let life = 0;

  const write = (text: string): void => terminal.write(text);
  const settled = (): Promise<void> => new Promise((resolve) => terminal.write('', resolve));
  const prompt = (): string => session.terminals.value.find((one) => one.id === id)?.prompt ?? '$ ';

  /** The first terminal of a machine stays. */
  const closable = (): boolean => {
    const { value } = session.terminals;
    const machine = value.find((one) => one.id === id)?.machine;
    return value.find((one) => one.machine === machine)?.id !== id;
  };

  /** `data-mode` of the terminal in front: `prompt` once it can be seen, `running` at once. */
  function tell(now: typeof mode): void {
    const host = options.screen.closest<HTMLElement>('.tty');
    if (host && session.terminal.value === id) host.dataset.mode = now;
  }

  function draw(state: LineState = line): void {
    const result = render(state, { text: prompt(), more: '> ' }, terminal.cols, drawn);
    write(result.output);
    drawn = result.drawn;
  }

  /** The line as it stays when it is left: no list, no search, the cursor at its end. */
  function drawAtEnd(text: string): void {
    const { search: _, menu: __, ...plain } = line;
    draw({ ...plain, text, cursor: text.length });
  }

  async function showPrompt(): Promise<void> {
    await settled();
    if (gone) return;
    if (terminal.buffer.active.cursorX > 0) write('\r\n');
    mode = 'prompt';
    drawn = undefined;
    const { history } = session;
    if (history.length > line.history.length) line = { ...line, history };
    draw();
    write(BRACKETED);
    // Told when it can be seen: parsed, and a frame later drawn.
    terminal.write('', () => requestAnimationFrame(() => tell(mode)));
    const typed = ahead;
    ahead = '';
    if (typed !== '') input(typed);
  }

  async function submit(text: string, shownRows: number): Promise<void> {
    const mine = life;
    mode = 'running';
    editing = false;
    inside = emptyInner();
    tell(mode);
    session.remember(line.history);
    queue = splitCommands(text);
    let rowsUp = shownRows;
    for (let next = queue.shift(); next !== undefined && mine === life; next = queue.shift()) {
      await settled();
      const mark = next.trim() === '' ? undefined : gutter.mark(rowsUp);
      rowsUp = 0;
      const exit = await session.run(next, id);
      if (mine !== life || gone) return;
      const turn = session.turns.value.findLast((one) => one.terminal === id);
      if (mark !== undefined && turn !== undefined) {
        mark.done(turn.number, exit);
        say(options.spoken(turn));
      }
      if (exit === 130 && queue.length > 0) {
        say(t('said.cleared', { n: queue.length }));
        queue = [];
      }
    }
    if (mine !== life || gone) return;
    cooked = { line: '' };
    await showPrompt();
  }

  function input(data: string): void {
    if (mode === 'starting') ahead += data;
    else if (mode === 'running') running(data);
    else {
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
  }

  function perform(action: Action): void {
    const previous = line;
    const { state, effects } = reduce(line, action);
    line = state;
    for (const effect of effects) {
      switch (effect.type) {
        case 'submit':
        case 'interrupt': {
          const text = effect.type === 'submit' ? effect.text : previous.text;
          drawAtEnd(text);
          const rows = (drawn?.cursorRow ?? 0) + 1;
          write(effect.type === 'interrupt' ? '^C\r\n' : '\r\n');
          drawn = undefined;
          void (effect.type === 'submit' ? submit(effect.text, rows) : showPrompt());
          return;
        }
        case 'clear':
          write('\x1b[H\x1b[2J\x1b[3J');
          gutter.clear();
          drawn = undefined;
          break;
        case 'complete':
          void complete();
          break;
        case 'eof':
          if (closable()) {
            options.onLeave();
            return;
          }
          write(`\r\n${muted(t('stays'))}\r\n`);
          say(t('stays'));
          drawn = undefined;
          break;
        case 'suspend':
        case 'bell':
          break;
      }
    }
    draw();
  }

  async function complete(): Promise<void> {
    const asked = line;
    const found = await session.complete(asked.text, asked.cursor, id);
    if (mode !== 'prompt' || line !== asked) return;
    perform({ type: 'completed', ...found });
    if (line.menu !== undefined) say(t('said.candidates', { n: line.menu.candidates.length }));
  }

  function interrupt(): void {
    ahead = '';
    cooked = { line: '' };
    if (queue.length > 0) say(t('said.cleared', { n: queue.length }));
    queue = [];
    session.interrupt(id);
  }

  function running(data: string): void {
    if (editing && session.waits.value.get(id) === 'stdin') {
      typeInside(data);
      return;
    }
    if (data.includes('\x03')) {
      write('^C\r\n');
      interrupt();
      return;
    }
    if (data === '\x1a') {
      write('^Z\r\n');
      session.suspend(id);
      return;
    }
    if (session.waits.value.get(id) !== 'stdin') {
      ahead += data;
      return;
    }
    const step = cook(cooked, data);
    cooked = step.state;
    write(step.echo);
    for (const effect of step.effects) {
      if (effect.type === 'send') session.stdin(effect.text, id);
      else if (effect.type === 'eof') session.eof(id);
    }
  }

  /** Ctrl-P may begin what detaches docker's client, so it waits for the next key; alone it is the line before. */
  function typeInside(data: string): void {
    if (held && data === '\x11') {
      held = false;
      for (const key of ['\x10', '\x11']) session.stdin(key, id);
      return;
    }
    if (held) performInside({ type: 'up' });
    held = data === '\x10';
    if (!held) for (const action of decode(data)) performInside(action);
  }

  /** A key for the line that a shell in a container edits. */
  function performInside(action: Action): void {
    if (!editing) {
      ahead += encode(action);
      return;
    }
    insidePrompt ??= lineAt(terminal.buffer.active, terminal.buffer.active.baseY + terminal.buffer.active.cursorY).text;
    const left = (text: string): void => {
      drawInside({ line: { ...emptyInner().line, text, cursor: text.length } });
      editing = false;
      insidePrompt = undefined;
      drawn = undefined;
    };
    const before = inside.line.text;
    const { state, effects } = inner(inside, action);
    inside = state;
    for (const effect of effects) {
      if (effect.type === 'send') {
        left(effect.text.slice(0, -1));
        write('\r\n');
        session.stdin(effect.text, id);
        return;
      }
      if (effect.type === 'clear') {
        write('\x1b[H\x1b[2J\x1b[3J');
        gutter.clear();
        drawn = undefined;
      } else if (effect.type === 'complete') void completeInside();
      else {
        left(before);
        if (effect.type === 'eof') session.eof(id);
        else {
          write('^C');
          interrupt();
        }
        return;
      }
    }
    drawInside(inside);
  }

  async function completeInside(): Promise<void> {
    const asked = inside;
    const found = await session.complete(asked.line.text, asked.line.cursor, id);
    if (!editing || inside !== asked) return;
    performInside({ type: 'completed', ...found });
    if (inside.line.menu !== undefined) say(t('said.candidates', { n: inside.line.menu.candidates.length }));
  }

  function drawInside({ line: edited }: Inner): void {
    const text = (insidePrompt ?? '').replace(/\s*$/, ' ');
    const result = render(edited, { text, more: '' }, terminal.cols, drawn);
    write(result.output);
    drawn = result.drawn;
  }

  /** The line that keys change now. */
  const current = (): LineState => (mode === 'running' && editing ? inside.line : line);

  /** A shell that edits its lines asks where the cursor is, or for marked pastes, when it shows a prompt. */
  const asked = [
    terminal.parser.registerCsiHandler({ final: 'n' }, ([parameter]) => {
      if (parameter !== 6 || mode !== 'running') return false;
      editing = true;
      return true;
    }),
    terminal.parser.registerCsiHandler({ prefix: '?', final: 'h' }, ([parameter]) => {
      if (parameter === 2004 && mode === 'running') editing = true;
      return false;
    }),
    terminal.parser.registerCsiHandler({ prefix: '?', final: 'l' }, ([parameter]) => {
      if (parameter === 2004) editing = false;
      return false;
    }),
  ];

  const unlisten = [
    session.terminal.subscribe((front) => {
      if (front === id) tell(mode);
    }),
    session.onOutput((text, shown) => terminal.write(text, shown), id),
    session.onReset(() => {
      life++;
      terminal.reset();
      gutter.clear();
      queue = [];
      ahead = '';
      line = emptyLine(session.history);
      drawn = undefined;
      cooked = { line: '' };
      void restore();
    }),
    session.waits.subscribe((waits) => {
      if (waits.get(id) !== 'stdin') return;
      say(t('said.waiting'));
      const typed = ahead;
      ahead = '';
      if (typed !== '') running(typed);
    }),
  ];
  const onData = terminal.onData(input);

  /** Shows what was done before: every command with what it printed. */
  async function restore(): Promise<void> {
    const mine = life;
    mode = 'starting';
    write(BRACKETED);
    const turns = session.turns.value.filter((turn) => turn.terminal === id);
    for (const turn of turns) {
      await settled();
      if (mine !== life || gone) return;
      if (terminal.buffer.active.cursorX > 0) write('\r\n');
      write(`${muted(turn.prompt)}\x1b[1;97m${turn.line.replaceAll('\n', '\r\n> ')}\x1b[0m\r\n`);
      await settled();
      gutter.mark(1 + turn.line.split('\n').length - 1).done(turn.number, turn.exit);
      write(turn.output);
    }
    if (options.welcome !== undefined && session.turns.value.length === 0) write(`${muted(options.welcome)}\r\n`);
    if (mine !== life || gone) return;
    await showPrompt();
  }

  return {
    begin: async () => {
      line = emptyLine(session.history);
      const { ready } = options;
      if (ready !== undefined && session.turns.value.length === 0) line = { ...line, text: ready, cursor: ready.length };
      await restore();
    },
    input,
    put: (text) => {
      if (mode === 'prompt') perform({ type: 'set', text });
      else ahead = text;
    },
    prompt,
    reflow: () => {
      if (mode !== 'prompt') return;
      drawn = render(line, { text: prompt(), more: '> ' }, terminal.cols, undefined).drawn;
      draw();
    },
    takesTab: (back) => completes && (!back || current().menu !== undefined),
    takesEscape: () => (mode === 'prompt' || editing) && (current().menu !== undefined || current().search !== undefined),
    switchTab: () => {
      completes = !completes;
      return completes;
    },
    dispose: () => {
      gone = true;
      onData.dispose();
      for (const handler of asked) handler.dispose();
      for (const stop of unlisten) stop();
    },
  };
}
