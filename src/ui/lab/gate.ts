// What of a lab is asleep until its prompt is there: everything but the terminal. It then wakes part by part, and a command goes first.
import type * as parts from './parts.tsx';

export type Parts = typeof parts;

export interface Gate {
  /** Resolves with the code of the parts once they may wake. */
  readonly opened: Promise<Parts>;
  /** The code, when it is here. */
  readonly parts: Parts | undefined;
  /** Lets the parts wake; `idly` when the page has time, at the latest after a second. */
  open(how: 'now' | 'idly'): void;
  /** Wakes a part after those that asked before it. */
  wake(part: () => void): void;
}

/** Most milliseconds that a part waits for a command to end. */
const patience = 1500;
/** Milliseconds after the prompt in which whoever types at once is alone. */
const pause = 150;

/** Calls when the page has nothing to do, at the latest after a second. */
const idly = (act: () => void): void => {
  if (window.requestIdleCallback) window.requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act);
};

/** `load` fetches the code, `busy` tells whether a command runs. */
export function createGate(load: () => Promise<Parts>, busy: () => boolean): Gate {
  let parts: Parts | undefined;
  let resolve: (parts: Parts) => void = () => {};
  const opened = new Promise<Parts>((done) => {
    resolve = done;
  });
  let began = 0;
  let hurried = false;
  let fetching = false;
  const queue: (() => void)[] = [];

  /** Waits for a command, not longer than a person would. */
  const whenFree = (act: () => void): void => {
    const waits = (): boolean => !hurried && busy() && performance.now() - began < patience;
    if (hurried) setTimeout(act);
    else if (waits()) setTimeout(() => whenFree(act), 30);
    else idly(() => (waits() ? whenFree(act) : act()));
  };
  const next = (): void => {
    queue.shift()?.();
    if (queue.length > 0) whenFree(next);
  };
  const fetched = async (): Promise<void> => {
    if (fetching) return;
    fetching = true;
    parts = await load();
    resolve(parts);
  };
  return {
    opened,
    get parts() {
      return parts;
    },
    open: (how) => {
      if (how === 'now' && !hurried) {
        hurried = true;
        void fetched();
      } else if (began === 0) {
        began = performance.now();
        setTimeout(() => whenFree(() => void fetched()), pause);
      }
    },
    wake: (part) => {
      queue.push(part);
      if (queue.length === 1) whenFree(next);
    },
  };
}
