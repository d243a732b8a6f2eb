import type { Process, Step, Woken } from '../../../../engine/kernel/index.ts';

/** Runs a step, and `tick` every so many virtual seconds while it waits: a display goes on although nothing happens. */
export function* ticking<T>(process: Process, step: Step<T>, every: number, tick: () => Step<void>): Step<T> {
  try {
    let next = step.next('ready');
    while (!next.done) {
      const wait = next.value;
      let woken: Woken;
      if (wait.ready === undefined && wait.deadline === undefined) woken = yield wait;
      else {
        for (;;) {
          const beat = process.now() + every;
          if (wait.deadline !== undefined && wait.deadline <= beat) {
            woken = yield wait;
            break;
          }
          const came: Woken = yield { ...wait, deadline: beat };
          if (came !== 'timeout') {
            woken = came;
            break;
          }
          yield* tick();
        }
      }
      next = step.next(woken);
    }
    return next.value;
  } finally {
    step.return(undefined as T);
  }
}
