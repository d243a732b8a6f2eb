import { File, FileCode2, FileLock2, FileText, Folder, FolderOpen, HardDrive, Link2, Link2Off, Package } from 'lucide-preact';
import { languageOf } from '../code/language.ts';
import { isFolder, type Mark, type Row } from './rows.ts';

/** The sign of a row: what it is, not what its name promises; or what the last command did to it. */
export function Icon({ row, mark }: { readonly row: Row; readonly mark: Mark | undefined }) {
  if (mark) return <span class={`ed-mark ${mark}`} />;
  const { entry, name, expanded } = row;
  const Sign = (() => {
    if (row.path === '/') return HardDrive;
    if (entry.kind === 'symlink') return entry.leads === 'nowhere' ? Link2Off : Link2;
    if (isFolder(entry)) return expanded ? FolderOpen : Folder;
    if (entry.kind === 'other') return FileLock2;
    if (/\.(tar|tgz|tar\.gz|zip|gz|xz|bz2|deb|apk|whl|jar)$/.test(name)) return Package;
    if (languageOf(name) === 'dockerfile') return FileCode2;
    return /\.(md|txt|log)$/.test(name) ? FileText : File;
  })();
  return <Sign aria-hidden="true" />;
}
