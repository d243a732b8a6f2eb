import { Session } from '../../cli/machine/session.ts';
import { newWorld } from '../../cli/machine/simulation.ts';
import type { EngineSession, EngineSessionFactory, Job, Slice } from '../session/engine-session.ts';
import { factsOf } from './facts.ts';
import { hostFiles } from './files.ts';
import { readSaved, type SessionEvent } from './log.ts';
import { viewOf } from './view.ts';

/** Virtual time at which every lab begins: 2026-01-01, so that two learners see the same ages. */
const START = 1_767_225_600;
/** Most milliseconds spent on catching up with the time between two commands. */
const IDLE_BUDGET = 30;
/** Most events that a session remembers. */
const MOST_EVENTS = 20_000;

type Size = { readonly columns: number; readonly rows: number };
/** An event without its time, which is when it is recorded. */
type Input = SessionEvent extends infer E ? (E extends SessionEvent ? Omit<E, 'at'> : never) : never;

export const engine: EngineSessionFactory = {
  create: ({ seed, columns, rows }) => new LabSession(seed, { columns, rows }),
  restore: async (text, size) => {
    const { seed, now, events } = readSaved(text);
    const session = new LabSession(seed, size);
    await session.replay(events, now);
    return session;
  },
};

class LabSession implements EngineSession {
  readonly files: EngineSession['files'];
  readonly #session: Session;
  readonly #seed: number;
  readonly #events: SessionEvent[] = [];
  #lastStep = performance.now();

  constructor(seed: number, size: Size) {
    this.#seed = seed;
    this.#session = new Session(newWorld({ seed, now: START }), size);
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
  facts(): ReturnType<EngineSession['facts']> {
    return factsOf(this.#session.machine.daemon);
  }
  save(): string {
    return JSON.stringify({ strata: 1, seed: this.#seed, now: this.#session.simulation.kernel.now, events: this.#events });
  }

  start(line: string): Job {
    const session = this.#session;
    const began = performance.now();
    session.idle(() => performance.now() - began > IDLE_BUDGET, Math.max(0, began - this.#lastStep) / 1000);
    this.#lastStep = began;
    this.#record({ kind: 'line', text: line });
    session.start(line);
    let last: Slice | undefined;
    return {
      step: (budgetMs) => {
        if (last?.done !== undefined) return { output: '', done: last.done };
        const began = performance.now();
        const elapsed = (began - this.#lastStep) / 1000;
        this.#lastStep = began;
        last = session.step(() => performance.now() - began > budgetMs, 'paced', elapsed);
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
