// The files of one directory of the learner's machine: open, make, delete, go up and down.
import { ChevronUp, File, FilePlus, Folder, Trash2 } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { type Locale, words } from '../../i18n/index.ts';
import type { FileInfo, Session } from '../session/index.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly open: string | undefined;
  onOpen(path: string | undefined): void;
}

const join = (dir: string, name: string) => (dir === '/' ? `/${name}` : `${dir}/${name}`);
const parentOf = (dir: string) => dir.replace(/\/[^/]+$/, '') || '/';

export function Files({ session, locale, open, onOpen }: Props) {
  const t = words(locale);
  const [dir, setDir] = useState<string | undefined>();
  const [entries, setEntries] = useState<readonly FileInfo[]>([]);
  const [naming, setNaming] = useState(false);
  const [name, setName] = useState('');
  const [deleting, setDeleting] = useState<string | undefined>();
  const version = session.filesVersion.value;
  const cwd = session.view.value?.terminals[0]?.cwd;

  // The list follows the shell into another directory.
  useEffect(() => setDir(cwd), [cwd]);
  useEffect(() => {
    if (dir === undefined) return;
    let gone = false;
    session.listFiles(dir).then(
      (found) => {
        if (!gone) setEntries([...found].sort((a, b) => Number(b.kind === 'dir') - Number(a.kind === 'dir') || (a.name < b.name ? -1 : 1)));
      },
      () => {
        if (!gone && dir !== cwd) setDir(cwd);
      },
    );
    return () => {
      gone = true;
    };
  }, [dir, version, session]);

  if (dir === undefined) return <nav class="files-pane" />;
  const create = async () => {
    const path = join(dir, name.trim());
    if (name.trim() === '') return;
    setNaming(false);
    setName('');
    await session.writeFile(path, '');
    onOpen(path);
  };
  const remove = async (path: string) => {
    setDeleting(undefined);
    if (open === path) onOpen(undefined);
    await session.removeFile(path);
  };

  return (
    <nav class="files-pane" aria-label={t('files.label', { dir })}>
      <div class="files-bar">
        <code title={dir}>{dir}</code>
        <button type="button" class="icon-btn" aria-label={t('files.new')} title={t('files.new')} onClick={() => setNaming(true)}>
          <FilePlus aria-hidden="true" />
        </button>
      </div>
      {naming && (
        <form
          class="files-new"
          onSubmit={(event) => {
            event.preventDefault();
            void create();
          }}
        >
          <label class="label" for="new-file">
            {t('files.name')}
          </label>
          <input
            id="new-file"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
            autocomplete="off"
            autocapitalize="off"
            spellcheck={false}
            ref={(input) => input?.focus()}
          />
          <div class="row">
            <button type="submit" class="btn pri sm">
              {t('files.create')}
            </button>
            <button type="button" class="btn quiet sm" onClick={() => setNaming(false)}>
              {t('files.cancel')}
            </button>
          </div>
        </form>
      )}
      <ul>
        {dir !== '/' && (
          <li>
            <button type="button" class="file" onClick={() => setDir(parentOf(dir))} aria-label={t('files.up', { dir: parentOf(dir) })}>
              <ChevronUp aria-hidden="true" />
              ..
            </button>
          </li>
        )}
        {entries.map((entry) => {
          const path = join(dir, entry.name);
          return (
            <li key={entry.name} class={path === open ? 'on' : ''}>
              <button
                type="button"
                class="file"
                aria-current={path === open ? 'true' : undefined}
                onClick={() => (entry.kind === 'dir' ? setDir(path) : onOpen(path))}
              >
                {entry.kind === 'dir' ? <Folder aria-hidden="true" /> : <File aria-hidden="true" />}
                <span>{entry.name}</span>
              </button>
              {deleting === path ? (
                <button
                  type="button"
                  class="btn sm danger"
                  onClick={() => void remove(path)}
                  onBlur={() => setDeleting(undefined)}
                  ref={(button) => button?.focus()}
                >
                  {t('files.delete.yes')}
                </button>
              ) : (
                <button
                  type="button"
                  class="icon-btn del"
                  aria-label={t('files.delete', { name: entry.name })}
                  title={t('files.delete', { name: entry.name })}
                  onClick={() => setDeleting(path)}
                >
                  <Trash2 aria-hidden="true" />
                </button>
              )}
            </li>
          );
        })}
        {entries.length === 0 && <li class="label none">{t('files.empty')}</li>}
      </ul>
    </nav>
  );
}
