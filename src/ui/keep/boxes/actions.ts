// What can be done with sandboxes, as the dialog does it. Every method says what came of it, or rejects.
import type { Box, DeviceStore, LabRecord } from '../../session/storage.ts';
import type { FiledBox } from '../file/format.ts';
import { type Written, writeFile } from '../file/write.ts';
import { factsOf } from '../state.ts';

/** A file of these boxes with their uploads, as far as they can be read. */
export async function fileOf(
  store: DeviceStore,
  boxes: readonly Pick<Box, 'id' | 'title' | 'created' | 'changed'>[],
  name: string,
): Promise<Written> {
  const filed: FiledBox[] = [];
  for (const { id, title, created, changed } of boxes) {
    const record = await store.load(id);
    if (record) filed.push({ title, lab: id, created, changed, record: plain(record) });
  }
  if (filed.length === 0) throw new Error('nothing has been kept yet');
  const uploads = filed.flatMap(({ record }) => factsOf(record.saved).uploads.map(({ digest }) => digest));
  return writeFile(name, filed, uploads, (digest) => store.blob(digest));
}

const plain = ({ version, saved, history, commands }: LabRecord) => ({ version, saved, history: [...history], commands });
