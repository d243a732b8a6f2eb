import { type Process, type Signal, type Step, TURN, type Wait, type Woken } from '../../kernel/index.ts';

interface Fiber {
  readonly run: Generator<Wait, void, Woken>;
  wait: Wait;
}

/**
 * Several things that one process does at once, as servers with an event loop do: each fiber is a generator that waits for
 * its own descriptors and deadlines, and the process waits for all of them. Signals reach the process, never a fiber.
 */
export class Fibers {
  readonly #p: Process;
  readonly #fibers = new Set<Fiber>();
  constructor(p: Process) {
    this.#p = p;
  }

  /** Starts one; it takes its first turn in `run`. What it throws ends `run`. */
  start(run: Generator<Wait, void, Woken>): object {
    const fiber: Fiber = { run, wait: TURN };
    this.#fibers.add(fiber);
    return fiber;
  }
  /** Drops one without another turn; its `finally` blocks do not run. */
  stop(fiber: object): void {
    this.#fibers.delete(fiber as Fiber);
  }
  get size(): number {
    return this.#fibers.size;
  }

  /** Lets them go on until `until` says true, or until none is left. `onSignal` gets each caught signal once. */
  *run(until: () => boolean, onSignal: (signal: Signal) => void = () => {}): Step<void> {
    for (;;) {
      for (let signal = this.#p.caught.shift(); signal !== undefined; signal = this.#p.caught.shift()) onSignal(signal);
      if (until() || this.#fibers.size === 0) return;
      let ran = false;
      for (const fiber of [...this.#fibers]) {
        const woken = this.#wakes(fiber);
        if (woken === undefined || !this.#fibers.has(fiber)) continue;
        ran = true;
        yield* this.#resume(fiber, woken);
        if (until()) return;
      }
      yield ran ? TURN : this.#wait();
    }
  }

  *#resume(fiber: Fiber, woken: Woken): Step<void> {
    let turn = fiber.run.next(woken);
    // What only the whole process can do: load, become another program, end.
    while (turn.done !== true && (turn.value.loading ?? turn.value.replace ?? turn.value.exit) !== undefined)
      turn = fiber.run.next(yield turn.value);
    if (turn.done === true) this.#fibers.delete(fiber);
    else fiber.wait = turn.value;
  }
  #wakes({ wait }: Fiber): Woken | undefined {
    if (wait.ready === undefined && wait.deadline === undefined) return 'ready';
    if (wait.ready?.() === true) return 'ready';
    return wait.deadline !== undefined && wait.deadline <= this.#p.now() ? 'timeout' : undefined;
  }
  #wait(): Wait {
    const waits = [...this.#fibers].map(({ wait }) => wait);
    const deadlines = waits.flatMap(({ deadline }) => (deadline === undefined ? [] : [deadline]));
    const ready = (): boolean => waits.some((wait) => wait.ready?.() === true);
    return deadlines.length === 0 ? { ready } : { ready, deadline: Math.min(...deadlines) };
  }
}
