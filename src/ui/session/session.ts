// One Session per lab: owns the worker, the view, the turns and the memory. Terminal, editor and pictures subscribe to it and not to each other.
import { type Signal, signal } from '@preact/signals';
import type { ExerciseGoals, Verdict } from '../../grader/index.ts';
import type { Selected } from '../picture/index.ts';
import { type Channel, type Client, connect, type Pushed } from './client.ts';
import type { ClockOrder, ClockState, Completion, FileInfo } from './engine-session.ts';
import type { LogEntry, Replies, StartState } from './protocol.ts';
import type { Queries, QueryName } from './queries/index.ts';
import { type LabRecord, type LabStore, outputLimit, type TurnRecord } from './storage.ts';
import type { LabView } from './view/index.ts';

export type Status = 'idle' | 'loading' | 'ready' | 'running' | 'failed';

/** Something to tell the learner; `why` fills the sentence. */
export interface Notice {
  readonly key: 'lab.restored' | 'lab.replayed' | 'lab.unreadable' | 'lab.nosave' | 'lab.full';
  readonly why?: string;
}

export interface SessionOptions {
  readonly id: string;
  readonly start: StartState;
  /** What the pictures show until the engine has loaded. */
  readonly initial?: LabView;
  readonly exercise?: ExerciseGoals;
  readonly store: LabStore;
  connect(): Channel;
}

export interface Session {
  readonly status: Signal<Status>;
  readonly failure: Signal<string>;
  readonly view: Signal<LabView | undefined>;
  /** Name of the machine that pictures, files and editor show. */
  readonly machine: Signal<string>;
  /** What the learner has chosen, in the terminal, the editor or any picture; marked in all of them. */
  readonly selected: Signal<Selected | undefined>;
  /** The view before the last command: pictures tell what is new from it. */
  readonly before: Signal<LabView | undefined>;
  readonly verdict: Signal<Verdict | undefined>;
  readonly turns: Signal<readonly TurnRecord[]>;
  readonly waiting: Signal<'stdin' | 'clock' | 'nothing'>;
  readonly notice: Signal<Notice | undefined>;
  /** The virtual clock as last heard of, and when that was (performance.now). */
  readonly clock: Signal<ClockState & { readonly heard: number }>;
  /** Rises whenever files may have changed. */
  readonly filesVersion: Signal<number>;
  readonly history: readonly string[];
  open(columns: number, rows: number): Promise<void>;
  /** Runs one command line; resolves with its exit code. */
  run(line: string): Promise<number>;
  remember(history: readonly string[]): void;
  interrupt(): void;
  stdin(text: string): void;
  eof(): void;
  resize(columns: number, rows: number): void;
  setClock(order: ClockOrder): Promise<void>;
  complete(line: string, cursor: number): Promise<Completion>;
  /** Asks about the moment that is shown. */
  query<N extends QueryName>(name: N, ask: Queries[N]['ask']): Promise<Queries[N]['answer']>;
  /** Shows a command at the prompt; with `enter` it is run, for the learner to see. */
  put(line: string, options?: { readonly enter?: boolean }): void;
  /** Where commands that are put go. */
  onPut(listener: (line: string, enter: boolean) => void): () => void;
  listFiles(dir: string): Promise<readonly FileInfo[]>;
  readFile(path: string): Promise<Replies['files.read']>;
  writeFile(path: string, content: string): Promise<void>;
  removeFile(path: string): Promise<void>;
  makeDir(path: string): Promise<void>;
  reset(): Promise<void>;
  /** Output as it comes; the listener calls `shown` when it has been drawn. */
  onOutput(listener: (text: string, shown: () => void) => void): () => void;
  /** Awaited before each command, so that an editor can save first. */
  onBeforeRun(listener: () => Promise<void>): () => void;
  /** Called after reset, so that a terminal clears itself. */
  onReset(listener: () => void): () => void;
  close(): void;
}

/** Real milliseconds within which the worker must take a signal; after that it is replaced. */
const patience = 2000;

