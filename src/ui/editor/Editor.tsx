// A file of the learner's machine, open for editing. It saves by itself, and always before a command runs.
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale, words } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';
import type { CodeEditor } from './code-mirror.ts';
import { languageOf } from './language.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly path: string | undefined;
}

type Shown =
  | { readonly kind: 'text' }
  | { readonly kind: 'binary'; readonly size: number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'none' };

const pause = 400;

export function Editor({ session, locale, path }: Props) {
  const t = words(locale);
  const holder = useRef<HTMLDivElement>(null);
  const editor = useRef<CodeEditor>();
  const unsaved = useRef<{ readonly path: string; readonly text: string }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const [shown, show] = useState<Shown>({ kind: 'none' });
  const [saved, setSaved] = useState(true);
  const version = session.filesVersion.value;

  const flush = async () => {
    clearTimeout(timer.current);
    const pending = unsaved.current;
    if (!pending) return;
    unsaved.current = undefined;
    await session.writeFile(pending.path, pending.text);
    setSaved(unsaved.current === undefined);
  };

  useEffect(() => session.onBeforeRun(flush), [session]);
  useEffect(
    () => () => {
      void flush();
      editor.current?.dispose();
    },
    [],
  );

  useEffect(() => {
    let gone = false;
    void (async () => {
      if (path === undefined) return show({ kind: 'none' });
      if (unsaved.current && unsaved.current.path !== path) await flush();
      if (unsaved.current) return;
      try {
        const file = await session.readFile(path);
        if (gone) return;
        if (file.binary) return show({ kind: 'binary', size: file.size });
        show({ kind: 'text' });
        const { createEditor } = await import('./code-mirror.ts');
        if (gone || !holder.current) return;
        editor.current ??= createEditor(holder.current, () => {});
        const current = editor.current;
        if (holder.current.dataset.path === path && current.text() === file.content) return;
        holder.current.dataset.path = path;
        current.dispose();
        editor.current = createEditor(holder.current, (text) => {
          unsaved.current = { path, text };
          setSaved(false);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => void flush(), pause);
        });
        editor.current.show(file.content, languageOf(path), path);
      } catch {
        if (!gone) show({ kind: 'missing' });
      }
    })();
    return () => {
      gone = true;
    };
  }, [path, version, session]);

  return (
    <section class="editor" aria-label={t('editor.label')}>
      <div class="editor-bar">
        {path === undefined ? <span class="label">{t('editor.empty')}</span> : <code>{path.split('/').at(-1)}</code>}
        {path !== undefined && shown.kind === 'text' && (
          <span class="label" role="status">
            {t(saved ? 'editor.saved' : 'editor.unsaved')}
          </span>
        )}
      </div>
      <div class="editor-text" ref={holder} hidden={shown.kind === 'none' || shown.kind === 'binary'} />
      {shown.kind === 'binary' && <p class="editor-note">{t('editor.binary', { size: formatBytes(shown.size) })}</p>}
      {shown.kind === 'missing' && <p class="editor-note">{t('editor.missing')}</p>}
    </section>
  );
}
