// Opening files that were dropped or chosen: archives go to the machine and are loaded by a command that everyone sees; saved sandboxes become
// sandboxes. Bytes go to the worker and to this device's store, nowhere else.
import type { Signal } from '@preact/signals';
import { formatBytes, type Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import { type DeviceStore, deviceStore, sha256 } from '../../session/storage.ts';
import { addressOfBox } from '../address.ts';
import { FileError, mostBytes } from '../file/format.ts';
import { readFile } from '../file/read.ts';
import { whenReady } from '../ready.ts';
import { isFull, whyOf } from '../trouble.ts';
import { type KeepWord, keepWords } from '../words.ts';
import { archiveName } from './archive-name.ts';
import { kindOfFile } from './kind.ts';
import { readBytes, Stopped } from './read-bytes.ts';
import { type Told, toldOf } from './told.ts';

/** Most bytes of an archive: a page holds it, its digest and its layers at the same time. */
export const mostArchive = 512e6;

type Values = Told['values'];

/** Opens each file as what it is. One file's trouble does not hinder the others; the last sentence stays. */
export async function openFiles(
  files: readonly File[],
  session: Session,
  locale: Locale,
  store: DeviceStore = deviceStore(),
): Promise<void> {
  const say = toldOf(session);
  const loads: string[] = [];
  for (const file of files) {
    const values = { name: file.name, size: formatBytes(file.size) };
    const bad = (key: KeepWord, more: Values = {}) => {
      say.value = { tone: 'bad', key, values: { ...values, ...more } };
    };
    try {
      const kind = await kindOfFile(file);
      if (kind === 'state') await openState(file, locale, store, say);
      else if (kind !== 'archive') bad(`open.${kind}`);
      else if (file.size > mostArchive) bad('open.large', { most: formatBytes(mostArchive) });
      else loads.push(await putOnMachine(file, session, say));
    } catch (error) {
      if (error instanceof Stopped) bad('open.stopped');
      else if (isFull(error)) bad('open.full');
      else bad('open.failed', { why: whyOf(error) });
    }
  }
  if (loads.length === 0) return;
  const free = !session.busy.value.has(session.terminal.value);
  const path = loads.join(' ');
  if (say.value?.tone !== 'bad')
    say.value = { tone: 'good', key: free ? 'open.loaded' : 'open.busy', values: { name: files.map(({ name }) => name).join(', '), path } };
  if (free) session.put(loads.map((one) => `docker load -i ${one}`).join('; '), { enter: true });
}

/** Resolves with the file's name on the machine, in the directory of the terminal in front. */
async function putOnMachine(file: File, session: Session, say: Signal<Told | undefined>): Promise<string> {
  await whenReady(session);
  const terminal = session.terminals.value.find(({ id }) => id === session.terminal.value) ?? session.terminals.value[0];
  const cwd = terminal?.cwd ?? '/root';
  const machine = terminal?.machine ?? session.machine.value;
  let stopped = false;
  const size = formatBytes(file.size);
  const bytes = await readBytes(
    file,
    (part) => {
      say.value = {
        tone: 'work',
        key: 'open.reading',
        values: { name: file.name, size, percent: Math.floor(part * 100) },
        part,
        stop: () => {
          stopped = true;
        },
      };
    },
    () => stopped,
  );
  say.value = { tone: 'work', key: 'open.keeping', values: { name: file.name, size } };
  const taken = new Set((await session.listFiles(cwd, machine)).map(({ name }) => name));
  const name = archiveName(file.name, taken);
  await session.upload(`${cwd === '/' ? '' : cwd}/${name}`, bytes, machine);
  return name;
}

async function openState(file: File, locale: Locale, store: DeviceStore, say: Signal<Told | undefined>): Promise<void> {
  try {
    const { boxes, blobs } = await readFile(file, sha256);
    for (const bytes of blobs.values()) await store.putBlob(bytes);
    const made = [];
    for (const { title, record } of boxes) made.push(await store.create(title, record));
    const [one] = made;
    say.value = {
      tone: 'good',
      key: made.length === 1 ? 'file.opened.one' : 'file.opened',
      values: { n: made.length, title: one === undefined || one.title === '' ? keepWords(locale)('box.untitled') : one.title },
      ...(one && made.length === 1 ? { href: addressOfBox(locale, one.id) } : {}),
    };
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    say.value = { tone: 'bad', key: `file.${error.trouble}`, values: { name: file.name, most: formatBytes(mostBytes) } };
  }
}
