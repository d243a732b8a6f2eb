// What is kept of one lab, and what can be told of it without opening it.
import type { Verdict } from '../../../grader/index.ts';
import type { LogEntry } from '../protocol.ts';

export interface TurnRecord {
  readonly number: number;
  readonly line: string;
  readonly exit: number;
  /** What the command printed, cut at `outputLimit`. */
  readonly output: string;
  /** The prompt it was typed at. */
  readonly prompt: string;
}

export const outputLimit = 16_000;

export interface LabRecord {
  readonly version: 1;
  readonly log: readonly LogEntry[];
  readonly turns: readonly TurnRecord[];
  readonly history: readonly string[];
  /** The session's own text: `Session.save()` made it, and a session opens from it. */
  readonly saved?: string;
  readonly verdict?: Verdict;
}

/** Records of these versions can be opened. Any other is put aside, to be downloaded. */
const readable: readonly unknown[] = [1];

export function isReadable(record: unknown): record is LabRecord {
  return typeof record === 'object' && record !== null && 'version' in record && readable.includes(record.version);
}

/** Bytes a record takes, near enough: the lengths of its texts. Cheap, because it is asked after every command. */
export function sizeOf({ saved = '', log, turns, history }: LabRecord): number {
  let size = saved.length;
  for (const entry of log) for (const value of Object.values(entry)) size += typeof value === 'string' ? value.length + 8 : 8;
  for (const { line, output, prompt } of turns) size += line.length + output.length + prompt.length + 48;
  for (const line of history) size += line.length + 3;
  return size;
}

/** Every SHA-256 that a record names. Some may be images and not blobs: a name too many keeps a blob, one too few would lose it. */
export function digestsIn(record: LabRecord): readonly string[] {
  const found = new Set<string>();
  const texts = record.saved === undefined ? [JSON.stringify(record.log)] : [record.saved];
  for (const text of texts) for (const [digest] of text.matchAll(/\b[0-9a-f]{64}\b/g)) found.add(digest);
  return [...found];
}
