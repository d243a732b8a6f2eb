// Dropping on the tree: files of the device are uploaded, rows of the tree are moved. And the button that asks for files.
import { type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useRef } from 'preact/hooks';
import { formatBytes } from '../../../i18n/index.ts';
import type { EditorWords } from '../words.ts';
import { freeName, parentOf } from './paths.ts';
import type { Row } from './rows.ts';
import type { FileTree } from './tree.ts';
import { chosenFiles, LARGEST_DROP, LARGEST_FILE, MOST_FILES, type Upload, uploadsOf, uploadTrouble } from './upload.ts';

/** Files whose names are taken: what to do with them. */
interface Clash {
  readonly names: readonly string[];
  go(how: 'replace' | 'both' | 'no'): void;
}

export interface Uploads {
  /** The folder that a drag is over. */
  readonly over: Signal<string | undefined>;
  readonly clash: Signal<Clash | undefined>;
  readonly input: ComponentChildren;
  choose(folder: string): void;
  paneProps(folder: string): JSX.HTMLAttributes<HTMLElement>;
  rowProps(row: Row): JSX.HTMLAttributes<HTMLDivElement>;
}

const ROW = 'application/x-strata-path';

export function useUploads(tree: FileTree, t: EditorWords): Uploads {
  const over = useSignal<string | undefined>(undefined);
  const clash = useSignal<Clash | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);
  const into = useRef('/');

  const send = (folder: string, uploads: readonly Upload[]) =>
    tree.upload(
      folder,
      uploads.map(({ path, file }) => ({ path, bytes: async () => new Uint8Array(await file.arrayBuffer()) })),
    );
  const take = (folder: string, uploads: readonly Upload[]) => {
    if (uploads.length === 0) return;
    const trouble = uploadTrouble(uploads);
    if (trouble) {
      const why =
        trouble.kind === 'large'
          ? t('files.upload.large', { name: trouble.name, size: formatBytes(trouble.size), most: formatBytes(LARGEST_FILE) })
          : t(trouble.kind === 'much' ? 'files.upload.much' : 'files.upload.many', { most: formatBytes(LARGEST_DROP), n: MOST_FILES });
      tree.told.value = { kind: 'trouble', why };
      return;
    }
    const taken = tree.namesIn(folder);
    const names = [...new Set(uploads.map(({ path }) => path.split('/')[0] ?? ''))].filter((name) => taken.has(name));
    if (names.length === 0) {
      void send(folder, uploads);
      return;
    }
    clash.value = {
      names,
      go: (how) => {
        clash.value = undefined;
        if (how === 'no') return;
        const rename = new Map(how === 'both' ? names.map((name) => [name, freeName(name, taken)]) : []);
        void send(
          folder,
          uploads.map(({ path, file }) => {
            const [top = '', ...rest] = path.split('/');
            return { file, path: [rename.get(top) ?? top, ...rest].join('/') };
          }),
        );
      },
    };
  };
  const target = (folder: string): Pick<JSX.HTMLAttributes<HTMLElement>, 'onDragOver' | 'onDragLeave' | 'onDrop'> => ({
    onDragOver: (event) => {
      if (!event.dataTransfer?.types.some((type) => type === ROW || type === 'Files')) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = event.dataTransfer.types.includes(ROW) ? 'move' : 'copy';
      over.value = folder;
    },
    onDragLeave: (event) => {
      if (event.currentTarget === event.target) over.value = undefined;
    },
    onDrop: (event) => {
      event.preventDefault();
      event.stopPropagation();
      over.value = undefined;
      const data = event.dataTransfer;
      const path = data?.getData(ROW) ?? '';
      if (path !== '') void tree.move(path, folder);
      else if (data) void uploadsOf(data).then((uploads) => take(folder, uploads));
    },
  });

  return {
    over,
    clash,
    choose: (folder) => {
      into.current = folder;
      field.current?.click();
    },
    paneProps: (folder) => target(folder) as JSX.HTMLAttributes<HTMLElement>,
    rowProps: (row) => ({
      draggable: row.kind === 'entry' && row.path !== '/',
      onDragStart: (event) => {
        event.dataTransfer?.setData(ROW, row.path);
        event.dataTransfer?.setData('text/plain', row.path);
        if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move';
      },
      onDragEnd: () => {
        over.value = undefined;
      },
      ...(target(row.expanded === undefined ? parentOf(row.path) : row.path) as JSX.HTMLAttributes<HTMLDivElement>),
    }),
    input: (
      <input
        type="file"
        multiple
        hidden
        ref={field}
        onChange={(event) => {
          const { files } = event.currentTarget;
          if (files) take(into.current, chosenFiles(files));
          event.currentTarget.value = '';
        }}
      />
    ),
  };
}
