// Says that another tab keeps this lab, and offers to take it over.
import { CopyCheck } from 'lucide-preact';
import type { Words } from '../../i18n/index.ts';
import type { Session } from '../session/index.ts';

export function AccessBar({ session, t }: { readonly session: Session; readonly t: Words }) {
  const access = session.access.value;
  if (access === 'here') return null;
  return (
    <div class="lab-access" role="status">
      <CopyCheck aria-hidden="true" />
      <span>{t(access === 'free' ? 'lab.free' : 'lab.elsewhere')}</span>
      <button type="button" class="btn sm" onClick={() => void session.takeOver()}>
        {t('lab.takeover')}
      </button>
    </div>
  );
}
