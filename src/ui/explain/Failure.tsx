// After a command that failed with an error we know: what it means, and what to try.
import { LifeBuoy, X } from 'lucide-preact';
import type { Locale } from '../../i18n/index.ts';
import type { Turn } from '../session/index.ts';
import { remedyFor } from './lookup.ts';
import { LessonLink, Told } from './Popover.tsx';
import { explainWords } from './words.ts';

interface Props {
  readonly turn: Turn;
  readonly locale: Locale;
  readonly lessons: Readonly<Record<string, string>>;
  onClose(): void;
}

export function Failure({ turn, locale, lessons, onClose }: Props) {
  const t = explainWords(locale);
  const remedy = remedyFor(turn.output, locale);
  if (!remedy) return null;
  return (
    <div class="xp-fail" role="status" aria-label={t('failed', { n: turn.number, exit: turn.exit })}>
      <LifeBuoy aria-hidden="true" />
      <div>
        <Told told={remedy} t={t} />
        <LessonLink told={remedy} locale={locale} lessons={lessons} t={t} />
      </div>
      <button
        type="button"
        class="icon-btn"
        aria-label={t('dismiss')}
        title={t('dismiss')}
        onClick={({ currentTarget }) => {
          // The focus goes back to the prompt that it is about.
          currentTarget.closest('.pane')?.querySelector<HTMLElement>('.terminals-one:not([hidden]) .xterm-helper-textarea')?.focus();
          onClose();
        }}
      >
        <X aria-hidden="true" />
      </button>
    </div>
  );
}
