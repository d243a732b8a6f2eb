// A quiz's score: how many are answered, how many rightly, and two ways to go on.
import { CircleCheck, RotateCcw } from 'lucide-preact';
import type { QuizItem } from '../../course/index.ts';
import { address, between, type Locale } from '../../i18n/index.ts';
import { scoreOf } from './model.ts';
import type { FootState } from './Questions.tsx';
import type { QuizWords } from './words.ts';

interface Props extends FootState {
  readonly items: readonly QuizItem[];
  readonly locale: Locale;
  readonly t: QuizWords;
  /** After items were opened again: the first of them. */
  onOpened(item: string): void;
}

export function Score({ items, rights, reopen, locale, t, onOpened }: Props) {
  const { right, all, missed, done, passed } = scoreOf(items, rights);
  const open = (ids: readonly string[], anew: boolean) => {
    reopen(ids, anew);
    const first = items.find(({ id }) => ids.includes(id));
    // When the page has been drawn anew.
    if (first) setTimeout(() => onOpened(first.id));
  };
  return (
    <div class="score js-only" data-done={done} data-passed={done && passed}>
      <span class="pips" aria-hidden="true">
        {items.map(({ id }) => (
          <i key={id} class={id in rights ? (rights[id] ? 'on' : 'br') : ''} />
        ))}
      </span>
      <p role="status">
        {done ? (
          <>
            {passed && <CircleCheck aria-hidden="true" />}
            <b>{t('score.say', { right, all })}</b>
            {between(locale)}
            {t(passed ? 'score.passed' : 'score.short')}
          </>
        ) : (
          t('score.open', { n: all - Object.keys(rights).length })
        )}
      </p>
      {done && (
        <div class="row acts">
          {missed.length > 0 && (
            <button type="button" class="btn sm" onClick={() => open(missed, false)}>
              <RotateCcw aria-hidden="true" />
              {t('score.missed', { n: missed.length })}
            </button>
          )}
          <button
            type="button"
            class="btn sm"
            onClick={() =>
              open(
                items.map(({ id }) => id),
                true,
              )
            }
          >
            {t('score.all')}
          </button>
          <a href={address(locale, 'practice/')}>{t('score.practice')}</a>
        </div>
      )}
    </div>
  );
}
