import { CircleCheck, TriangleAlert, X } from 'lucide-preact';
import { useEffect } from 'preact/hooks';
import type { Locale } from '../../../i18n/index.ts';
import { keepWords } from '../words.ts';
import type { Told } from './told.ts';

interface Props {
  readonly told: Told;
  readonly locale: Locale;
  onDismiss(): void;
}

/** Milliseconds that good news stays. */
const stays = 6000;

export function Toast({ told, locale, onDismiss }: Props) {
  const t = keepWords(locale);
  useEffect(() => {
    if (told.tone !== 'good' || told.href !== undefined) return;
    const timer = setTimeout(onDismiss, stays);
    return () => clearTimeout(timer);
  }, [told]);
  return (
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
        <button type="button" class="icon-btn" aria-label={t('close')} onClick={onDismiss}>
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
