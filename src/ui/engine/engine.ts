import { Session } from '../../cli/machine/session.ts';
import { newWorld } from '../../cli/machine/simulation.ts';
import type { Terminal } from '../../cli/machine/terminal.ts';
import type {
  ClockOrder,
  EngineSession,
  EngineSessionFactory,
  MachineStart,
  Pumped,
  RestoreOptions,
  VisitRequest,
} from '../session/engine-session.ts';
import type { Queries, QueryName, Question } from '../session/queries/index.ts';
import { Refusal } from '../session/refusal/index.ts';
import type { Difference, TimelinePoint, Turn } from '../session/timeline.ts';
import type { LabView } from '../session/view/index.ts';
import { differences } from './compare.ts';
import { type Sources, savedContent } from './content.ts';
import { factsOf } from './facts/index.ts';
import { hostFiles } from './files.ts';
import { heard, settled } from './heard.ts';
import { History } from './history.ts';
import type { SavedPoint, SavedSession } from './log.ts';
import { type Moment, Moments } from './moments.ts';
import { type Input, joined, Pending } from './pending.ts';
import { applyEvent, processOn, replay, runTo, type Setting, visit } from './replay.ts';
import { START, wholeTick } from './ticks.ts';
import { viewOf } from './view/index.ts';

/** Milliseconds of work that programs in the background get after one command, unless the clock is moved on: what runs for ever would make the way back to this state too long. */
const MOST_WORK = 5000;
/** Most seconds that pass at once: a page that slept does not run all night. */
const MOST_PASSED = 3600;
/** Machines that were left are kept as they were, so many of them: going back to one is then at once. */
const MOST_KEPT = 4;

type Pumping = Pick<Pumped, 'outputs' | 'ended'> & { waits: Pumped['waits'] };

const denied = () => Promise.reject(new Refusal('gone.upload'));

export const engine: EngineSessionFactory = {
  create: (machines, blob = denied) => new LabSession(machines, { blob }),
  restore: async (text, options) => {
    // Reading checks every part of the text; a fresh lab has none to read.
    const { readSaved } = await import('./log.ts');
    const saved = readSaved(text);
    const session = new LabSession(saved, options, saved);
    await session.restore(saved, options.passed);
    return session;
  },
};

class LabSession implements EngineSession {
  readonly #machines: MachineStart;
  readonly #setting: Setting;
  #session: Session;
  #history: History;
  readonly #moments = new Moments();
  /** Machines that were left, by the point they stand at; the one left last is the last. */
  readonly #kept = new Map<number, Session>();
  readonly #pending: Pending;
  /** How large terminals are on the page; windows keep their size when the machines go elsewhere. */
  readonly #sizes = new Map<number, { readonly columns: number; readonly rows: number }>();
  /** By terminal, what its command has printed so far and the prompt it was typed at. */
  readonly #running = new Map<number, { readonly prompt: string; output: string }>();
  #lastStep = performance.now();
  /** Milliseconds that background programs have worked since the last command. */
  #work = 0;
  /** The engines' states at the last slice. */
  #seen: readonly unknown[] = [];

  constructor({ seed, profile, machines }: MachineStart, { blob }: Pick<RestoreOptions, 'blob'>, saved?: SavedSession) {
    this.#machines = { seed, ...(profile === undefined ? {} : { profile }), ...(machines === undefined ? {} : { machines }) };
    this.#setting = { sources: { bytes: new Map(), blob }, size: (terminal) => this.#fit(terminal) };
    this.#session = this.#fresh();
    this.#history = new History(saved?.points, saved?.head);
    this.#pending = new Pending(saved?.points.reduce((sum, { events }) => sum + events.length, 0));
  }

