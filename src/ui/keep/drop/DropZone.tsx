// What comes to a lab from outside: files dropped anywhere on the page, except where someone else takes them, and links to a state, which
// their own page opens. Shows where to drop, and what becomes of it.
import { FileInput } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import type { Session } from '../../session/index.ts';
import { addressOfLink, isLink } from '../address.ts';
import { barWords } from '../bar/words.ts';
import './drop.css';
import type { Toast as ToastView } from './Toast.tsx';
import { toldOf } from './told.ts';

interface Props {
  readonly session: Session;
  readonly locale: Locale;
}

/** Milliseconds without word from the pointer after which it has left. */
const gone = 400;

export function DropZone({ session, locale }: Props) {
  const [over, setOver] = useState(false);
  const [Toast, setToast] = useState<typeof ToastView | undefined>();
  const say = toldOf(session);
  const told = say.value;
  const dismiss = () => {
    say.value = undefined;
  };
  useEffect(() => {
    // A function in a state setter would be called: it is wrapped.
    if (told && !Toast) void import('./Toast.tsx').then((module) => setToast(() => module.Toast));
  }, [told, Toast]);
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
      const files = [...event.dataTransfer.files];
      void import('./opening.ts').then(({ openFiles }) => openFiles(files, session, locale));
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
      <div class="keep-toasts" role="status">
        {Toast && told && <Toast told={told} locale={locale} onDismiss={dismiss} />}
      </div>
    </>
  );
}
