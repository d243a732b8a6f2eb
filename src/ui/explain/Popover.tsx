// A short explanation beside what it explains. Esc or the cross closes it and gives the focus back.
import { BookOpen, X } from 'lucide-preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { address, type Locale } from '../../i18n/index.ts';
import { Inline } from '../text/index.ts';
import type { Explanation, Remedy } from './contract.ts';
import type { ExplainWords } from './words.ts';

interface Props {
  readonly at: { readonly left: number; readonly top: number; readonly bottom: number };
  readonly told: Explanation | Remedy;
  readonly locale: Locale;
  readonly lessons: Readonly<Record<string, string>>;
  readonly t: ExplainWords;
  onClose(): void;
}

const width = 340;

export function Popover({ at, told, locale, lessons, t, onClose }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const left = Math.max(8, Math.min(at.left, innerWidth - Math.min(width, innerWidth - 16) - 8));
    const { height } = element.getBoundingClientRect();
    const under = at.bottom + 8;
    const top = under + height > innerHeight - 8 ? Math.max(8, at.top - height - 8) : under;
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }, [at]);
  useEffect(() => {
    const before = document.activeElement;
    close.current?.focus();
    return () => {
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  const title = 'title' in told ? told.title : t('means');
  return (
    <div
      class="xp-pop"
      ref={box}
      role="dialog"
      aria-label={title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header>
        <h2>{title}</h2>
        <button type="button" class="icon-btn" ref={close} aria-label={t('close')} title={t('close')} onClick={onClose}>
          <X aria-hidden="true" />
        </button>
      </header>
      <Told told={told} t={t} />
      <LessonLink told={told} locale={locale} lessons={lessons} t={t} />
    </div>
  );
}

export function Told({ told, t }: Pick<Props, 'told' | 't'>) {
  if ('text' in told)
    return (
      <p>
        <Inline text={told.text} />
      </p>
    );
  return (
    <>
      <p>
        <Inline text={told.means} />
      </p>
      <p class="xp-try">
        <b>{t('attempt')}</b> <Inline text={told.attempt} />
      </p>
    </>
  );
}

export function LessonLink({ told, locale, lessons, t }: Pick<Props, 'told' | 'locale' | 'lessons' | 't'>) {
  if ('fidelity' in told)
    return (
      <a class="xp-lesson" href={address(locale, 'fidelity/')}>
        <BookOpen aria-hidden="true" />
        {t('simulated')}
      </a>
    );
  const title = told.lesson === undefined ? undefined : lessons[told.lesson];
  if (title === undefined) return null;
  return (
    <a class="xp-lesson" href={address(locale, `learn/${told.lesson}/`)}>
      <BookOpen aria-hidden="true" />
      {t('lesson', { title })}
    </a>
  );
}
