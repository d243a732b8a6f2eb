import { type Process, SIGNALS, type Step, TURN } from '../../../engine/kernel/index.ts';

const ENDING = [SIGNALS.INT, SIGNALS.TERM];

/**
 * Runs a step that SIGINT and SIGTERM cancel: what it has begun is taken down by its own `finally`s, and the value is undefined.
 * `onCancel` is told before that. Source: docker/cli cmd/docker notifyContext.
 */
export function* cancelable<T>(process: Process, step: Step<T>, onCancel: (signal: number) => void = () => {}): Step<T | undefined> {
  for (const signal of ENDING) process.setDisposition(signal, 'catch');
  const asked = (): boolean => process.caught.some((signal) => ENDING.some((one) => one === signal));
  let canceled = false;
  try {
    let next = step.next('ready');
    while (!next.done) {
      const wait = next.value;
      const woken = yield asked()
        ? TURN
        : wait.uninterruptible && wait.loading === undefined
          ? { ...wait, ready: () => asked() || (wait.ready?.() ?? false) }
          : wait;
      if (canceled || !asked()) {
        next = step.next(woken);
        continue;
      }
      canceled = true;
      const signal = process.caught.find((one) => ENDING.some((ending) => ending === one)) ?? SIGNALS.INT;
      process.caught.length = 0;
      for (const signal of ENDING) process.setDisposition(signal, 'ignore');
      onCancel(signal);
      next = step.return(undefined as T);
    }
    return canceled ? undefined : next.value;
  } finally {
    for (const signal of ENDING) process.setDisposition(signal, 'default');
  }
}

/** What the client exits with then. */
export const CANCELED = 128 + SIGNALS.INT;
