// Where a download goes: a file that the learner chooses, where browsers can write one; else the browser's memory, until it is whole.
import type { Target } from './pieces.ts';

export interface OpenTarget extends Target {
  readonly name: string;
  /** Keeps what was written when it is whole, else throws it away. */
  close(whole: boolean): Promise<void>;
}

/** The part of the File System Access API that is used; TypeScript's library does not have it. */
interface Picker {
  showSaveFilePicker(options: { suggestedName: string }): Promise<{ readonly name: string; createWritable(): Promise<Writable> }>;
}
interface Writable {
  write(bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  close(): Promise<void>;
  abort(): Promise<void>;
}

export const picksFiles = (): boolean => 'showSaveFilePicker' in globalThis;

/** Undefined when the learner changed their mind. `heavy`: too much for memory, so a file is asked for where that is possible. */
export async function openTarget(name: string, heavy: boolean, save: (name: string, file: Blob) => void): Promise<OpenTarget | undefined> {
  if (heavy && picksFiles()) {
    try {
      const handle = await (globalThis as unknown as Picker).showSaveFilePicker({ suggestedName: name });
      const file = await handle.createWritable();
      return {
        name: handle.name,
        write: (bytes) => file.write(bytes),
        close: (whole) => (whole ? file.close() : file.abort()),
      };
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return undefined;
      throw error;
    }
  }
  const parts: BlobPart[] = [];
  return {
    name,
    write: async (bytes) => void parts.push(bytes),
    close: async (whole) => {
      if (whole) save(name, new Blob(parts, { type: 'application/x-tar' }));
    },
  };
}
