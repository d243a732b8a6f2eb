// What comes to a lab from outside: files dropped anywhere on the page, except where someone else takes them, and links to a state, which
// their own page opens. Shows where to drop, and what becomes of it.
import { CircleCheck, FileInput, TriangleAlert, X } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import { addressOfLink, isLink } from '../address.ts';
import { barWords } from '../bar/words.ts';
import './drop.css';
import { keepWords } from '../words.ts';
import { openFiles, type Told, toldOf } from './opening.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
}

/** Milliseconds without word from the pointer after which it has left. */
const gone = 400;
/** Milliseconds that good news stays. */
const stays = 6000;

export function DropZone({ session, locale }: Props) {
  const [over, setOver] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = () => {
      clearTimeout(timer);
      setOver(false);
    };
    const drag = (event: DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setOver(true);
      clearTimeout(timer);
      timer = setTimeout(leave, gone);
    };
    const drop = (event: DragEvent) => {
      leave();
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      void openFiles([...event.dataTransfer.files], session, locale);
    };
    const link = () => {
      if (isLink(location.hash)) location.replace(addressOfLink(locale, location.hash.slice(1)));
    };
    link();
    window.addEventListener('hashchange', link);
    window.addEventListener('dragover', drag);
    window.addEventListener('drop', drop);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('hashchange', link);
      window.removeEventListener('dragover', drag);
      window.removeEventListener('drop', drop);
    };
  }, [session, locale]);
  return (
    <>
      {over && (
        <div class="keep-drop" aria-hidden="true">
          <p>
            <FileInput class="l" />
            {barWords(locale)('drop.here')}
          </p>
        </div>
      )}
      <Toast session={session} locale={locale} />
    </>
  );
}

function Toast({ session, locale }: Props) {
  const t = keepWords(locale);
  const say = toldOf(session);
  const told: Told | undefined = say.value;
  const dismiss = () => {
    say.value = undefined;
  };
  useEffect(() => {
    if (told?.tone !== 'good' || told.href !== undefined) return;
    const timer = setTimeout(dismiss, stays);
    return () => clearTimeout(timer);
  }, [told]);
  return (
    <div class="keep-toasts" role="status">
      {told && (
        <div class={`keep-toast ${told.tone}`} data-explain={told.tone === 'bad' ? 'keep.refused' : 'keep.archive'}>
          {told.tone === 'bad' && <TriangleAlert aria-hidden="true" />}
          {told.tone === 'good' && <CircleCheck aria-hidden="true" />}
          <span class="grow">{t(told.key, told.values)}</span>
          {told.part !== undefined && <progress max={1} value={told.part} aria-hidden="true" />}
          {told.stop && (
            <button type="button" class="btn sm" onClick={told.stop}>
              {t('stop')}
            </button>
          )}
          {told.href !== undefined && (
            <a class="btn sm" href={told.href}>
              {t('file.go')}
            </a>
          )}
          {told.tone !== 'work' && (
            <button type="button" class="icon-btn" aria-label={t('close')} onClick={dismiss}>
              <X aria-hidden="true" />
            </button>
          )}
        </div>
      )}
    </div>
  );
}
