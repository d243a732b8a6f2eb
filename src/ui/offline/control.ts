// The page about what is kept on this device: keeps and removes the whole course of a language, and lists what is here.
import { formatBytes, type Locale, pageLocale } from '../../i18n/index.ts';
import { extentOf, type Manifest, manifestAt, wholeCourse } from './manifest.ts';
import type { ToPage, ToWorker } from './messages.ts';
import { type OfflineWord, offlineWords } from './words.ts';

const t = offlineWords(pageLocale());
const find = <E extends HTMLElement>(query: string, within: ParentNode = document) => within.querySelector<E>(query);
const show = (part: HTMLElement | null | undefined, shown: boolean) => part?.toggleAttribute('hidden', !shown);

/** Addresses of everything that the site keeps here. Throws where a browser refuses storage. */
async function addressesHere(): Promise<Set<string>> {
  const here = new Set<string>();
  for (const name of await caches.keys())
    if (name.startsWith('strata-')) for (const { url } of await (await caches.open(name)).keys()) here.add(new URL(url).pathname);
  return here;
}

let manifest: Manifest | undefined;
let busy: Locale | undefined;

/** The worker, which comes a moment after the first page; undefined where it cannot be installed now. */
async function worker(): Promise<ServiceWorker | undefined> {
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, 20_000));
  return (await Promise.race([navigator.serviceWorker.ready, late]))?.active ?? undefined;
}

const say = async (message: ToWorker) => (await worker())?.postMessage(message);

/** Parts of a language's row. */
const rowOf = (language: string) => find(`.keep[data-language="${language}"]`);

function state(language: Locale, text: string): void {
  const line = find('.keep-state', rowOf(language) ?? document);
  if (line && line.textContent !== text) line.textContent = text;
}

function drawRow(row: HTMLElement, here: ReadonlySet<string>, said?: string): void {
  if (!manifest) return;
  const language = row.dataset.language as Locale;
  const { bytes, here: have } = extentOf(manifest, wholeCourse(language), here);
  const own = extentOf(manifest, [language], here).here;
  const all = have === bytes;
  row.dataset.state = busy === language ? 'running' : all ? 'kept' : 'part';
  const go = find<HTMLButtonElement>('.keep-go', row);
  if (go) {
    go.disabled = busy !== undefined;
    go.textContent = t(own > 200_000 ? 'keep.go' : 'keep.do');
  }
  show(go, busy !== language && !all);
  show(find('.keep-stop', row), busy === language);
  show(find('.keep-drop', row), busy !== language && (all || own > 200_000));
  show(find('progress', row), busy === language);
  if (busy === language) return;
  const part =
    have > 0 ? t('keep.part', { size: formatBytes(bytes), here: formatBytes(have) }) : t('keep.size', { size: formatBytes(bytes) });
  state(language, said ?? (all ? t('keep.done', { size: formatBytes(bytes) }) : part));
}

async function draw(said: { readonly language?: Locale; readonly text?: string } = {}): Promise<void> {
  const here = await addressesHere();
  for (const row of document.querySelectorAll<HTMLElement>('.keep'))
    drawRow(row, here, row.dataset.language === said.language ? said.text : undefined);
  for (const list of document.querySelectorAll<HTMLElement>('.here-list')) {
    let some = false;
    for (const item of list.querySelectorAll<HTMLElement>('li')) {
      const kept = here.has(item.dataset.path ?? '');
      show(item, kept);
      some ||= kept;
    }
    show(list.closest<HTMLElement>('.here-group'), some);
  }
  show(find('.here-none'), find('.here-group:not([hidden])') === null);
}

async function free(): Promise<number | undefined> {
  const { quota, usage } = (await navigator.storage?.estimate?.().catch(() => undefined)) ?? {};
  return quota === undefined || usage === undefined ? undefined : Math.max(0, quota - usage);
}

async function keep(language: Locale): Promise<void> {
  if (!manifest) return;
  const { bytes, here } = extentOf(manifest, wholeCourse(language), await addressesHere());
  const space = await free();
  const size = formatBytes(bytes - here);
  if (space !== undefined && space < bytes - here) {
    await draw({ language, text: t('keep.full', { size, free: formatBytes(space) }) });
    return;
  }
  busy = language;
  state(language, t('keep.wait'));
  await draw();
  const sent = await worker();
  if (sent) return sent.postMessage({ type: 'keep', language } satisfies ToWorker);
  busy = undefined;
  await draw({ language, text: t('keep.network') });
}

async function heard(data: ToPage): Promise<void> {
  if (data.type === 'progress') {
    busy = data.language;
    const row = rowOf(data.language);
    const bar = row && find<HTMLProgressElement>('progress', row);
    if (bar) bar.value = data.done / data.total;
    if (row?.dataset.state !== 'running') await draw();
    state(data.language, t('keep.running', { here: formatBytes(data.done), size: formatBytes(data.total) }));
  } else if (data.type === 'kept') {
    busy = undefined;
    await draw();
    // Whether the browser may take it away again is asked last: some ask the reader.
    const lasting = await navigator.storage?.persist?.().catch(() => false);
    show(find('.keep-light'), !lasting);
  } else if (data.type === 'stopped') {
    busy = undefined;
    const space = data.why === 'full' ? await free() : undefined;
    const word: OfflineWord = data.why === 'full' ? 'keep.full.unknown' : data.why ? `keep.${data.why}` : 'keep.stopped';
    const need = manifest ? extentOf(manifest, wholeCourse(data.language), await addressesHere()) : undefined;
    const text =
      space !== undefined && need ? t('keep.full', { size: formatBytes(need.bytes - need.here), free: formatBytes(space) }) : t(word);
    await draw({ language: data.language, text });
  } else if (data.type === 'dropped') {
    const left = manifest ? extentOf(manifest, wholeCourse(data.language), await addressesHere()).here : 0;
    await draw({ language: data.language, text: t('keep.removed', { size: formatBytes(left) }) });
    show(find('.keep-light'), false);
  }
}

function listen(): void {
  navigator.serviceWorker.addEventListener('message', ({ data }: MessageEvent<ToPage>) => void heard(data));
  for (const row of document.querySelectorAll<HTMLElement>('.keep')) {
    const language = row.dataset.language as Locale;
    find('.keep-go', row)?.addEventListener('click', () => void keep(language));
    find('.keep-stop', row)?.addEventListener('click', () => void say({ type: 'stop', language }));
    find('.keep-drop', row)?.addEventListener('click', () => void say({ type: 'drop', language }));
  }
}

async function start(): Promise<void> {
  const box = find('.offline-page');
  // The worker shows this page in the place of one that is not here.
  if (box && location.pathname !== box.dataset.path) {
    show(find('.lost'), true);
    for (const part of box.querySelectorAll<HTMLElement>('.own')) show(part, false);
    // What can be read now comes before what could be.
    const list = find('.here');
    if (list) find('.lost')?.after(list);
    const address = find('.lost-address');
    if (address) address.textContent = location.pathname;
    find('.lost-again')?.addEventListener('click', () => location.reload());
  }
  try {
    if (!('serviceWorker' in navigator)) throw new Error('no service worker');
    const answer = await fetch(manifestAt);
    if (!answer.ok) throw new Error('no list of files');
    manifest = (await answer.json()) as Manifest;
    listen();
    await draw();
    // At once, not when the page is quiet; refused, nothing can be kept.
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
  } catch {
    show(find('.keep-none'), true);
    show(find('.keep-list'), false);
    return;
  }
  // What comes in the background is shown when somebody looks again.
  addEventListener('visibilitychange', () => void (busy ?? draw()));
}

void start();
