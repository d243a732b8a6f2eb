import { Session } from '../../cli/machine/session.ts';
import { newWorld } from '../../cli/machine/simulation.ts';
import type { Terminal } from '../../cli/machine/terminal.ts';
import type { Process } from '../../engine/kernel/index.ts';
import type { World } from '../../engine/world/index.ts';
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
import { type Difference, outputLimit, type TimelinePoint, type Turn } from '../session/timeline.ts';
import type { LabView } from '../session/view/index.ts';
import { plainText } from '../terminal/record/plain-text.ts';
import { differences } from './compare.ts';
import { contentOf, isSameContent, type Sources, savedContent } from './content.ts';
import { factsOf } from './facts/index.ts';
import { hostFiles } from './files.ts';
import { History } from './history.ts';
import type { SavedPoint, SavedSession, SessionEvent } from './log.ts';
import { viewOf } from './view/index.ts';

/** Virtual time at which every lab begins: 2026-01-01, so that two learners see the same ages. */
const START = 1_767_225_600;
/** Events fall on such parts of a virtual second, so that their times can be written down exactly. */
const TICKS = 10_000;
/** So much of a tick is a rounding error of floating-point seconds. */
const ROUNDING = 0.01;
/** Milliseconds of work that programs in the background get after one command, unless the clock is moved on: what runs for ever would make the way back to this state too long. */
const MOST_WORK = 5000;
/** Most seconds that pass at once: a page that slept does not run all night. */
const MOST_PASSED = 3600;
/** Most events that a session remembers. */
const MOST_EVENTS = 20_000;
/** Machines that were left are kept as they were, so many of them: going back to one is then at once. */
const MOST_KEPT = 4;
/** Characters that are heard of a running command; what is drawn over and over settles to much less. */
const MOST_HEARD = 400_000;
/** Most differences that a point of the timeline names. */
const NAMED = 6;
/** Milliseconds of doing things again after which the page is listened to. */
const TURN = 12;

/** What a point leaves behind: what pictures showed there, and the world as a value. */
interface Moment {
  readonly view: LabView;
  readonly world: World;
}

/** An event without its time, which is when it is recorded. */
type Input = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at'> : never) : never;
type Pumping = Pick<Pumped, 'outputs' | 'ended'> & { waits: Pumped['waits'] };

