// Below the tree: what can be made and brought, and how much there is.
import { FilePlus, FolderPlus, Upload as UploadIcon } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import type { EditorWords } from '../words.ts';

interface Props {
  readonly t: EditorWords;
  /** The moment that is looked at: nothing can be changed there. */
  readonly past: number | undefined;
  readonly children: ComponentChildren;
  onNew(kind: 'file' | 'folder'): void;
  onUpload(): void;
}

export function Foot({ t, past, children, onNew, onUpload }: Props) {
  const buttons = [
    [FilePlus, t('files.new.file'), t('files.new.file'), () => onNew('file')],
    [FolderPlus, t('files.new.folder'), t('files.new.folder'), () => onNew('folder')],
    [UploadIcon, t('files.upload'), t('files.upload.limits'), onUpload],
  ] as const;
  return (
    <div class="ed-foot">
      {past === undefined ? (
        buttons.map(([Icon, name, title, act]) => (
          <button key={name} type="button" class="icon-btn" aria-label={name} title={title} onClick={act}>
            <Icon aria-hidden="true" />
          </button>
        ))
      ) : (
        <span class="label">{t('files.past', { n: past })}</span>
      )}
      {children}
    </div>
  );
}
