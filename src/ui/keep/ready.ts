import { effect } from '@preact/signals';
import type { Session } from '../session/index.ts';

/** Resolves when the machines stand; rejects when they do not come up. A lab that sleeps is being woken by whoever asks. */
export function whenReady({ status, failure }: Pick<Session, 'status' | 'failure'>): Promise<void> {
  return new Promise((resolve, reject) => {
    let stop: (() => void) | undefined;
    let over = false;
    stop = effect(() => {
      if (status.value === 'ready' || status.value === 'running') resolve();
      else if (status.value === 'failed') reject(new Error(failure.value));
      else return;
      over = true;
      stop?.();
    });
    if (over) stop();
  });
}
