// What the tree has to say: one thing at a time, at its foot. A deletion waits here for its Undo.
import { Undo2, X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { EditorWords } from '../words.ts';
import type { FileTree, Told } from './tree.ts';
import type { Uploads } from './use-uploads.tsx';

interface Props {
  readonly tree: FileTree;
  readonly t: EditorWords;
  readonly uploads: Uploads;
  onUndo(): void;
}

function sentence(told: Told, t: EditorWords): string {
  switch (told.kind) {
    case 'deleted':
      return t('files.deleted', { name: told.name });
    case 'moved':
      return t('files.moved', { name: told.name, folder: told.folder });
    case 'cut':
      return t('files.cut.told', { name: told.name });
    case 'uploaded':
      return t('files.uploaded', { n: told.count });
    case 'uploading':
      return t('files.uploading', { n: told.done + 1, count: told.count });
    default:
      return told.why;
  }
}

export function Toast({ tree, t, uploads, onUndo }: Props) {
  const told = tree.told.value;
  const clash = uploads.clash.value;
  useEffect(() => {
    if (told === undefined || told.kind === 'deleted' || told.kind === 'trouble' || told.kind === 'uploading') return;
    const timer = setTimeout(() => {
      if (tree.told.peek() === told) tree.told.value = undefined;
    }, 4000);
    return () => clearTimeout(timer);
  }, [told, tree]);
  if (clash)
    return (
      <div class="ed-toast" role="alertdialog" aria-label={t('files.clash', { n: clash.names.length, name: clash.names[0] ?? '' })}>
        <span>
          {t(clash.names.length === 1 ? 'files.clash.one' : 'files.clash', { n: clash.names.length, name: clash.names[0] ?? '' })}
        </span>
        <span class="row">
          <button type="button" class="btn sm" ref={(button) => button?.focus()} onClick={() => clash.go('replace')}>
            {t('files.clash.replace')}
          </button>
          <button type="button" class="btn sm" onClick={() => clash.go('both')}>
            {t('files.clash.both')}
          </button>
          <button type="button" class="btn sm" onClick={() => clash.go('no')}>
            {t('files.cancel')}
          </button>
        </span>
      </div>
    );
  return (
    <div role="status" aria-live="polite">
      {told && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for a form, and this is a sentence with a button
        <div
          role="group"
          class={`ed-toast${told.kind === 'trouble' ? ' bad' : ''}`}
          onMouseEnter={() => tree.hold(true)}
          onMouseLeave={() => tree.hold(false)}
          onFocusIn={() => tree.hold(true)}
          onFocusOut={() => tree.hold(false)}
        >
          <span>{sentence(told, t)}</span>
          {told.kind === 'deleted' ? (
            <button
              type="button"
              class="btn sm"
              onClick={() => {
                tree.undo();
                onUndo();
              }}
            >
              <Undo2 aria-hidden="true" />
              {t('files.undo')}
            </button>
          ) : (
            <button
              type="button"
              class="icon-btn"
              aria-label={t('files.dismiss')}
              onClick={() => {
                tree.told.value = undefined;
              }}
            >
              <X aria-hidden="true" />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
