// A reader who has started a machine will want it without a network, too; one who only reads is spared its two megabytes.
import type { ToWorker } from './messages.ts';

let told = false;

export function labTouched(): void {
  if (told) return;
  told = true;
  if ((navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true) return;
  // Where there is no worker this waits for ever, which costs nothing.
  void navigator.serviceWorker?.ready.then(({ active }) => active?.postMessage({ type: 'lab' } satisfies ToWorker));
}
