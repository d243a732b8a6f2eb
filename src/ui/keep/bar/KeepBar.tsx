// The buttons of sharing and keeping, for a bar. Dialogs are fetched when first opened.
import { ChevronDown, Download, FolderInput, Share2 } from 'lucide-preact';
import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, type Locale } from '../../../i18n/index.ts';
import { type Box, deviceStore, type Session } from '../../session/index.ts';
import { barWords } from './words.ts';
import './bar.css';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  /** Lessons have one lab: its list of sandboxes is left out. */
  readonly boxes?: boolean;
}

type Dialogs = typeof import('../dialogs.ts');
type Open = 'share' | 'download' | 'boxes';

export function KeepBar({ session, locale, boxes = true }: Props) {
  const t = barWords(locale);
  const [open, setOpen] = useState<Open | undefined>();
  const [dialogs, setDialogs] = useState<Dialogs | undefined>();
  const [box, setBox] = useState<Box | undefined>();
  const input = useRef<HTMLInputElement>(null);
  const turns = session.turns.value;

  const read = () => {
    deviceStore()
      .list()
      .then((all) => setBox(all.find(({ id }) => id === session.id)))
      .catch(() => setBox(undefined));
  };
  useEffect(() => {
    // Commands are kept a moment after they end.
    const timer = setTimeout(read, 800);
    return () => clearTimeout(timer);
  }, [turns, session]);
  const show = (which: Open) => {
    setOpen(which);
    if (!dialogs) void import('../dialogs.ts').then(setDialogs);
  };
  const close = () => setOpen(undefined);
  const title = box?.title ?? '';
  const Dialog = open && dialogs ? (dialogs[open] as FunctionComponent<DialogProps>) : undefined;
  return (
    <>
      <section class="keep-bar" aria-label={t('bar.label')}>
        {boxes && (
          <button type="button" class="btn quiet sm keep-box" onClick={() => show('boxes')} data-explain="keep.box">
            <b>{title === '' ? t('bar.boxes') : title}</b>
            {box && box.bytes > 0 && <span class="num">{t('bar.kept', { size: formatBytes(box.bytes) })}</span>}
            <ChevronDown aria-hidden="true" />
          </button>
        )}
        <span class="grow" />
        <button
          type="button"
          class="btn quiet sm"
          aria-label={t('bar.open')}
          title={t('bar.open.hint')}
          onClick={() => input.current?.click()}
        >
          <FolderInput aria-hidden="true" />
          <span class="say">{t('bar.open')}</span>
        </button>
        <input
          ref={input}
          type="file"
          class="vh"
          tabIndex={-1}
          aria-hidden="true"
          multiple
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            event.currentTarget.value = '';
            void import('../drop/opening.ts').then(({ openFiles }) => openFiles(files, session, locale));
          }}
        />
        <button
          type="button"
          class="btn quiet sm"
          aria-label={t('bar.download')}
          title={t('bar.download')}
          onClick={() => show('download')}
        >
          <Download aria-hidden="true" />
          <span class="say">{t('bar.download')}</span>
        </button>
        <button type="button" class="btn sm" aria-label={t('bar.share')} title={t('bar.share')} onClick={() => show('share')}>
          <Share2 aria-hidden="true" />
          <span class="say">{t('bar.share')}</span>
        </button>
      </section>
      {Dialog && <Dialog session={session} locale={locale} title={title} onClose={close} onChange={read} />}
    </>
  );
}

interface DialogProps {
  readonly session: Session;
  readonly locale: Locale;
  readonly title: string;
  onClose(): void;
  onChange(): void;
}
