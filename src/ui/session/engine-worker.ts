// The engine's worker as a channel. It may be started before anyone listens: a lab that is touched starts it while its own code comes.
import { labTouched } from '../offline/lab-touched.ts';
import type { Channel } from './client.ts';

let ahead: Channel | undefined;

/** Starts a worker that the next session takes. */
export function startAhead(): void {
  ahead ??= start();
}

/** A running worker: the one that was started ahead, or a new one. */
export function engineWorker(): Channel {
  const taken = ahead ?? start();
  ahead = undefined;
  return taken;
}

function start(): Channel {
  labTouched();
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  let onmessage: Channel['onmessage'] = null;
  let onerror: Channel['onerror'] = null;
  /** What was told before anyone listened. */
  const messages: MessageEvent[] = [];
  let failed: ErrorEvent | undefined;
  worker.onmessage = (event) => {
    if (onmessage) onmessage(event);
    else messages.push(event);
  };
  worker.onerror = (event) => {
    failed = event;
    onerror?.(event);
  };
  return {
    postMessage: (message) => worker.postMessage(message),
    terminate: () => worker.terminate(),
    get onmessage() {
      return onmessage;
    },
    set onmessage(listener) {
      onmessage = listener;
      for (const event of messages.splice(0)) listener?.(event);
    },
    get onerror() {
      return onerror;
    },
    set onerror(listener) {
      onerror = listener;
      // After the requests that the failure concerns have been made.
      if (failed !== undefined) setTimeout(() => failed && listener?.(failed));
    },
  };
}