  /** The machines as they are before anything was done, a terminal on each. */
  #fresh(): Session {
    const session = new Session(newWorld({ hub: true, ...this.#machines, now: START }));
    for (const name of [...session.simulation.machines.keys()].slice(1)) session.open(name);
    for (const terminal of session.terminals) this.#fit(terminal);
    return session;
  }

  #fit(terminal: Terminal): void {
    const size = this.#sizes.get(terminal.id);
    if (size !== undefined) terminal.resize(size.columns, size.rows);
  }

  // ── files

  files(machine?: string): ReturnType<EngineSession['files']> {
    const files = hostFiles(processOn(this.#session, machine));
    const where = machine === undefined ? {} : { machine };
    return {
      ...files,
      write: (path, content) => {
        this.#write(path, content, savedContent(content), machine);
      },
      remove: (path) => this.#do({ kind: 'remove', path, ...where }, () => files.remove(path)),
      rename: (path, to) => this.#do({ kind: 'rename', path, to, ...where }, () => files.rename(path, to)),
      mkdir: (path) => this.#do({ kind: 'mkdir', path, ...where }, () => files.mkdir(path)),
    };
  }
  upload(path: string, bytes: Uint8Array, blob: string, machine?: string): void {
    this.#setting.sources.bytes.set(blob, bytes);
    this.#write(path, bytes, { blob, size: bytes.length }, machine);
  }
  #write(path: string, bytes: Uint8Array, content: ReturnType<typeof savedContent>, machine: string | undefined): void {
    const where = machine === undefined ? {} : { machine };
    this.#do({ kind: 'write', path, content, ...where }, () => hostFiles(processOn(this.#session, machine)).write(path, bytes));
  }
  chdir(dir: string): void {
    this.#do({ kind: 'chdir', path: dir }, () => this.#session.chdir(dir));
  }

  // ── terminals

  openTerminal(machine: string): number {
    return this.#do({ kind: 'open', machine }, () => this.#session.open(machine)).id;
  }
  closeTerminal(terminal: number): void {
    if (terminal < this.#session.simulation.machines.size) throw new Refusal('terminal.first');
    this.#do({ kind: 'close', terminal }, () => this.#session.close(terminal));
  }
  resize(terminal: number, columns: number, rows: number): void {
    this.#sizes.set(terminal, { columns, rows });
    this.#session.terminal(terminal).resize(columns, rows);
  }
  wantsInput(terminal: number): boolean {
    return this.#session.terminals.find(({ id }) => id === terminal)?.wantsInput ?? false;
  }
  async complete(terminal: number, line: string, cursor: number): ReturnType<EngineSession['complete']> {
    const { completeLine } = await import('./complete/index.ts');
    return completeLine(this.#session, line, cursor, terminal);
  }
  start(terminal: number, line: string): void {
    this.#session.pump(() => true, this.#passed());
    this.#work = 0;
    this.#do({ kind: 'line', text: line, ...at(terminal) }, () => {
      const on = this.#session.terminal(terminal);
      this.#running.set(terminal, { prompt: on.prompt(), output: '' });
      on.start(line);
    });
  }
  signal(terminal: number, name: 'INT' | 'QUIT' | 'TSTP'): void {
    this.#do({ kind: 'signal', name, ...at(terminal) }, () => this.#session.terminal(terminal).signal(name));
  }
  stdin(terminal: number, text: string): void {
    this.#do({ kind: 'type', text, ...at(terminal) }, () => this.#session.terminal(terminal).type(text));
  }
  eof(terminal: number): void {
    this.#do({ kind: 'end', ...at(terminal) }, () => this.#session.terminal(terminal).end());
  }
  /** Does something at a whole tick and writes it down; what throws is not written down. */
  #do<T>(input: Input, act: () => T): T {
    const tick = wholeTick(this.#session);
    const done = act();
    this.#pending.record(input, tick);
    return done;
  }

  // ── time

  clock(): ReturnType<EngineSession['clock']> {
    const { now, mode, jumping } = this.#session.clock;
    return { now, mode, jumping };
  }
  setClock(order: ClockOrder): void {
    const { clock } = this.#session;
    if (order.do === 'run' || order.do === 'pause') {
      this.#passed();
      clock.mode = order.do;
    } else if (order.do === 'jump') clock.jump(order.seconds);
    else clock[order.do]();
  }
  pump(budgetMs: number): Pumped {
    const began = performance.now();
    const passed = this.#passed();
    const { jumping } = this.#session.clock;
    const idle = this.#session.terminals.every(({ running }) => running === undefined);
    const rests = idle && !jumping && this.#work > MOST_WORK;
    const { outputs, ended, waits } = this.#pump(() => performance.now() - began > budgetMs, rests ? 0 : passed);
    if (idle && !jumping) this.#work += performance.now() - began;
    const states = this.#states();
    const changed = states.some((state, index) => state !== this.#seen[index]);
    this.#seen = states;
    return { outputs, ended, changed, ...(waits === undefined || rests ? {} : { waits }) };
  }
  #states(): readonly unknown[] {
    return [...this.#session.simulation.machines.values()].map(({ daemon }) => daemon.state);
  }
  /** One slice: what was shown is kept with its command, and a command that ended becomes a point. */
  #pump(expired: () => boolean, passed: number): Pumping {
    const waits = this.#session.pump(expired, passed);
    const outputs: { terminal: number; text: string }[] = [];
    const ended: Turn[] = [];
    for (const terminal of this.#session.terminals) {
      const text = terminal.take();
      const running = this.#running.get(terminal.id);
      if (running !== undefined) running.output = heard(running.output, text);
      if (text !== '') outputs.push({ terminal: terminal.id, text });
    }
    for (const terminal of this.#session.terminals) {
      const running = this.#running.get(terminal.id);
      if (running !== undefined && terminal.running === undefined) ended.push(this.#end(terminal, running));
    }
    return { outputs, ended, waits };
  }
  #end(terminal: Terminal, { prompt, output }: { readonly prompt: string; readonly output: string }): Turn {
    this.#running.delete(terminal.id);
    const label = this.#pending.lineOf(terminal.id);
    const turn = { line: label, exit: terminal.exit, output: settled(output), prompt, terminal: terminal.id };
    // What belongs to the start makes no point of its own.
    if (label.trim() === '' || !this.#history.has(0)) return { ...turn, number: this.#history.head };
    const point = this.#add({ kind: 'command', label, exit: terminal.exit, ...at(terminal.id) });
    const made = { ...turn, number: point.number };
    this.#moments.keepTurn(made);
    return made;
  }
  /** Real seconds since the last time it was asked. */
  #passed(): number {
    const now = performance.now();
    const passed = Math.min(MOST_PASSED, Math.max(0, now - this.#lastStep) / 1000);
    this.#lastStep = now;
    return passed;
  }

  async visit(request: VisitRequest, answered: Parameters<EngineSession['visit']>[1]): Promise<void> {
    const { machine, method, url, headers, body } = request;
    const fields = headers.map(([name, value]): [string, string] => [name, value]);
    const input: Input = { kind: 'visit', machine, method, url, headers: fields, ...(body === undefined ? {} : { body }) };
    this.#pending.record(input, wholeTick(this.#session));
    await visit(this.#session, request, answered);
  }

  // ── looking

  view(): LabView {
    return viewOf(this.#session);
  }
  async query<N extends QueryName>(question: Question<N>, point?: number): Promise<Queries[N]['answer']> {
    const { answer } = await import('./queries/index.ts');
    const now = point === undefined || (point === this.#history.head && this.#pending.events.length === 0);
    const world = now ? this.#session.simulation.world() : (await this.#momentOf(point)).world;
    const machine = world.machines.get(question.machine);
    if (machine === undefined) throw new Refusal('machine.none', { machine: question.machine });
    return answer({ world, machine, live: now ? this.#session : undefined }, question);
  }
  facts(): ReturnType<EngineSession['facts']> {
    return factsOf(this.#session.simulation);
  }

  // ── the timeline

  timeline(): ReturnType<EngineSession['timeline']> {
    return { points: this.#history.points.map((point) => this.#moments.told(point)), head: this.#history.head };
  }
  turns(): readonly Turn[] {
    return this.#history.path(this.#history.head).flatMap(({ number }) => this.#moments.turn(number) ?? []);
  }
  begun(): void {
    this.#add({ kind: 'start', label: '' });
    this.#seen = this.#states();
  }
  seal(): TimelinePoint | undefined {
    const paths = this.#pending.paths();
    if (paths.length === 0 || this.#running.size > 0 || !this.#history.has(0)) return undefined;
    const label = paths.join(' ');
    const head = this.#history.point(this.#history.head);
    if (head.kind === 'edit' && head.label === label && head.name === undefined && this.#history.isLeaf(head.number)) {
      const replaced = { ...head, at: wholeTick(this.#session), events: joined(head.events, this.#pending.take()) };
      this.#history.replace(replaced);
      this.#moments.keep(replaced, this.#session);
      return this.#moments.told(replaced);
    }
    return this.#moments.told(this.#add({ kind: 'edit', label }));
  }
  async look(point: number): Promise<LabView> {
    return (await this.#momentOf(point)).view;
  }
  undoTo(): number | undefined {
    return this.#history.undo;
  }
  redoTo(): number | undefined {
    return this.#history.redo;
  }
  namePoint(number: number, name: string): void {
    const { name: _, ...point } = this.#history.point(number);
    this.#history.replace(name === '' ? point : { ...point, name });
  }
  async compare(a: number, b: number): Promise<readonly Difference[]> {
    return differences((await this.#momentOf(a)).world, (await this.#momentOf(b)).world);
  }
  async go(point: number, passed?: (point: TimelinePoint) => void): Promise<void> {
    this.#history.point(point);
    if (this.#session.terminals.some(({ running }) => running !== undefined)) throw new Refusal('machine.running');
    this.seal();
    const from = this.#history.head;
    if (point === from && this.#pending.events.length === 0) return;
    if (this.#pending.events.length === 0) this.#keep(from, this.#session);
    this.#pending.take();
    this.#running.clear();
    this.#history.goTo(point);
    const kept = this.#kept.get(point);
    this.#kept.delete(point);
    this.#session =
      kept ??
      (await this.#replayed(point, (session, done) => {
        this.#session = session;
        passed?.(this.#moments.told(done));
      }));
    this.#passed();
    this.#seen = this.#states();
  }
  #keep(point: number, session: Session): void {
    this.#kept.set(point, session);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
  }
  async #momentOf(point: number): Promise<Moment> {
    const known = this.#moments.get(point);
    if (known !== undefined) return known;
    await this.#replayed(this.#history.point(point).number);
    return this.#moments.get(point)!;
  }

  #add(point: Pick<SavedPoint, 'kind' | 'label' | 'exit' | 'terminal'>): SavedPoint {
    const made = this.#history.add({ ...point, at: wholeTick(this.#session), events: this.#pending.take() });
    this.#moments.keep(made, this.#session);
    return made;
  }

  // ── doing it again

  save(): string {
    const { points, head } = this.#history;
    return JSON.stringify({ strata: 2, ...this.#machines, points, head, pending: this.#pending.events, now: wholeTick(this.#session) });
  }
  async copy(point?: number): Promise<EngineSession> {
    const daemons = [...this.#session.simulation.machines.values()].map(({ daemon }) => daemon);
    const runs = daemons.some(({ state }) => [...state.containers.values()].some(({ state: { status } }) => status === 'running'));
    const { bytes, blob } = this.#setting.sources;
    const sources: Pick<Sources, 'blob'> = { blob: async (digest: string) => bytes.get(digest) ?? blob(digest) };
    if (point !== undefined) {
      const { number: head, at: now } = this.#history.point(point);
      return engine.restore(JSON.stringify({ ...JSON.parse(this.save()), head, now, pending: [] }), sources);
    }
    // A world holds no processes: where some run, everything is done again.
    if (runs || this.#running.size > 0) return engine.restore(this.save(), sources);
    const world = this.#session.simulation.world();
    const copy = new LabSession(this.#machines, sources);
    copy.#session = new Session(world);
    for (const name of [...world.machines.keys()].slice(1)) copy.#session.open(name);
    copy.#session.chdir(this.#session.cwd);
    copy.#history = new History(this.#history.points, this.#history.head);
    copy.#moments.adopt(this.#moments);
    return copy;
  }
  async restore(saved: SavedSession, passed: RestoreOptions['passed']): Promise<void> {
    this.#session = await this.#replayed(saved.head, (session, done) => {
      this.#session = session;
      passed?.(this.#moments.told(done), this);
    });
    for (const event of saved.pending) {
      await applyEvent(this.#session, event, this.#setting);
      this.#pending.restore(event);
    }
    await runTo(this.#session, saved.now);
    this.#pump(() => true, 0);
    this.#seen = this.#states();
  }
  /** Fresh machines on which everything up to a point has been done again. */
  async #replayed(number: number, passed?: (session: Session, point: SavedPoint) => void): Promise<Session> {
    const session = this.#fresh();
    await replay(session, this.#history.path(number), this.#setting, (point, turn) => {
      if (turn !== undefined && this.#moments.turn(point.number) === undefined) this.#moments.keepTurn(turn);
      if (this.#moments.get(point.number) === undefined) this.#moments.keep(point, session);
      passed?.(session, point);
    });
    return session;
  }
}

const at = (terminal: number): { readonly terminal?: number } => (terminal === 0 ? {} : { terminal });
