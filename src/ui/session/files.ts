import type { Client } from './client.ts';
import type { Session } from './contract.ts';
import { refused } from './refusal/page.ts';
import type { BlobStore } from './storage.ts';

type Files = Pick<Session, 'listFiles' | 'readFile' | 'readBytes' | 'writeFile' | 'upload' | 'removeFile' | 'rename' | 'makeDir'>;

/** The files of the machines. `on` names the machine that is meant, `edit` waits for a change and keeps it. */
export const filesOf = (
  ask: Client['ask'],
  on: (machine?: string) => { readonly machine: string },
  edit: (asked: Promise<unknown>) => Promise<void>,
  store: Partial<BlobStore>,
): Files => ({
  listFiles: async (dir, name) => (await ask('files.list', { dir, ...on(name) })).entries,
  readFile: (path, name) => ask('files.read', { path, ...on(name) }),
  readBytes: async (path, name) => (await ask('files.bytes', { path, ...on(name) })).bytes,
  writeFile: (path, content, name) => edit(ask('files.write', { path, content, ...on(name) })),
  upload: async (path, bytes, name) => {
    if (!store.putBlob) throw refused('uploads.none');
    const blob = await store.putBlob(bytes);
    await edit(ask('files.upload', { path, content: bytes, blob, ...on(name) }));
  },
  removeFile: (path, name) => edit(ask('files.remove', { path, ...on(name) })),
  rename: (path, to, name) => edit(ask('files.rename', { path, to, ...on(name) })),
  makeDir: (path, name) => edit(ask('files.mkdir', { path, ...on(name) })),
});
