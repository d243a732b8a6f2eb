// What is kept of one lab, and what can be told of it without opening it.

export interface LabRecord {
  readonly version: 2;
  /** The session's own text: `Session.save()` made it, and a session opens from it. Empty: nothing was done yet. */
  readonly saved: string;
  /** Lines for the arrow keys, oldest first. */
  readonly history: readonly string[];
  /** How many commands were run. */
  readonly commands: number;
}

export const emptyRecord: LabRecord = { version: 2, saved: '', history: [], commands: 0 };

/** Records of these versions can be opened. Any other is put aside, to be downloaded. */
const readable: readonly unknown[] = [2];

export function isReadable(record: unknown): record is LabRecord {
  return typeof record === 'object' && record !== null && 'version' in record && readable.includes(record.version);
}

/** Bytes a record takes, near enough: the lengths of its texts. Cheap, because it is asked after every command. */
export function sizeOf({ saved, history }: LabRecord): number {
  return history.reduce((size, line) => size + line.length + 3, saved.length);
}

/** Every SHA-256 that a record names. Some may be images and not blobs: a name too many keeps a blob, one too few would lose it. */
export function digestsIn({ saved }: LabRecord): readonly string[] {
  return [...new Set([...saved.matchAll(/\b[0-9a-f]{64}\b/g)].map(([digest]) => digest))];
}
