// The list of shortcuts, and the switch for single letters.
import { X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { shortcuts } from './list.ts';
import { allowLetters, lettersAllowed } from './setting.ts';
import { shortcutWords } from './words.ts';
import './shortcuts.css';

interface Props {
  readonly locale: Locale;
  onClose(): void;
}

export function ShortcutsDialog({ locale, onClose }: Props) {
  const t = shortcutWords(locale);
  const dialog = useRef<HTMLDialogElement>(null);
  const [letters, setLetters] = useState(lettersAllowed);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog class="keys-dialog" ref={dialog} aria-labelledby="keys-title" onClose={onClose}>
      <header>
        <h2 id="keys-title">{t('title')}</h2>
        <button type="button" class="icon-btn" aria-label={t('close')} title={t('close')} onClick={() => dialog.current?.close()}>
          <X aria-hidden="true" />
        </button>
      </header>
      <div class="keys-parts">
        {shortcuts.map(([part, rows]) => (
          <section key={part}>
            <h3>{t(part)}</h3>
            <dl>
              {rows.map(([keys, does]) => (
                <div key={does}>
                  <dt>
                    {keys.map((one) => (
                      <kbd key={one}>{one}</kbd>
                    ))}
                  </dt>
                  <dd>{t(does)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <label class="keys-letters">
        <input
          type="checkbox"
          checked={letters}
          onChange={(event) => {
            allowLetters(event.currentTarget.checked);
            setLetters(event.currentTarget.checked);
          }}
        />
        <span>
          <b>{t('letters')}</b>
          {t('letters.say')}
        </span>
      </label>
    </dialog>
  );
}
