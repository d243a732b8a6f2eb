import { kindOf } from './box.ts';
import { digestsIn, isReadable, sizeOf } from './record.ts';
import type { BoxRow } from './tables.ts';

/** What the list will tell of a record. What the learner chose stays as it was. */
export function rowOf(id: string, record: unknown, was: BoxRow | undefined, now: number): BoxRow {
  const told = isReadable(record)
    ? { commands: record.commands, bytes: sizeOf(record), digests: digestsIn(record) }
    : { commands: 0, bytes: JSON.stringify(record)?.length ?? 0, digests: [] };
  return { id, title: was?.title ?? '', kind: kindOf(id), created: was?.created ?? now, changed: now, ...told };
}
