// What can be done with sandboxes, as the dialog does it. Every method says what came of it, or rejects.
import type { Session } from '../../session/index.ts';
import { refused } from '../../session/refusal/page.ts';
import type { Box, DeviceStore, LabRecord } from '../../session/storage.ts';
import type { FiledBox } from '../file/format.ts';
import { type Written, writeFile } from '../file/write.ts';
import { factsOf } from '../state.ts';

/** A file of these boxes with their uploads, as far as they can be read. The one that is open is taken as it is now: the device may have no room for it. */
export async function fileOf(
  store: DeviceStore,
  boxes: readonly Pick<Box, 'id' | 'title' | 'created' | 'changed'>[],
  name: string,
  open: Pick<Session, 'id' | 'save' | 'history'>,
): Promise<Written> {
  const filed: FiledBox[] = [];
  for (const { id, title, created, changed } of boxes) {
    const record = id === open.id ? await recordOf(open) : await store.load(id);
    if (record) filed.push({ title, lab: id, created, changed, record: plain(record) });
  }
  if (filed.length === 0) throw refused('boxes.none');
  const uploads = filed.flatMap(({ record }) => factsOf(record.saved).uploads.map(({ digest }) => digest));
  return writeFile(name, filed, uploads, (digest) => store.blob(digest));
}

async function recordOf({ save, history }: Pick<Session, 'save' | 'history'>): Promise<LabRecord> {
  const saved = await save();
  return { version: 2, saved, history, commands: factsOf(saved).commands.length };
}

const plain = ({ version, saved, history, commands }: LabRecord) => ({ version, saved, history: [...history], commands });
