// Opens the list of shortcuts; keeps letters from pictures while they are turned off.
import { Keyboard } from 'lucide-preact';
import { useEffect, useState } from 'preact/hooks';
import { type Locale, words } from '../../i18n/index.ts';
import { guardLetters, lettersAllowed } from './setting.ts';

type Dialog = typeof import('./ShortcutsDialog.tsx').ShortcutsDialog;

export function ShortcutsButton({ locale }: { readonly locale: Locale }) {
  const t = words(locale);
  const [Open, setOpen] = useState<{ readonly Dialog: Dialog } | undefined>();
  useEffect(() => guardLetters(lettersAllowed), []);
  return (
    <>
      <button
        type="button"
        class="btn quiet sm shortcuts"
        aria-label={t('lab.keys.say')}
        title={t('lab.keys.say')}
        onClick={() => void import('./ShortcutsDialog.tsx').then(({ ShortcutsDialog }) => setOpen({ Dialog: ShortcutsDialog }))}
      >
        <Keyboard aria-hidden="true" />
        <span class="say">{t('lab.keys')}</span>
      </button>
      {Open && <Open.Dialog locale={locale} onClose={() => setOpen(undefined)} />}
    </>
  );
}
