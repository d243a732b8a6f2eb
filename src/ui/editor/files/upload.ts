// Files from the learner's device: what was dropped or chosen, with the folders as far as the browser tells them.

/** Most bytes of one file and of everything that is dropped at once. */
export const LARGEST_FILE = 128 * 1024 * 1024;
export const LARGEST_DROP = 256 * 1024 * 1024;
export const MOST_FILES = 2000;

export interface Upload {
  /** Relative, with folders. */
  readonly path: string;
  readonly file: File;
}

type UploadTrouble = { readonly kind: 'large'; readonly name: string; readonly size: number } | { readonly kind: 'much' | 'many' };

/** Why these cannot be taken as they are. */
export function uploadTrouble(
  uploads: readonly { readonly path: string; readonly file: { readonly size: number } }[],
): UploadTrouble | undefined {
  if (uploads.length > MOST_FILES) return { kind: 'many' };
  const large = uploads.find(({ file }) => file.size > LARGEST_FILE);
  if (large) return { kind: 'large', name: large.path, size: large.file.size };
  return uploads.reduce((sum, { file }) => sum + file.size, 0) > LARGEST_DROP ? { kind: 'much' } : undefined;
}

const entriesOf = (dir: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> => {
  const reader = dir.createReader();
  const all: FileSystemEntry[] = [];
  return new Promise((resolve, reject) => {
    // A reader gives a hundred at a time.
    const next = () =>
      reader.readEntries((some) => {
        all.push(...some);
        if (some.length === 0 || all.length > MOST_FILES) resolve(all);
        else next();
      }, reject);
    next();
  });
};

async function walk(entry: FileSystemEntry, before: string, found: Upload[]): Promise<void> {
  const path = before === '' ? entry.name : `${before}/${entry.name}`;
  if (found.length > MOST_FILES) return;
  if (entry.isDirectory) for (const child of await entriesOf(entry as FileSystemDirectoryEntry)) await walk(child, path, found);
  else found.push({ path, file: await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject)) });
}

/** Must be called while the drop event is handled: the browser forgets its items behind it. */
export async function uploadsOf(data: DataTransfer): Promise<readonly Upload[]> {
  const entries = [...data.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  if (entries.length === 0) return [...data.files].map((file) => ({ path: file.name, file }));
  const found: Upload[] = [];
  for (const entry of entries) await walk(entry, '', found);
  return found;
}

export const chosenFiles = (files: FileList): readonly Upload[] =>
  [...files].map((file) => ({ path: file.webkitRelativePath || file.name, file }));

/** Gives the learner bytes as a file. */
export function download(name: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
