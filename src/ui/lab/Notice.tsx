// One message about the learner's saved work, until it is closed. Good news leaves by itself.
import { Info, TriangleAlert, X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { Words } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';

export function NoticeBar({ session, t }: { readonly session: Session; readonly t: Words }) {
  const notice = session.notice.value;
  const good = notice?.key === 'lab.restored';
  useEffect(() => {
    if (!good) return;
    const timer = setTimeout(() => {
      session.notice.value = undefined;
    }, 6000);
    return () => clearTimeout(timer);
  }, [notice, good, session]);
  if (!notice) return null;
  return (
    <div class={`lab-notice${good ? '' : ' bad'}`} role="status">
      {good ? <Info aria-hidden="true" /> : <TriangleAlert aria-hidden="true" />}
      <span>{t(notice.key, { why: notice.why ?? '' })}</span>
      <button
        type="button"
        class="icon-btn"
        aria-label={t('lab.dismiss')}
        onClick={() => {
          session.notice.value = undefined;
        }}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
