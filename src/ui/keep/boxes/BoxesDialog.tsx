// The sandboxes on this device: open, name, copy, save, delete with undo; and how much room they take.
import { FileDown, FolderInput, Plus, Undo2 } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, htmlLang, type Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import { type DeviceStore, deviceStore, emptyRecord, type Usage } from '../../session/storage.ts';
import { addressOfBox } from '../address.ts';
import { Dialog } from '../Dialog.tsx';
import { openFiles } from '../drop/opening.ts';
import { saveFile } from '../save-file.ts';
import { isFull, whyOf } from '../trouble.ts';
import { keepWords } from '../words.ts';
import { AsideRow } from './AsideRow.tsx';
import { fileOf } from './actions.ts';
import { BoxItem } from './BoxItem.tsx';
import { type BoxList, type BoxRow, boxList } from './model.ts';
import { UsageBar } from './UsageBar.tsx';
import './boxes.css';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly store?: DeviceStore;
  onClose(): void;
  /** Titles or boxes are not what they were. */
  onChange?(): void;
}

interface Said {
  readonly text: string;
  readonly undo?: () => Promise<void>;
  readonly full?: boolean;
}

export function BoxesDialog({ session, locale, store = deviceStore(), onClose, onChange }: Props) {
  const t = keepWords(locale);
  const [list, setList] = useState<BoxList | undefined>();
  const [usage, setUsage] = useState<Usage | undefined>();
  const [denied, setDenied] = useState('');
  const [said, say] = useState<Said | undefined>();
  const input = useRef<HTMLInputElement>(null);
  const titleOf = ({ title, number }: Pick<BoxRow, 'title' | 'number'>) =>
    title !== '' ? title : number > 1 ? t('box.untitled.n', { n: number }) : t('box.untitled');

  const read = async () => {
    setList(boxList(await store.list(), await store.asides(), session.id, Date.now()));
    setUsage(await store.usage());
  };
  const act = async (work: () => Promise<Said | undefined>) => {
    try {
      const what = await work();
      await read();
      say(what);
      onChange?.();
    } catch (error) {
      say(isFull(error) ? { text: t('box.full'), full: true } : { text: t('box.failed', { why: whyOf(error) }) });
    }
  };
  useEffect(() => {
    read().catch((error: unknown) => setDenied(whyOf(error)));
    // What was deleted in earlier visits, and cannot be undone any more.
    return () => void store.sweep().catch(() => {});
  }, []);

  const save = (rows: readonly BoxRow[], name: string) =>
    act(async () => {
      const created = Date.now();
      const written = await fileOf(
        store,
        rows.map((row) => ({ ...row, created })),
        name,
        session,
      );
      saveFile(written.name, written.file);
      const missing = written.missing.length > 0 ? ` ${t('share.missing', { n: written.missing.length })}` : '';
      return { text: t('share.saved', { name: written.name, size: formatBytes(written.file.size) }) + missing };
    });
  const open = (id: string) => {
    if (id === session.id) onClose();
    else location.assign(addressOfBox(locale, id));
  };
  const item = (row: BoxRow, title: string) => (
    <BoxItem
      key={row.id}
      row={row}
      title={title}
      language={htmlLang[locale]}
      t={t}
      href={addressOfBox(locale, row.id)}
      onOpen={() => open(row.id)}
      {...(row.kind === 'sandbox'
        ? {
            onRename: (to: string) =>
              act(async () => {
                await store.rename(row.id, to);
                return { text: t('box.renamed', { title: to }) };
              }),
            onDuplicate: () =>
              act(async () => {
                const copy = await store.duplicate(row.id, t('box.copy.of', { title }));
                return { text: t('box.duplicated', { title: copy.title }) };
              }),
          }
        : {})}
      onSave={() => save([row], title)}
      {...(row.here
        ? {}
        : {
            onDelete: () =>
              act(async () => {
                const removed = await store.remove(row.id);
                return { text: t('box.deleted', { title }), ...(removed ? { undo: () => store.restore(removed) } : {}) };
              }),
          })}
    />
  );

  return (
    <Dialog
      title={t('box.title')}
      close={t('close')}
      onClose={onClose}
      wide
      foot={
        <>
          <button
            type="button"
            class="btn pri"
            disabled={denied !== ''}
            onClick={() =>
              act(async () => {
                const { id } = await store.create('', emptyRecord);
                open(id);
                return undefined;
              })
            }
          >
            <Plus aria-hidden="true" />
            {t('box.new')}
          </button>
          <button type="button" class="btn" onClick={() => input.current?.click()}>
            <FolderInput aria-hidden="true" />
            {t('box.open.file')}
          </button>
          <input
            ref={input}
            type="file"
            class="vh"
            tabIndex={-1}
            aria-hidden="true"
            multiple
            accept=".json,.gz,.tar,.tgz,.zst"
            onChange={(event) => {
              const files = [...(event.currentTarget.files ?? [])];
              event.currentTarget.value = '';
              onClose();
              void openFiles(files, session, locale, store);
            }}
          />
          <button
            type="button"
            class="btn"
            disabled={!list?.sandboxes.some(({ commands, bytes }) => commands + bytes > 0)}
            onClick={() => list && save([...list.sandboxes, ...list.others], 'strata')}
          >
            <FileDown aria-hidden="true" />
            {t('box.all')}
          </button>
        </>
      }
    >
      {denied !== '' && (
        <p class="warn" role="alert">
          {t('box.denied', { why: denied })}
        </p>
      )}
      {list && (
        <>
          <ul class="boxes">{list.sandboxes.map((row) => item(row, titleOf(row)))}</ul>
          {list.others.length > 0 && (
            <>
              <h3>{t('box.lessons')}</h3>
              <ul class="boxes">
                {list.others.map((row) => item(row, row.kind === 'front' ? t('box.front') : row.id.slice('lesson-'.length)))}
              </ul>
            </>
          )}
          {list.asides.length > 0 && (
            <>
              <h3>{t('box.aside')}</h3>
              <p class="quiet">{t('box.aside.say')}</p>
              <ul class="boxes">
                {list.asides.map((aside) => (
                  <AsideRow
                    key={aside.key}
                    aside={aside}
                    language={htmlLang[locale]}
                    t={t}
                    onSave={() =>
                      act(async () => {
                        const name = `${aside.lab}.json`;
                        const file = new Blob([(await store.aside(aside.key)) ?? ''], { type: 'application/json' });
                        saveFile(name, file);
                        return { text: t('share.saved', { name, size: formatBytes(file.size) }) };
                      })
                    }
                    onDelete={() =>
                      act(async () => {
                        const record = await store.removeAside(aside.key);
                        return { text: t('box.aside.deleted', { title: aside.lab }), undo: () => store.restoreAside(aside.key, record) };
                      })
                    }
                  />
                ))}
              </ul>
            </>
          )}
        </>
      )}
      {usage && <UsageBar usage={usage} store={store} t={t} />}
      <div class="keep-said" role="status">
        {said && (
          <p>
            <span class="grow">{said.text}</span>
            {said.undo && (
              <button
                type="button"
                class="btn sm"
                onClick={() =>
                  act(async () => {
                    await said.undo?.();
                    return { text: t('box.restored') };
                  })
                }
              >
                <Undo2 aria-hidden="true" />
                {t('undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </Dialog>
  );
}
