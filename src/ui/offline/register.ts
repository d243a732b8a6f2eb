// On every built page, once it has loaded and is quiet: the service worker, to which the page says which page it is. A few hundred bytes.
import type { ToPage, ToWorker } from './messages.ts';

const hello = (): ToWorker => ({
  type: 'hello',
  path: location.pathname,
  revision: document.querySelector<HTMLMetaElement>('meta[name="revision"]')?.content ?? '',
  // Before there was a worker, nobody kept them.
  loaded: performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => (name.startsWith(`${location.origin}/`) ? [new URL(name).pathname] : [])),
});

async function begin(workers: ServiceWorkerContainer): Promise<void> {
  workers.addEventListener('message', ({ data, ports, source }: MessageEvent<ToPage>) => {
    if (data.type === 'who') ports[0]?.postMessage(hello());
    else if (data.type === 'look') (source as ServiceWorker | null)?.postMessage(hello());
    else if (data.type === 'newer') void import('./notice.ts').then(({ notice }) => notice());
  });
  workers.startMessages();
  // Refused, or the address cannot be read: the site works as it does without a worker.
  const made = await workers.register('/sw.js', { updateViaCache: 'none' }).catch(() => undefined);
  if (!made) return;
  const { active } = await workers.ready;
  active?.postMessage(hello());
  // A tab that stays open for days asks when somebody comes back to it, at most once an hour.
  let asked = Date.now();
  addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < 3_600_000) return;
    asked = Date.now();
    made.update().catch(() => {});
  });
}

const soon = () => setTimeout(() => (window.requestIdleCallback ?? setTimeout)(() => void begin(navigator.serviceWorker)), 2500);
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  if (document.readyState === 'complete') soon();
  else addEventListener('load', soon);
}
