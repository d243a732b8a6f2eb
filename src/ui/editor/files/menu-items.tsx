// What the menu of a row offers.
import {
  ClipboardPaste,
  Download,
  FileArchive,
  FilePlus,
  FolderPlus,
  Pencil,
  Scissors,
  SquareTerminal,
  Trash2,
  Upload,
} from 'lucide-preact';
import type { EditorWords } from '../words.ts';
import type { MenuItem } from './Menu.tsx';
import { canMove, parentOf } from './paths.ts';
import type { Row } from './rows.ts';

interface Actions {
  readonly t: EditorWords;
  readonly cut: string | undefined;
  /** An earlier moment: what is there can only be taken along. */
  readonly past: boolean;
  nameNew(kind: 'file' | 'folder'): void;
  upload(): void;
  rename(): void;
  cutIt(): void;
  paste(): void;
  get(as: 'file' | 'tar' | 'zip'): void;
  goThere(): void;
  remove(): void;
}

export function menuFor(row: Row | undefined, actions: Actions): readonly MenuItem[] {
  if (row === undefined) return [];
  const { t, cut } = actions;
  const folder = row.expanded !== undefined;
  const into = folder ? row.path : parentOf(row.path);
  const items: (MenuItem | false)[] = [
    { id: 'file', icon: <FilePlus />, text: t('files.new.file'), act: () => actions.nameNew('file') },
    { id: 'folder', icon: <FolderPlus />, text: t('files.new.folder'), act: () => actions.nameNew('folder') },
    folder && { id: 'upload', icon: <Upload />, text: t('files.upload.here'), act: () => actions.upload() },
    folder && { id: 'cd', icon: <SquareTerminal />, text: t('files.cd'), act: () => actions.goThere() },
    row.path !== '/' && { id: 'rename', rule: true, icon: <Pencil />, text: t('files.rename'), key: 'F2', act: () => actions.rename() },
    row.path !== '/' && { id: 'cut', icon: <Scissors />, text: t('files.cut'), key: 'Ctrl X', act: () => actions.cutIt() },
    cut !== undefined &&
      canMove(cut, into) && { id: 'paste', icon: <ClipboardPaste />, text: t('files.paste'), key: 'Ctrl V', act: () => actions.paste() },
    !folder &&
      row.entry.kind !== 'other' && { id: 'get', rule: true, icon: <Download />, text: t('files.get'), act: () => actions.get('file') },
    folder && { id: 'tar', rule: true, icon: <FileArchive />, text: t('files.get.tar'), act: () => actions.get('tar') },
    folder && { id: 'zip', icon: <FileArchive />, text: t('files.get.zip'), act: () => actions.get('zip') },
    row.path !== '/' && { id: 'delete', rule: true, icon: <Trash2 />, text: t('files.delete'), key: 'Del', act: () => actions.remove() },
  ];
  return items.filter((item) => item !== false).filter(({ id }) => !actions.past || /^(?:get|tar|zip)$/.test(id));
}
