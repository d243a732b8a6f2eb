// Forgetting everything, at once, with a way back as long as the page is open.
import { Trash2 } from 'lucide-preact';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { forgetAll } from './take-over.ts';
import type { PassportWords } from './words.ts';

export function Forget({ t }: { readonly t: PassportWords }): JSX.Element {
  const [undo, setUndo] = useState<{ readonly run: () => void } | undefined>();
  const [said, say] = useState('');
  return (
    <section aria-labelledby="passport-forget">
      <h2 id="passport-forget">{t('forget.title')}</h2>
      <p>{t('forget.say')}</p>
      <button
        type="button"
        class="btn"
        onClick={() => {
          const run = forgetAll();
          setUndo({ run });
          say(t('forget.done'));
        }}
      >
        <Trash2 aria-hidden="true" />
        {t('forget.do')}
      </button>
      <div role="status">
        {said !== '' && (
          <p class="told">
            <span>{said}</span>
            {undo && (
              <button
                type="button"
                class="btn sm"
                onClick={() => {
                  undo.run();
                  setUndo(undefined);
                  say(t('undone'));
                }}
              >
                {t('undo')}
              </button>
            )}
          </p>
        )}
      </div>
    </section>
  );
}
