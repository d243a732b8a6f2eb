/// <reference lib="webworker" />
// The service worker: keeps what a reader saw, what every lab needs once one was touched, and the whole course when asked. It is built into /sw.js by
// src/layouts/offline.ts, which knows the version and the addresses of the shell.
import type { Locale } from '../../../i18n/index.ts';
import { type FileEntry, languageOf, type Manifest, manifestAt, wholeCourse } from '../manifest.ts';
import type { ToPage, ToWorker, Trouble } from '../messages.ts';
import { fill } from './fill.ts';
import { answer } from './routes.ts';
import { addresses, earlier, labWished, manifestOf, shelfOf, tidy, wish, wished, wishLab } from './shelves.ts';

declare const self: ServiceWorkerGlobalScope;
declare const VERSION: string;

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true });
const tell = async (message: ToPage) => {
  for (const client of await windows()) client.postMessage(message);
};

/** Needs the manifest of this very version; in the middle of a deployment another one may stand there, and the next visit tries again. */
async function install(): Promise<void> {
  const response = await fetch(manifestAt, { cache: 'reload' });
  const manifest = (await response.clone().json()) as Manifest;
  if (manifest.version !== VERSION) throw new Error(`the site is at ${manifest.version}, this worker at ${VERSION}`);
  await (await caches.open(shelfOf(VERSION))).put(manifestAt, response);
  await fill({ manifest, wanted: (_, [, , group]) => group === 'shell' });
}

const current = ({ path, revision }: { path: string; revision: string }, manifest: Manifest) =>
  manifest.files[path] === undefined || manifest.files[path][0] === revision;

/** Whether every open page is of this version; one that does not answer is taken for an old one. */
async function allCurrent(manifest: Manifest): Promise<boolean> {
  const answers = (await windows()).map(
    (client) =>
      new Promise<boolean>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(current(data, manifest));
        setTimeout(resolve, 2000, false);
        client.postMessage({ type: 'who' } satisfies ToPage, [port2]);
      }),
  );
  return (await Promise.all(answers)).every(Boolean);
}

/** One thing at a time. */
let queue: Promise<void> = Promise.resolve();
const inTurn = (work: () => Promise<void>) => (queue = queue.then(work).catch(() => {}));
/** What somebody waits for now. */
let keeping: AbortController | undefined;
let background = new AbortController();

/** What should be here without anybody waiting for it: pages seen, what labs need, courses that were wished, all of this version. */
async function catchUp(manifest: Manifest): Promise<void> {
  const seen = new Set<string>();
  for (const { cache } of await earlier(VERSION)) for (const path of await addresses(cache)) seen.add(path);
  const groups = new Set([...(await wished())].flatMap((language) => wholeCourse(language)));
  if (await labWished()) groups.add('lab');
  background = new AbortController();
  const wanted = (path: string, [, , group]: FileEntry) => group === 'shell' || groups.has(group) || seen.has(path);
  await fill({ manifest, wanted, signal: background.signal });
  if (await allCurrent(manifest)) await tidy(manifest);
}

/** The page that has just been opened goes first: its lab, and whatever its reader does in the first moments. */
async function catchUpSoon(manifest: Manifest): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5000));
  await inTurn(() => catchUp(manifest));
}

async function hello(client: Client | undefined, said: Extract<ToWorker, { type: 'hello' }>): Promise<void> {
  const manifest = await manifestOf(VERSION);
  if (!manifest) return;
  if (!current(said, manifest)) client?.postMessage({ type: 'newer' } satisfies ToPage);
  const loaded = new Set([said.path, ...said.loaded]);
  await fill({ manifest, wanted: (path) => loaded.has(path) });
  await catchUpSoon(manifest);
}

async function lab(): Promise<void> {
  await wishLab();
  const manifest = await manifestOf(VERSION);
  if (manifest) await catchUpSoon(manifest);
}

async function keep(language: Locale, signal: AbortSignal): Promise<void> {
  const manifest = await manifestOf(VERSION);
  if (!manifest) return tell({ type: 'stopped', language, why: 'network' });
  let last = 0;
  try {
    const told = (done: number, total: number) => {
      // Ten times a second is enough for a bar.
      if (Date.now() - last < 100 && done < total) return;
      last = Date.now();
      void tell({ type: 'progress', language, done, total });
    };
    await fill({ manifest, wanted: (_, [, , group]) => wholeCourse(language).includes(group), told, signal, urgent: true });
    await wish(language, true);
    await tell({ type: 'kept', language });
  } catch (error) {
    if (signal.aborted) return tell({ type: 'stopped', language });
    const name = error instanceof Error ? error.name : '';
    const why: Trouble = name === 'QuotaExceededError' ? 'full' : name === 'TypeError' ? 'network' : 'refused';
    await tell({ type: 'stopped', language, why });
  }
}

/** Takes the course of a language away again, but for the pages that are open. */
async function drop(language: Locale): Promise<void> {
  await wish(language, false);
  const manifest = await manifestOf(VERSION);
  const open = new Set((await windows()).map(({ url }) => new URL(url).pathname));
  const others = (await wished()).size > 0;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const path of await addresses(cache)) {
      const group = manifest?.files[path]?.[2] ?? (path.endsWith('/') ? languageOf(path) : undefined);
      if ((group === language || (group === 'search' && !others)) && !open.has(path)) await cache.delete(path, { ignoreSearch: true });
    }
  }
  await tell({ type: 'dropped', language });
}

answer(VERSION);
self.addEventListener('install', (event) => {
  event.waitUntil(install());
  void self.skipWaiting();
});
self.addEventListener('activate', (event) => {
  event.waitUntil(self.clients.claim().then(() => tell({ type: 'look' })));
});
self.addEventListener('message', (event) => {
  const said = event.data as ToWorker;
  if (said.type === 'hello') event.waitUntil(hello(event.source instanceof Client ? event.source : undefined, said));
  else if (said.type === 'lab') event.waitUntil(lab());
  else if (said.type === 'stop') {
    // A worker that was ended in between has nothing to stop, and says so.
    if (keeping) keeping.abort();
    else event.waitUntil(tell({ type: 'stopped', language: said.language }));
  } else {
    // Somebody waits for this one.
    background.abort();
    const { type, language } = said;
    if (type === 'drop') return event.waitUntil(inTurn(() => drop(language)));
    const own = new AbortController();
    keeping = own;
    const work = inTurn(() => keep(language, own.signal)).finally(() => {
      if (keeping === own) keeping = undefined;
    });
    event.waitUntil(work);
  }
});
