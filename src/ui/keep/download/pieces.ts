// Fetching an archive from the worker piece by piece, into the browser's memory or into a file that the learner chose.
import type { Session } from '../../session/index.ts';
import { refused } from '../../session/refusal/page.ts';

/** Bytes of a piece: some hundredths of a second of the worker's time. */
const piece = 4 << 20;

export interface Target {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

/** Resolves with false when it was stopped. Rejects when the worker or the target fails. */
export async function fetchArchive(
  session: Pick<Session, 'query'>,
  { archive, size }: { readonly archive: number; readonly size: number },
  target: Target,
  progress: (part: number) => void,
  stopped: () => boolean,
): Promise<boolean> {
  for (let offset = 0; offset < size; ) {
    if (stopped()) return false;
    const bytes = await session.query('keep.piece', { archive, offset, length: piece });
    if (bytes.length === 0) throw refused('archive.short');
    await target.write(bytes);
    offset += bytes.length;
    progress(offset / size);
  }
  return true;
}
