import { Session } from '../../cli/machine/session.ts';
import { newWorld } from '../../cli/machine/simulation.ts';
import type { ClockOrder, EngineSession, EngineSessionFactory, Job, MachineStart, Slice } from '../session/engine-session.ts';
import type { Queries, QueryName, Question } from '../session/queries/index.ts';
import { factsOf } from './facts.ts';
import { hostFiles } from './files.ts';
import { readSaved, type SessionEvent } from './log.ts';
import { viewOf } from './view/index.ts';

/** Virtual time at which every lab begins: 2026-01-01, so that two learners see the same ages. */
const START = 1_767_225_600;
/** Most milliseconds spent on catching up with the time between two commands. */
const IDLE_BUDGET = 30;
/** Milliseconds of work that programs in the background get after one command, unless the clock is moved on: what runs for ever would make the way back to this state too long. */
const MOST_WORK = 5000;
/** Most seconds that pass at once: a page that slept does not run all night. */
const MOST_PASSED = 3600;
/** Most events that a session remembers. */
const MOST_EVENTS = 20_000;

type Size = { readonly columns: number; readonly rows: number };
/** An event without its time, which is when it is recorded. */
type Input = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at'> : never) : never;

export const engine: EngineSessionFactory = {
  create: ({ columns, rows, ...machines }) => new LabSession(machines, { columns, rows }),
  restore: async (text, size) => {
    const { now, events, strata: _, ...machines } = readSaved(text);
    const session = new LabSession(machines, size);
    await session.replay(events, now);
    return session;
  },
};

class LabSession implements EngineSession {
  readonly files: EngineSession['files'];
  readonly #session: Session;
  readonly #machines: MachineStart;
  readonly #events: SessionEvent[] = [];
  #lastStep = performance.now();
  /** Milliseconds that background programs have worked since the last command. */
  #work = 0;
  /** The engine's state at the last tick. */
  #seen: unknown;

  constructor(machines: MachineStart, size: Size) {
    this.#machines = machines;
    this.#session = new Session(newWorld({ hub: true, ...machines, now: START }), size);
    const files = hostFiles(this.#session);
    const decoder = new TextDecoder();
    this.files = {
      ...files,
      write: (path, content) => {
        files.write(path, content);
        this.#record({ kind: 'write', path, text: decoder.decode(content) });
      },
      remove: (path) => {
        files.remove(path);
        this.#record({ kind: 'remove', path });
      },
      mkdir: (path) => {
        files.mkdir(path);
        this.#record({ kind: 'mkdir', path });
      },
    };
  }

  prompt(): string {
    return this.#session.prompt();
  }
  cwd(): string {
    return this.#session.cwd;
  }
  chdir(dir: string): void {
    this.#session.chdir(dir);
    this.#record({ kind: 'chdir', path: dir });
  }
  resize(columns: number, rows: number): void {
    this.#session.resize(columns, rows);
  }
  async complete(line: string, cursor: number): ReturnType<EngineSession['complete']> {
    const { completeLine } = await import('./complete.ts');
    return completeLine(this.#session, line, cursor);
  }
  view(): ReturnType<EngineSession['view']> {
    return viewOf(this.#session);
  }
  async query<N extends QueryName>(question: Question<N>): Promise<Queries[N]['answer']> {
    const { answer } = await import('./queries/index.ts');
    const world = this.#session.simulation.world();
    const machine = world.machines.get(question.machine);
    if (machine === undefined) throw new Error(`There is no machine ${question.machine}.`);
    return answer({ world, machine, live: this.#session }, question);
  }
  facts(): ReturnType<EngineSession['facts']> {
    return factsOf(this.#session.machine.daemon);
  }
  save(): string {
    return JSON.stringify({ strata: 1, ...this.#machines, now: this.#session.simulation.kernel.now, events: this.#events });
  }

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
  tick(budgetMs: number): ReturnType<EngineSession['tick']> {
    const began = performance.now();
    const passed = this.#passed();
    const { jumping } = this.#session.clock;
    if (!jumping && this.#work > MOST_WORK) return { output: '', changed: false };
    const { output, waits } = this.#session.tick(() => performance.now() - began > budgetMs, passed);
    if (!jumping) this.#work += performance.now() - began;
    const { state } = this.#session.machine.daemon;
    const changed = state !== this.#seen;
    this.#seen = state;
    return { output, changed, ...(waits === undefined ? {} : { waits }) };
  }

  start(line: string): Job {
    const session = this.#session;
    this.tick(IDLE_BUDGET);
    this.#work = 0;
    this.#record({ kind: 'line', text: line });
    session.start(line);
    let last: Slice | undefined;
    return {
      step: (budgetMs) => {
        if (last?.done !== undefined) return { output: '', done: last.done };
        const began = performance.now();
        last = session.step(() => performance.now() - began > budgetMs, 'paced', this.#passed());
        return last;
      },
      signal: (name) => {
        session.signal(name);
        this.#record({ kind: 'signal', name });
      },
      stdin: (text) => {
        session.type(text);
        this.#record({ kind: 'type', text });
      },
      eof: () => {
        session.end();
        this.#record({ kind: 'end' });
      },
    };
  }

  /** Real seconds since the last time it was asked. */
  #passed(): number {
    const now = performance.now();
    const passed = Math.min(MOST_PASSED, Math.max(0, now - this.#lastStep) / 1000);
    this.#lastStep = now;
    return passed;
  }

  /** Does everything again that was done, each thing at its own virtual time. */
  async replay(events: readonly SessionEvent[], now: number): Promise<void> {
    for (const event of events) {
      await this.#runTo(event.at);
      this.#apply(event);
      this.#events.push(event);
    }
    await this.#runTo(now);
  }

  #apply(event: SessionEvent): void {
    const files = hostFiles(this.#session);
    if (event.kind === 'line') this.#session.start(event.text);
    else if (event.kind === 'signal') this.#session.signal(event.name);
    else if (event.kind === 'type') this.#session.type(event.text);
    else if (event.kind === 'end') this.#session.end();
    else if (event.kind === 'write') files.write(event.path, new TextEncoder().encode(event.text));
    else if (event.kind === 'remove') files.remove(event.path);
    else if (event.kind === 'mkdir') files.mkdir(event.path);
    else this.#session.chdir(event.path);
  }

  async #runTo(time: number): Promise<void> {
    const { kernel } = this.#session.simulation;
    while (kernel.now < time) {
      if (kernel.step()) continue;
      if (kernel.loading !== undefined) {
        await kernel.loading;
        continue;
      }
      kernel.advance(Math.min(time, kernel.nextDeadline() ?? time));
    }
    this.#session.step(() => true, 'paced', 0);
  }

  #record(input: Input): void {
    if (this.#events.length >= MOST_EVENTS) return;
    this.#events.push({ ...input, at: this.#session.simulation.kernel.now } as SessionEvent);
  }
}
