// One Session per lab: owns the worker, the view, the timeline and the memory.
import { batch, computed, signal } from '@preact/signals';
import { type Client, connect, type Pushed } from './client.ts';
import type { Holding, Notice, Session, SessionOptions, Shown, Status, Waiting } from './contract.ts';
import type { ClockState } from './engine-session.ts';
import { filesOf } from './files.ts';
import { createOutputs } from './outputs.ts';
import type { Standing } from './protocol.ts';
import type { Queries, QueryName } from './queries/index.ts';
import { refused } from './refusal/page.ts';
import { sayReason } from './refusal/say.ts';
import { solvedBy } from './solved.ts';
import type { LabRecord } from './storage.ts';
import { type Difference, merged, type Timeline, type Turn } from './timeline.ts';
import type { ChangeView, LabView } from './view/index.ts';
import { type PackedView, unpackView } from './view/packed.ts';

export type { Session } from './contract.ts';

/** Real milliseconds within which the worker must take a signal; after that it is replaced. */
const patience = 2000;

type Look = { readonly point: number; readonly view: LabView; readonly before: LabView | undefined };

export function createSession(options: SessionOptions): Session {
  const { id, start, exercise, store } = options;
  const outputs = createOutputs((chars) => void ask('ack', { chars }).catch(() => {}));
  const resets = new Set<() => void>();
  const beforeRun = new Set<() => Promise<void>>();
  const puts = new Set<(line: string, enter: boolean) => void>();
  /** By terminal, who waits for its command's end. */
  const ends = new Map<number, { resolve(turn: Turn): void; reject(error: Error): void }>();
  const layers = new Map<string, readonly ChangeView[]>();
  let client: Client | undefined;
  let saved = options.saved;
  let history: readonly string[] = [];
  let saving = Promise.resolve();
  let storable = true;
  /** The point that `view` is of. */
  let viewed = 0;
  /** What was there before the commands that run now. */
  let settled = options.initial;
  let holding: Holding | undefined;
  const interrupts = new Map<number, number>();
  /** Counts commands, so that a late timer knows its command is over. */
  const begun = new Map<number, number>();

  let made = () => {};
  const making = new Promise<void>((resolve) => {
    made = resolve;
  });

  const status = signal<Status>('idle');
  const failure = signal('');
  const view = signal<LabView | undefined>(options.initial);
  const before = signal<LabView | undefined>(undefined);
  const looked = signal<Look | undefined>(undefined);
  const notice = signal<Notice | undefined>(undefined);
  const access = signal<'here' | 'elsewhere' | 'free'>('here');
  const clock = signal({ now: options.initial?.now ?? 0, mode: 'run' as ClockState['mode'], jumping: false, heard: performance.now() });
  const filesVersion = signal(0);
  const machine = signal(options.initial?.machines[0]?.name ?? start.machines?.[0] ?? 'strata');
  const terminal = signal(0);
  const busy = signal<ReadonlySet<number>>(new Set());
  const waits = signal<ReadonlyMap<number, Waiting>>(new Map());
  const turns = signal<readonly Turn[]>([]);
  const timeline = signal<Timeline>({ points: [], head: 0 });
  const verdict: Session['verdict'] = signal(undefined);
  const selected: Session['selected'] = signal(undefined);
  const shown = computed<Shown>(() => {
    const at = looked.value;
    if (at) return { view: at.view, before: at.before, live: false, point: at.point === 0 ? undefined : at.point };
    const { head } = timeline.value;
    return { view: view.value, before: before.value, live: true, point: head === 0 ? undefined : head };
  });

  const ask: Client['ask'] = (type, body) => (client ? client.ask(type, body) : Promise.reject(refused('engine.early')));
  const hear = (told: Partial<ClockState>): void => {
    clock.value = { ...clock.value, ...told, heard: performance.now() };
  };
  const settle = (): void => {
    if (status.value === 'running' || status.value === 'ready') status.value = busy.value.size > 0 ? 'running' : 'ready';
  };
  const setBusy = (of: number, is: boolean): void => {
    const next = new Set(busy.value);
    if (is) next.add(of);
    else next.delete(of);
    busy.value = next;
    settle();
  };
  const setWaits = (of: number, what: Waiting): void => {
    waits.value = new Map(waits.value).set(of, what);
  };

  function pushed(message: Pushed): void {
    batch(() => {
      if (message.type === 'output') outputs.hear(message.text, message.terminal);
      else if (message.type === 'clock') hear(message.clock);
      else if (message.type === 'waiting') setWaits(message.terminal, message.for);
      else if (message.type === 'timeline') timeline.value = merged(timeline.value, message.points, message.head);
      else if (message.type === 'ended') ended(message.turn);
      else took(message.view, message.verdict);
    });
  }

  function ended(turn: Turn): void {
    if (turn.line.trim() !== '') turns.value = [...turns.value, turn];
    setWaits(turn.terminal, 'nothing');
    setBusy(turn.terminal, false);
    ends.get(turn.terminal)?.resolve(turn);
    ends.delete(turn.terminal);
    if (turn.line.trim() !== '') keep();
  }

  function took(packed: PackedView, found: Standing['verdict']): void {
    const next = unpackView(packed, layers);
    // Time that only passes is no new moment: what the last command changed stays told.
    const moved = timeline.value.head !== viewed;
    if (moved) before.value = settled;
    // What a command did so far is no moment of its own either: it is told when the command has ended.
    if (moved || busy.value.size === 0) settled = next;
    viewed = timeline.value.head;
    view.value = next;
    hear({ now: next.now });
    verdict.value = found;
    filesVersion.value++;
    if (!next.machines.some(({ name }) => name === machine.value)) machine.value = next.machines[0]?.name ?? machine.value;
    if (!next.terminals.some((one) => one.id === terminal.value)) terminal.value = 0;
  }

  function stand(standing: Standing): void {
    batch(() => {
      timeline.value = standing.timeline;
      took(standing.view, standing.verdict);
      before.value = undefined;
      settled = view.value;
      looked.value = undefined;
      turns.value = standing.turns;
    });
  }

  async function open(): Promise<void> {
    status.value = 'loading';
    holding = await options.hold?.();
    if (holding) {
      access.value = holding.writable ? 'here' : 'elsewhere';
      holding.onLost(async (save) => {
        if (save) await saving.then(keep);
        access.value = 'elsewhere';
      });
      holding.onFree(() => {
        access.value = 'free';
      });
    }
    const record = await loaded();
    await startWorker(saved ?? record?.saved);
    if (record) history = record.history;
  }

  const loaded = (): Promise<LabRecord | undefined> =>
    store.load(id).catch(() => {
      storable = false;
      notice.value = { key: 'lab.nosave' };
      return undefined;
    });

  async function startWorker(text: string | undefined): Promise<void> {
    try {
      client = connect(options.connect(), pushed);
      layers.clear();
      const opening = client.ask('open', {
        start,
        ...(text === undefined || text === '' ? {} : { saved: text }),
        ...(exercise ? { exercise } : {}),
      });
      void client.listens.then(made);
      const opened = await opening;
      if (text !== undefined && text !== '') {
        if (opened.how === 'fresh') {
          try {
            await store.putAside(id, { version: 2, saved: text, history, commands: 0 });
            notice.value = { key: 'lab.unreadable', why: opened.trouble ? await sayReason(opened.trouble) : '' };
          } catch {
            // Then it stays where it is, and nothing is written over it.
            storable = false;
            notice.value = { key: 'lab.nosave' };
          }
        } else if (opened.turns.length > 0) notice.value = { key: 'lab.restored' };
      }
      saved = opened.how === 'restored' ? text : undefined;
      busy.value = new Set();
      waits.value = new Map();
      stand(opened);
      status.value = 'ready';
    } catch (error) {
      made();
      failure.value = error instanceof Error ? error.message : String(error);
      status.value = 'failed';
    }
  }

  async function run(line: string, on = terminal.value): Promise<number> {
    if (looked.value) looked.value = undefined;
    for (const listener of beforeRun) await listener().catch(() => {});
    interrupts.set(on, 0);
    begun.set(on, (begun.get(on) ?? 0) + 1);
    setBusy(on, true);
    try {
      const over = new Promise<Turn>((resolve, reject) => ends.set(on, { resolve, reject }));
      over.catch(() => {});
      await ask('exec', { terminal: on, line });
      return (await over).exit;
    } catch (error) {
      ends.delete(on);
      setBusy(on, false);
      outputs.say(`${error instanceof Error ? error.message : String(error)}\n`, on);
      return 1;
    }
  }

  function interrupt(on = terminal.value): void {
    if (!busy.value.has(on)) return;
    const times = (interrupts.get(on) ?? 0) + 1;
    interrupts.set(on, times);
    const late = setTimeout(() => void replace(), patience);
    ask('signal', { terminal: on, name: 'INT' }).then(
      () => clearTimeout(late),
      () => clearTimeout(late),
    );
    // A command that swallows two interrupts is ended by the third; if it is not, the worker is.
    if (times === 3) {
      const asked = begun.get(on);
      setTimeout(() => {
        if (busy.value.has(on) && begun.get(on) === asked) void replace();
      }, patience / 4);
    }
  }

  /** A worker that does not listen is ended; the machines come back as they were before the command. */
  async function replace(): Promise<void> {
    client?.end('engine.stuck');
    for (const { reject } of ends.values()) reject(refused('engine.stuck'));
    ends.clear();
    status.value = 'loading';
    await startWorker(saved);
  }

  /** Saves behind the commands, one at a time; trouble is told once and nothing is lost from the page. */
  function keep(): Promise<void> {
    saving = saving.then(async () => {
      try {
        saved = (await ask('save', {})).text;
        if (!storable || access.value !== 'here') return;
        await store.save(id, { version: 2, saved, history, commands: turns.value.length });
        // There is room again.
        if (notice.value?.key === 'lab.full') notice.value = undefined;
      } catch (error) {
        if (notice.value?.key === 'lab.full' || notice.value?.key === 'lab.nosave') return;
        notice.value = { key: error instanceof DOMException && error.name === 'QuotaExceededError' ? 'lab.full' : 'lab.nosave' };
      }
    });
    return saving;
  }

  async function go(point: number | 'undo' | 'redo'): Promise<void> {
    const was = status.value;
    status.value = 'loading';
    try {
      stand(await ask('go', { point }));
      hear({ mode: 'run', jumping: false });
      void keep();
    } finally {
      status.value = was === 'running' ? 'running' : 'ready';
      settle();
    }
    for (const listener of resets) listener();
  }

  async function look(point: number | undefined): Promise<void> {
    if (point === undefined || point === timeline.value.head) {
      looked.value = undefined;
      return;
    }
    const parent = timeline.value.points.find(({ number }) => number === point)?.parent;
    const found = unpackView((await ask('look', { point })).view, layers);
    const earlier = parent === undefined ? undefined : unpackView((await ask('look', { point: parent })).view, layers);
    looked.value = { point, view: found, before: earlier };
  }

  const edit = async (asked: Promise<unknown>): Promise<void> => {
    await asked;
    void keep();
  };
  const on = (name?: string) => ({ machine: name ?? machine.value });
  const listen = <L>(set: Set<L>, listener: L): (() => void) => {
    set.add(listener);
    return () => void set.delete(listener);
  };

  return {
    id,
    status,
    failure,
    view,
    before,
    shown,
    verdict,
    notice,
    access,
    clock,
    filesVersion,
    machine,
    selected,
    terminals: computed(() => view.value?.terminals ?? []),
    terminal,
    busy,
    waits,
    waiting: computed(() => waits.value.get(terminal.value) ?? 'nothing'),
    get history() {
      return history;
    },
    turns,
    openTerminal: async (name) => {
      const opened = (await ask('terminal.open', on(name))).terminal;
      terminal.value = opened;
      void keep();
      return opened;
    },
    closeTerminal: async (which) => {
      await ask('terminal.close', { terminal: which });
      ends.get(which)?.reject(refused('terminal.closed'));
      ends.delete(which);
      setBusy(which, false);
      void keep();
    },
    run,
    remember: (lines) => {
      history = lines;
    },
    interrupt,
    suspend: (which = terminal.value) => void ask('signal', { terminal: which, name: 'TSTP' }).catch(() => {}),
    stdin: (text, which = terminal.value) => void ask('stdin', { terminal: which, text }).catch(() => {}),
    eof: (which = terminal.value) => void ask('eof', { terminal: which }).catch(() => {}),
    resize: (columns, rows, which = terminal.value) => {
      if (status.value !== 'idle') void ask('resize', { terminal: which, columns, rows }).catch(() => {});
    },
    complete: (line, cursor, which = terminal.value) => ask('complete', { terminal: which, line, cursor }),
    put: (line, { enter = false } = {}) => {
      for (const listener of puts) listener(line, enter);
    },
    onPut: (listener) => listen(puts, listener),
    onOutput: (listener, which = 0) => outputs.add(listener, which),
    onBeforeRun: (listener) => listen(beforeRun, listener),
    onReset: (listener) => listen(resets, listener),
    open,
    making,
    setClock: async (order) => hear((await ask('clock', { order })).clock),
    query: async <N extends QueryName>(name: N, asked: Queries[N]['ask']) => {
      const point = looked.value?.point;
      const question = { name, machine: machine.value, ask: asked };
      return (await ask('query', { question, ...(point === undefined ? {} : { point }) })).answer as Queries[N]['answer'];
    },
    distance: (ways) => ask('distance', { ways }),
    solved: (way) => solvedBy(ask, way, layers, () => machine.value),
    visit: async (request) => (await ask('visit', { request })).visit,
    ...filesOf(ask, on, edit, store),
    timeline,
    looking: computed(() => looked.value?.point),
    look,
    go,
    namePoint: (point, name) => edit(ask('name', { point, name })),
    compare: async (a, b): Promise<readonly Difference[]> => (await ask('compare', { a, b })).differences,
    reset: async () => {
      for (const which of busy.value) interrupt(which);
      await go(0);
    },
    save: async () => (await ask('save', {})).text,
    takeOver: async () => {
      status.value = 'loading';
      await holding?.takeOver();
      saved = undefined;
      const record = await loaded();
      client?.end('engine.ended');
      await startWorker(record?.saved);
      access.value = 'here';
      for (const listener of resets) listener();
    },
    close: () => {
      holding?.release();
      client?.end('engine.ended');
    },
  };
}