export function createSession(options: SessionOptions): Session {
  const { id, start, exercise, store } = options;
  const outputs = new Set<(text: string, shown: () => void) => void>();
  const resets = new Set<() => void>();
  const beforeRun = new Set<() => Promise<void>>();
  const puts = new Set<(line: string, enter: boolean) => void>();
  let client: Client | undefined;
  let log: LogEntry[] = [];
  let saved: string | undefined;
  let running = '';
  let size = { columns: 80, rows: 24 };
  let saving = Promise.resolve();
  let storable = true;
  /** Commands begun, and Ctrl-C pressed during the one that runs. */
  let commands = 0;
  let interrupts = 0;

  const session: Session = {
    status: signal<Status>('idle'),
    failure: signal(''),
    view: signal<LabView | undefined>(options.initial),
    machine: signal(options.initial?.machines[0]?.name ?? options.start.machines?.[0] ?? 'strata'),
    selected: signal<Selected | undefined>(undefined),
    before: signal<LabView | undefined>(undefined),
    verdict: signal<Verdict | undefined>(undefined),
    turns: signal<readonly TurnRecord[]>([]),
    waiting: signal<'stdin' | 'clock' | 'nothing'>('nothing'),
    notice: signal<Notice | undefined>(undefined),
    clock: signal({ now: options.initial?.now ?? 0, mode: 'run', jumping: false, heard: performance.now() }),
    filesVersion: signal(0),
    history: [],
    open,
    run,
    remember: (history) => {
      setHistory(history);
    },
    interrupt,
    stdin: (text) => {
      log.push({ kind: 'stdin', text });
      void ask('stdin', { text });
    },
    eof: () => void ask('eof', {}),
    resize: (columns, rows) => {
      size = { columns, rows };
      if (session.status.value !== 'idle') void ask('resize', size);
    },
    setClock: async (order) => hear((await ask('clock', { order })).clock),
    complete: (line, cursor) => ask('complete', { line, cursor }),
    query: async <N extends QueryName>(name: N, asked: Queries[N]['ask']) =>
      (await ask('query', { question: { name, machine: session.machine.value, ask: asked } })).answer as Queries[N]['answer'],
    put: (line, { enter = false } = {}) => {
      for (const listener of puts) listener(line, enter);
    },
    onPut: (listener) => {
      puts.add(listener);
      return () => puts.delete(listener);
    },
    listFiles: async (dir) => (await ask('files.list', { dir })).entries,
    readFile: (path) => ask('files.read', { path }),
    writeFile: async (path, content) => {
      await ask('files.write', { path, content });
      edited({ kind: 'write', path, content });
    },
    removeFile: async (path) => {
      await ask('files.remove', { path });
      edited({ kind: 'remove', path });
    },
    makeDir: async (path) => {
      await ask('files.mkdir', { path });
      edited({ kind: 'mkdir', path });
    },
    reset,
    onOutput: (listener) => {
      outputs.add(listener);
      return () => outputs.delete(listener);
    },
    onBeforeRun: (listener) => {
      beforeRun.add(listener);
      return () => beforeRun.delete(listener);
    },
    onReset: (listener) => {
      resets.add(listener);
      return () => resets.delete(listener);
    },
    close: () => client?.end('closed'),
  };

  function setHistory(history: readonly string[]): void {
    (session as { history: readonly string[] }).history = history;
  }

  const ask: Client['ask'] = (type, body) => (client ? client.ask(type, body) : Promise.reject(new Error('The engine is not loaded yet.')));

  function pushed(message: Pushed): void {
    if (message.type === 'output') {
      running = (running + message.text).slice(0, outputLimit);
      let left = outputs.size;
      const shown = () => {
        left--;
        if (left === 0) void ask('ack', { chars: message.text.length });
      };
      if (left === 0) void ask('ack', { chars: message.text.length });
      for (const listener of outputs) listener(message.text, shown);
    } else if (message.type === 'clock') hear(message.clock);
    else if (message.type === 'waiting') session.waiting.value = message.for;
    else take(message);
  }

  function hear(clock: Partial<ClockState>): void {
    session.clock.value = { ...session.clock.value, ...clock, heard: performance.now() };
  }

  function take({ view, verdict }: { readonly view: LabView; readonly verdict?: Verdict }): void {
    session.before.value = session.view.value;
    session.view.value = view;
    hear({ now: view.now });
    session.verdict.value = verdict;
    session.filesVersion.value++;
  }

  async function open(columns: number, rows: number): Promise<void> {
    session.status.value = 'loading';
    size = { columns, rows };
    const record = await store.load(id).catch(() => {
      storable = false;
      session.notice.value = { key: 'lab.nosave' };
      return undefined;
    });
    await startWorker(record);
  }

  async function startWorker(record: LabRecord | undefined): Promise<void> {
    try {
      client = connect(options.connect(), pushed);
      const opened = await client.ask('open', {
        start,
        ...size,
        ...(record?.saved === undefined ? {} : { saved: record.saved }),
        ...(record ? { log: record.log, turns: record.turns } : {}),
        ...(record?.verdict ? { verdict: record.verdict } : {}),
        ...(exercise ? { exercise } : {}),
      });
      if (record && (record.turns.length > 0 || record.log.length > 0)) {
        if (opened.how === 'fresh') {
          await store.putAside(id, record).catch(() => {});
          session.notice.value = { key: 'lab.unreadable', why: opened.trouble ?? '' };
        } else {
          log = [...record.log];
          saved = record.saved;
          session.turns.value = record.turns;
          setHistory(record.history);
          session.notice.value = { key: opened.how === 'restored' ? 'lab.restored' : 'lab.replayed' };
        }
      }
      take(opened);
      session.before.value = undefined;
      session.status.value = 'ready';
    } catch (error) {
      session.failure.value = error instanceof Error ? error.message : String(error);
      session.status.value = 'failed';
    }
  }

  async function run(line: string): Promise<number> {
    const prompt = session.view.value?.terminals[0]?.prompt ?? '$ ';
    for (const listener of beforeRun) await listener().catch(() => {});
    running = '';
    commands++;
    interrupts = 0;
    session.status.value = 'running';
    log.push({ kind: 'line', text: line });
    try {
      const { exit, turn } = await ask('exec', { line });
      if (line.trim() !== '') session.turns.value = [...session.turns.value, { ...turn, output: running, prompt }];
      session.status.value = 'ready';
      session.waiting.value = 'nothing';
      if (line.trim() !== '') keep();
      return exit;
    } catch (error) {
      log.pop();
      if (session.status.value === 'running') session.status.value = 'ready';
      const text = `${error instanceof Error ? error.message : String(error)}\n`;
      for (const listener of outputs) listener(text, () => {});
      return 1;
    }
  }

  function interrupt(): void {
    if (session.status.value !== 'running') return;
    interrupts++;
    const late = setTimeout(() => void replace(), patience);
    ask('signal', { name: 'INT' }).then(
      () => clearTimeout(late),
      () => clearTimeout(late),
    );
    // A command may catch one interrupt and clean up; whoever asks three times means it.
    if (interrupts === 3) {
      const command = commands;
      setTimeout(() => {
        if (commands === command && session.status.value === 'running') void replace();
      }, patience / 4);
    }
  }

  /** A worker that does not listen is ended; the machine comes back as it was before the command. */
  async function replace(): Promise<void> {
    client?.end('The command did not stop, so the machine was set back to before it.');
    const turns = session.turns.value.map((turn) => ({ ...turn }));
    session.status.value = 'loading';
    await startWorker({ version: 1, log, turns, history: session.history, ...(saved === undefined ? {} : { saved }) });
  }

  function edited(entry: LogEntry): void {
    log.push(entry);
    keep();
  }

  /** Saves behind the commands, one at a time; trouble is told once and nothing is lost from the page. */
  function keep(): void {
    saving = saving.then(async () => {
      try {
        saved = (await ask('save', {})).text;
        if (!storable) return;
        const verdict = session.verdict.value;
        await store.save(id, {
          version: 1,
          log,
          turns: session.turns.value,
          history: session.history,
          saved,
          ...(verdict ? { verdict } : {}),
        });
      } catch (error) {
        if (session.notice.value?.key !== 'lab.full' && session.notice.value?.key !== 'lab.nosave') {
          session.notice.value = { key: error instanceof DOMException && error.name === 'QuotaExceededError' ? 'lab.full' : 'lab.nosave' };
        }
      }
    });
  }

  async function reset(): Promise<void> {
    if (session.status.value === 'running') {
      client?.end('reset');
      client = undefined;
    }
    await saving;
    await store.forget(id).catch(() => {});
    log = [];
    saved = undefined;
    session.turns.value = [];
    session.notice.value = undefined;
    setHistory([]);
    if (client) take(await ask('reset', {}));
    else await startWorker(undefined);
    hear({ mode: 'run', jumping: false });
    session.before.value = undefined;
    session.status.value = 'ready';
    for (const listener of resets) listener();
  }

  return session;
}
