import type { Kernel } from '../../engine/kernel/index.ts';

/** Seconds that a step moves on when nothing is due. */
const EMPTY_STEP = 1;

/**
 * The virtual clock of a session. It runs as real time passes, stands, or is moved on by hand: then everything that falls due happens in
 * order, in as many slices as that takes. It never goes back.
 */
export class Clock {
  /** `run`: as much virtual time passes as real time. `pause`: none, but by hand. */
  mode: 'run' | 'pause' = 'run';
  readonly #kernel: Kernel;
  /** The time that it is being moved on to. */
  #target: number | undefined;

  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  /** Virtual seconds since the epoch. */
  get now(): number {
    return this.#kernel.now;
  }
  /** Whether it is being moved on, and has not got there yet. */
  get jumping(): boolean {
    if (this.#target !== undefined && this.#kernel.now >= this.#target) this.#target = undefined;
    return this.#target !== undefined;
  }

  /** Begins to move on by so many seconds; to those not passed yet they are added. */
  jump(seconds: number): void {
    if (!(seconds >= 0)) throw new RangeError('time cannot go back');
    this.#target = (this.jumping ? this.#target! : this.#kernel.now) + seconds;
  }
  /** Begins to move on to the next thing that falls due by itself. */
  step(): void {
    const next = this.#kernel.nextDeadline();
    this.#target = Math.max(this.#kernel.now, next ?? this.#kernel.now + EMPTY_STEP);
  }
  /** Forgets what is left of a jump. */
  stop(): void {
    this.#target = undefined;
  }

  /** The time up to which things may happen when `elapsed` real seconds have passed. */
  until(elapsed: number): number {
    const passed = this.#kernel.now + (this.mode === 'run' ? elapsed : 0);
    return this.jumping ? Math.max(passed, this.#target!) : passed;
  }
}
