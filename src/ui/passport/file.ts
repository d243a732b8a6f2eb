// Progress as a file: everything that is kept, with a check sum that notices damage. Knows no page.
import { type Progress, readProgress } from '../progress/store.ts';
import { CarryError } from './trouble.ts';

/** Characters of the largest file that is read: the logs of all exercises are smaller. */
const most = 8_000_000;

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>;

/** The text of the file. */
export async function writeProgress(progress: Progress, digest: Digest, saved: number): Promise<string> {
  return `${JSON.stringify({ strata: 'progress', version: 1, saved: new Date(saved).toISOString(), check: await checkOf(progress, digest), progress })}\n`;
}

/** Reads what `writeProgress` wrote. Rejects with a CarryError. */
export async function readProgressFile(text: string, digest: Digest): Promise<Progress> {
  if (text.length > most) throw new CarryError('large');
  if (text.trim() === '') throw new CarryError('empty');
  const value = parsed(text);
  if (value.strata !== 'progress') throw new CarryError('foreign');
  if (typeof value.version === 'number' && value.version > 1) throw new CarryError('newer');
  if (typeof value.progress !== 'object' || value.progress === null || value.check !== (await checkOf(value.progress, digest)))
    throw new CarryError('damaged');
  return readProgress(JSON.stringify(value.progress));
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null) return value as Readonly<Record<string, unknown>>;
  } catch {
    if (text.trimStart().startsWith('{"strata":"progress"')) throw new CarryError('damaged');
  }
  throw new CarryError('foreign');
}

const checkOf = (progress: object, digest: Digest): Promise<string> => digest(new TextEncoder().encode(JSON.stringify(progress)));