const denied = () => Promise.reject(new Error('This device no longer has a file that was uploaded here.'));

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
  readonly #sources: Sources;
  #session: Session;
  #history: History;
  readonly #moments = new Map<number, Moment>();
  readonly #turns = new Map<number, Turn>();
  readonly #changes = new Map<number, readonly Difference[]>();
  /** Machines that were left, by the point they stand at; the one left last is the last. */
  readonly #kept = new Map<number, Session>();
  /** What came since the head. */
  #pending: SessionEvent[] = [];
  #events = 0;
  /** How large terminals are on the page; windows keep their size when the machines go elsewhere. */
  readonly #sizes = new Map<number, { readonly columns: number; readonly rows: number }>();
  /** The time of what comes next. */
  #tick = 0;
  /** By terminal, what its command has printed so far and the prompt it was typed at. */
  readonly #running = new Map<number, { readonly prompt: string; output: string }>();
  #lastStep = performance.now();
  /** Milliseconds that background programs have worked since the last command. */
  #work = 0;
  /** The engines' states at the last slice. */
  #seen: readonly unknown[] = [];

  constructor({ seed, profile, machines }: MachineStart, { blob }: Pick<RestoreOptions, 'blob'>, saved?: SavedSession) {
    this.#machines = { seed, ...(profile === undefined ? {} : { profile }), ...(machines === undefined ? {} : { machines }) };
    this.#sources = { bytes: new Map(), blob };
    this.#session = this.#fresh();
    this.#history = new History(saved?.points, saved?.head);
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
    const files = hostFiles(this.#processOn(this.#session, machine));
    const where = machine === undefined ? {} : { machine };
    return {
      ...files,
      write: (path, content) => {
        this.#write(path, content, savedContent(content), machine);
      },
      remove: (path) => {
        this.#quantise();
        files.remove(path);
        this.#record({ kind: 'remove', path, ...where });
      },
      rename: (path, to) => {
        this.#quantise();
        files.rename(path, to);
        this.#record({ kind: 'rename', path, to, ...where });
      },
      mkdir: (path) => {
        this.#quantise();
        files.mkdir(path);
        this.#record({ kind: 'mkdir', path, ...where });
      },
    };
  }
  upload(path: string, bytes: Uint8Array, blob: string, machine?: string): void {
    this.#sources.bytes.set(blob, bytes);
    this.#write(path, bytes, { blob, size: bytes.length }, machine);
  }
  #write(path: string, bytes: Uint8Array, content: ReturnType<typeof savedContent>, machine: string | undefined): void {
    this.#quantise();
    hostFiles(this.#processOn(this.#session, machine)).write(path, bytes);
    this.#record({ kind: 'write', path, content, ...(machine === undefined ? {} : { machine }) });
  }
  #processOn(session: Session, machine: string | undefined): Process {
    const terminal = machine === undefined ? session.main : session.terminals.find((one) => one.machine.name === machine);
    if (terminal === undefined) throw new Error(`There is no machine ${machine}.`);
    return terminal.process;
  }
  chdir(dir: string): void {
    this.#quantise();
    this.#session.chdir(dir);
    this.#record({ kind: 'chdir', path: dir });
  }

  // ── terminals

  openTerminal(machine: string): number {
    this.#quantise();
    const { id } = this.#session.open(machine);
    this.#record({ kind: 'open', machine });
    return id;
  }
  closeTerminal(terminal: number): void {
    if (terminal < this.#session.simulation.machines.size) throw new Error('The first terminal of a machine stays open.');
    this.#quantise();
    this.#session.close(terminal);
    this.#record({ kind: 'close', terminal });
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
    this.#quantise();
    const on = this.#session.terminal(terminal);
    this.#running.set(terminal, { prompt: on.prompt(), output: '' });
    on.start(line);
    this.#record({ kind: 'line', text: line, ...at(terminal) });
  }
  signal(terminal: number, name: 'INT' | 'QUIT' | 'TSTP'): void {
    this.#quantise();
    this.#session.terminal(terminal).signal(name);
    this.#record({ kind: 'signal', name, ...at(terminal) });
  }
  stdin(terminal: number, text: string): void {
    this.#quantise();
    this.#session.terminal(terminal).type(text);
    this.#record({ kind: 'type', text, ...at(terminal) });
  }
  eof(terminal: number): void {
    this.#quantise();
    this.#session.terminal(terminal).end();
    this.#record({ kind: 'end', ...at(terminal) });
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
      if (running !== undefined) running.output = (running.output + text).slice(0, MOST_HEARD);
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
    const line = this.#pending.findLast((event) => event.kind === 'line' && (event.terminal ?? 0) === terminal.id);
    const label = line?.kind === 'line' ? line.text : '';
    const turn = { line: label, exit: terminal.exit, output: settled(output), prompt, terminal: terminal.id };
    // What belongs to the start makes no point of its own.
    if (label.trim() === '' || !this.#history.has(0)) return { ...turn, number: this.#history.head };
    const point = this.#add({ kind: 'command', label, exit: terminal.exit, ...at(terminal.id) });
    const made = { ...turn, number: point.number };
    this.#turns.set(point.number, made);
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
    this.#quantise();
    this.#record({
      kind: 'visit',
      machine,
      method,
      url,
      headers: headers.map(([name, value]) => [name, value]),
      ...(body === undefined ? {} : { body }),
    });
    await this.#visit(this.#session, request, answered);
  }
  async #visit(session: Session, request: VisitRequest, answered: Parameters<EngineSession['visit']>[1]): Promise<void> {
    const machine = session.simulation.machines.get(request.machine);
    if (machine === undefined) return answered({ failure: 'no-machine', message: `There is no machine ${request.machine}.` });
    const { startVisit } = await import('./visit.ts');
    startVisit(session.simulation.kernel, machine, request, answered);
  }

  // ── looking

  view(): LabView {
    return viewOf(this.#session);
  }
  async query<N extends QueryName>(question: Question<N>, point?: number): Promise<Queries[N]['answer']> {
    const { answer } = await import('./queries/index.ts');
    const now = point === undefined || (point === this.#history.head && this.#pending.length === 0);
    const world = now ? this.#session.simulation.world() : (await this.#momentOf(point)).world;
    const machine = world.machines.get(question.machine);
    if (machine === undefined) throw new Error(`There is no machine ${question.machine}.`);
    return answer({ world, machine, live: now ? this.#session : undefined }, question);
  }
  facts(): ReturnType<EngineSession['facts']> {
    return factsOf(this.#session.simulation);
  }

  // ── the timeline

  timeline(): ReturnType<EngineSession['timeline']> {
    return { points: this.#history.points.map((point) => this.#told(point)), head: this.#history.head };
  }
  turns(): readonly Turn[] {
    return this.#history.path(this.#history.head).flatMap(({ number }) => this.#turns.get(number) ?? []);
  }
  begun(): void {
    this.#add({ kind: 'start', label: '' });
    this.#seen = this.#states();
  }
  seal(): TimelinePoint | undefined {
    const paths = [...new Set(this.#pending.flatMap((event) => ('path' in event && event.kind !== 'chdir' ? [event.path] : [])))];
    if (paths.length === 0 || this.#running.size > 0 || !this.#history.has(0)) return undefined;
    const label = paths.join(' ');
    const head = this.#history.point(this.#history.head);
    if (head.kind === 'edit' && head.label === label && head.name === undefined && this.#history.isLeaf(head.number)) {
      this.#history.replace({ ...head, at: this.#quantise(), events: [...head.events.filter(isKept(this.#pending)), ...this.#pending] });
      this.#pending = [];
      this.#remember(head.number);
      return this.#told(this.#history.point(head.number));
    }
    return this.#told(this.#add({ kind: 'edit', label }));
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
    if (this.#session.terminals.some(({ running }) => running !== undefined)) throw new Error('A command still runs.');
    this.seal();
    const from = this.#history.head;
    if (point === from && this.#pending.length === 0) return;
    if (this.#pending.length === 0) this.#keep(from, this.#session);
    this.#pending = [];
    this.#running.clear();
    this.#history.goTo(point);
    const kept = this.#kept.get(point);
    this.#kept.delete(point);
    this.#session =
      kept ??
      (await this.#replayed(point, (session, done) => {
        this.#session = session;
        passed?.(this.#told(done));
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
    const made = this.#history.add({ ...point, at: this.#quantise(), events: this.#pending });
    this.#pending = [];
    this.#remember(made.number);
    return made;
  }
  /** What the machines are now belongs to this point. */
  #remember(number: number, session = this.#session): void {
    const moment = { view: viewOf(session), world: session.simulation.world() };
    this.#moments.set(number, moment);
    const { parent } = this.#history.point(number);
    const before = parent === undefined ? undefined : this.#moments.get(parent);
    this.#changes.set(number, before === undefined ? [] : differences(before.world, moment.world));
  }
  #told({ events: _, at, ...point }: SavedPoint): TimelinePoint {
    const changes = this.#changes.get(point.number) ?? [];
    return { ...point, at: START + at / TICKS, changes: changes.slice(0, NAMED), more: Math.max(0, changes.length - NAMED) };
  }

  // ── doing it again

  save(): string {
    const { points, head } = this.#history;
    return JSON.stringify({ strata: 2, ...this.#machines, points, head, pending: this.#pending, now: this.#quantise() });
  }
  async copy(): Promise<EngineSession> {
    const daemons = [...this.#session.simulation.machines.values()].map(({ daemon }) => daemon);
    const runs = daemons.some(({ state }) => [...state.containers.values()].some(({ state: { status } }) => status === 'running'));
    const sources = { blob: async (digest: string) => this.#sources.bytes.get(digest) ?? this.#sources.blob(digest) };
    // A world holds no processes: where some run, everything is done again.
    if (runs || this.#running.size > 0) return engine.restore(this.save(), sources);
    const world = this.#session.simulation.world();
    const copy = new LabSession(this.#machines, sources);
    copy.#session = new Session(world);
    for (const name of [...world.machines.keys()].slice(1)) copy.#session.open(name);
    copy.#session.chdir(this.#session.cwd);
    copy.#history = new History(this.#history.points, this.#history.head);
    for (const [number, turn] of this.#turns) copy.#turns.set(number, turn);
    for (const [number, moment] of this.#moments) copy.#moments.set(number, moment);
    return copy;
  }
  async restore(saved: SavedSession, passed: RestoreOptions['passed']): Promise<void> {
    this.#events = saved.points.reduce((sum, { events }) => sum + events.length, 0);
    this.#session = await this.#replayed(saved.head, (session, done) => {
      this.#session = session;
      passed?.(this.#told(done), this);
    });
    for (const event of saved.pending) {
      await this.#apply(this.#session, event);
      this.#pending.push(event);
    }
    await this.#runTo(this.#session, saved.now);
    this.#pump(() => true, 0);
    this.#seen = this.#states();
  }
  /** Fresh machines on which everything up to a point has been done again. */
  async #replayed(number: number, passed?: (session: Session, point: SavedPoint) => void): Promise<Session> {
    const session = this.#fresh();
    let listened = performance.now();
    for (const point of this.#history.path(number)) {
      let line: { terminal: Terminal; prompt: string; text: string } | undefined;
      const outputs = new Map<number, string>();
      const take = () => {
        for (const one of session.terminals) outputs.set(one.id, ((outputs.get(one.id) ?? '') + one.take()).slice(0, MOST_HEARD));
      };
      for (const event of point.events) {
        await this.#apply(session, event, take);
        if (event.kind !== 'line') continue;
        take();
        const terminal = session.terminal(event.terminal ?? 0);
        outputs.set(terminal.id, '');
        line = { terminal, prompt: terminal.prompt(), text: event.text };
      }
      await this.#runTo(session, point.at, take);
      if (point.kind === 'command' && line !== undefined) {
        while (line.terminal.running !== undefined && session.simulation.kernel.step()) take();
        take();
        const { terminal, prompt, text } = line;
        const output = settled(outputs.get(terminal.id) ?? '');
        if (!this.#turns.has(point.number))
          this.#turns.set(point.number, { number: point.number, line: text, exit: terminal.exit, output, prompt, terminal: terminal.id });
      }
      if (!this.#moments.has(point.number)) this.#remember(point.number, session);
      passed?.(session, point);
      if (performance.now() - listened > TURN) {
        await new Promise<void>((resolve) => setTimeout(resolve));
        listened = performance.now();
      }
    }
    return session;
  }
  async #apply(session: Session, event: SessionEvent, take?: () => void): Promise<void> {
    await this.#runTo(session, event.at, take);
    if (event.kind === 'open') this.#fit(session.open(event.machine));
    else if (event.kind === 'close') session.close(event.terminal ?? 0);
    else if (event.kind === 'chdir') session.chdir(event.path);
    else if (event.kind === 'visit') await this.#visit(session, event, () => {});
    else if ('path' in event) {
      const files = hostFiles(this.#processOn(session, event.machine));
      if (event.kind === 'write') files.write(event.path, await contentOf(event.content, this.#sources));
      else if (event.kind === 'rename') files.rename(event.path, event.to);
      else files[event.kind](event.path);
    } else {
      const terminal = session.terminal(event.terminal ?? 0);
      if (event.kind === 'line') {
        while (terminal.running !== undefined && session.simulation.kernel.step()) take?.();
        terminal.start(event.text);
      } else if (event.kind === 'signal') terminal.signal(event.name);
      else if (event.kind === 'type') terminal.type(event.text);
      else terminal.end();
    }
  }
  async #runTo(session: Session, ticks: number, take?: () => void): Promise<void> {
    const { terminals } = session;
    const { kernel } = session.simulation;
    const time = START + ticks / TICKS;
    let listened = performance.now();
    for (let turn = 1; kernel.now < time; turn++) {
      if (turn % 256 === 0) {
        take?.();
        if (performance.now() - listened > TURN) {
          await new Promise<void>((resolve) => setTimeout(resolve));
          listened = performance.now();
        }
      }
      if (terminals.some(({ full }) => full)) take ? take() : terminals.forEach((one) => void one.take());
      const ran = kernel.step();
      const overdue = terminals.some((one) => one.endOverdue());
      if (ran || overdue) continue;
      if (kernel.loading !== undefined) {
        await kernel.loading;
        continue;
      }
      kernel.advance(Math.min(time, kernel.nextDeadline() ?? time));
    }
  }

  // ── the log

  /** Goes on to a whole tick, as doing it again will: what comes now is written down with that time. */
  #quantise(): number {
    const { kernel } = this.#session.simulation;
    this.#tick = Math.ceil((kernel.now - START) * TICKS - ROUNDING);
    const time = START + this.#tick / TICKS;
    while (kernel.now < time && kernel.loading === undefined)
      if (!kernel.step()) kernel.advance(Math.min(time, kernel.nextDeadline() ?? time));
    return this.#tick;
  }
  #record(input: Input): void {
    if (++this.#events > MOST_EVENTS)
      throw new Error('This lab is full: it remembers 20,000 steps. Save it to a file, or start a new one.');
    const event = { ...input, at: this.#tick } as SessionEvent;
    const last = this.#pending.at(-1);
    if (
      event.kind === 'write' &&
      last?.kind === 'write' &&
      last.path === event.path &&
      last.machine === event.machine &&
      isSameContent(last.content, event.content)
    )
      return;
    this.#pending.push(event);
  }
}

/** What is kept of a command's output: lines that were drawn over, as they stood in the end. */
function settled(output: string): string {
  const redrawn = /\x1b\[\d*A/.test(output);
  return (redrawn ? `${plainText(output).join('\n')}\n` : output).slice(0, outputLimit);
}

const at = (terminal: number): { readonly terminal?: number } => (terminal === 0 ? {} : { terminal });

/** Whether an event still matters when `later` ones follow: a file that is written again whole was not worth remembering. */
function isKept(later: readonly SessionEvent[]): (event: SessionEvent) => boolean {
  const written = new Set(later.flatMap((event) => (event.kind === 'write' ? [`${event.machine ?? ''} ${event.path}`] : [])));
  return (event) => event.kind !== 'write' || !written.has(`${event.machine ?? ''} ${event.path}`);
}
