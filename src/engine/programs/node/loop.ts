import type { Step } from '../../kernel/index.ts';
import { type Signal, SysError } from '../../kernel/index.ts';
import { drive, type Routine } from '../coroutine/index.ts';
import { Fibers } from '../service/index.ts';
import type { Realm } from './realm.ts';

/** The event loop: microtasks after each task, timers and sockets as fibers that make tasks. */
export class Loop {
  readonly #js: Realm;
  readonly #fibers: Fibers;
  readonly #micro: (() => Routine<void>)[] = [];
  readonly #tasks: (() => Routine<void>)[] = [];
  /** What a caught signal does. */
  onSignal: (signal: Signal) => void = () => {};

  constructor(js: Realm) {
    this.#js = js;
    this.#fibers = new Fibers(js.p);
  }
  microtask(work: () => Routine<void>): void {
    this.#micro.push(work);
  }
  task(work: () => Routine<void>): void {
    this.#tasks.push(work);
  }
  /** Starts something that waits; while it lives, the program does. */
  start(run: Step<void>): object {
    return this.#fibers.start(run);
  }
  stop(fiber: object): void {
    this.#fibers.stop(fiber);
  }
  /** A timer in milliseconds. */
  after(ms: number, work: () => Routine<void>, repeat: boolean): object {
    const { p } = this.#js;
    const delay = Math.max(1, Number.isFinite(ms) ? ms : 1) / 1000;
    const tasks = this.#tasks;
    return this.start(
      (function* (): Step<void> {
        for (let next = p.now() + delay; ; next = Math.max(p.now(), next + delay)) {
          yield { ready: () => false, deadline: next };
          tasks.push(work);
          if (!repeat) return;
        }
      })(),
    );
  }

  /** Runs one piece of the program and all microtasks after it. */
  *run(work: () => Routine<void>): Step<void> {
    const all = (): Routine<void> => this.#withMicrotasks(work);
    yield* drive(all());
  }
  *#withMicrotasks(work: () => Routine<void>): Routine<void> {
    yield* work();
    for (let next = this.#micro.shift(); next !== undefined; next = this.#micro.shift()) {
      yield* next();
      yield* this.#js.tick();
    }
  }
  /** Goes on until nothing is left to wait for. */
  *untilDone(guard: (work: () => Routine<void>) => Step<void>): Step<void> {
    for (;;) {
      for (let task = this.#tasks.shift(); task !== undefined; task = this.#tasks.shift()) yield* guard(task);
      this.#signals();
      if (this.#tasks.length > 0) continue;
      if (this.#fibers.size === 0) return;
      try {
        yield* this.#fibers.run(
          () => this.#tasks.length > 0,
          (signal) => this.onSignal(signal),
        );
      } catch (error) {
        if (!(error instanceof SysError)) throw error;
      }
    }
  }
  #signals(): void {
    for (let signal = this.#js.p.caught.shift(); signal !== undefined; signal = this.#js.p.caught.shift()) this.onSignal(signal);
  }
}
