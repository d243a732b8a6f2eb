// The buttons of sharing and keeping, for a bar; where it is narrow, one button with a menu. Dialogs are fetched when first opened.
import { Boxes, ChevronDown, Download, FolderInput, Share2 } from 'lucide-preact';
import type { FunctionComponent } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
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
  const list = useRef<HTMLDivElement>(null);
  const menu = useId();
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
  const actions = [
    { id: 'open' as const, Icon: FolderInput, hint: t('bar.open.hint'), go: () => input.current?.click() },
    { id: 'download' as const, Icon: Download, hint: t('bar.download'), go: () => show('download') },
    { id: 'share' as const, Icon: Share2, hint: t('bar.share'), go: () => show('share') },
  ];
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
        {actions.map(({ id, Icon, hint, go }) => (
          <button
            key={id}
            type="button"
            class={`btn sm one${id === 'share' ? '' : ' quiet'}`}
            aria-label={t(`bar.${id}`)}
            title={hint}
            onClick={go}
          >
            <Icon aria-hidden="true" />
            <span class="say">{t(`bar.${id}`)}</span>
          </button>
        ))}
        <button type="button" class="btn sm more" popovertarget={menu} aria-label={t('bar.label')} title={t('bar.label')}>
          <Share2 aria-hidden="true" />
          <ChevronDown aria-hidden="true" />
        </button>
        <div class="menu keep-menu" id={menu} popover="auto" ref={list}>
          {[...(boxes ? [{ id: 'boxes' as const, Icon: Boxes, go: () => show('boxes') }] : []), ...actions].map(({ id, Icon, go }) => (
            <button
              key={id}
              type="button"
              onClick={() => {
                list.current?.hidePopover();
                go();
              }}
            >
              <Icon aria-hidden="true" />
              {id === 'boxes' && title !== '' ? title : t(`bar.${id}`)}
            </button>
          ))}
        </div>
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
