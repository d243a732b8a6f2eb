// Practice without end: a topic, then question after question, and the score of this visit. Nothing is kept.
import { ArrowRight, RotateCcw } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { QuizItem } from '../../course/index.ts';
import type { Locale } from '../../i18n/index.ts';
import { type Topic, topics } from '../../practice/sketch.ts';
import { Question } from '../quiz/index.ts';
import { visitSeed } from '../quiz/kept.ts';
import type { Answer } from '../quiz/model.ts';
import type { Source } from './source.ts';
import { practiceWords } from './words.ts';
import '../quiz/quiz.css';
import './practice.css';

interface Props {
  readonly locale: Locale;
}

type Now = { readonly item?: QuizItem; readonly given?: Answer; readonly loading?: boolean; readonly failure?: string };

export function Practice({ locale }: Props) {
  const t = practiceWords(locale);
  const [topic, setTopic] = useState<Topic | 'all'>('all');
  const [now, setNow] = useState<Now>({});
  const [score, setScore] = useState({ right: 0, all: 0, asked: 0 });
  const source = useRef<Source>();
  const box = useRef<HTMLDivElement>(null);
  const asking = useRef(0);
  const next = async () => {
    const mine = ++asking.current;
    setNow({ loading: true });
    try {
      const { sourceOf } = await import('./source.ts');
      source.current ??= sourceOf(topic === 'all' ? topics : [topic], visitSeed() + 7919 * score.asked);
      const item = await source.current.next();
      if (mine !== asking.current) return;
      setScore((was) => ({ ...was, asked: was.asked + 1 }));
      setNow({ item });
    } catch (error) {
      if (mine === asking.current) setNow({ failure: error instanceof Error ? error.message : String(error) });
    }
  };
  const choose = (chosen: Topic | 'all') => {
    asking.current++;
    source.current = undefined;
    setTopic(chosen);
    setNow({});
  };
  const { item, given, loading, failure } = now;
  useEffect(() => {
    if (item && !given) box.current?.querySelector<HTMLElement>('.quiz-item input')?.focus();
  }, [item]);
  useEffect(() => {
    if (given) box.current?.querySelector<HTMLElement>('.practice-next')?.focus();
  }, [given]);
  return (
    <div class="practice" ref={box}>
      <fieldset class="practice-topics">
        <legend>{t('topics')}</legend>
        <div class="choices">
          {(['all', ...topics] as const).map((one) => (
            <label key={one} class={one === topic ? 'on' : ''}>
              <input class="vh" type="radio" name="topic" value={one} checked={one === topic} onChange={() => choose(one)} />
              {t(one)}
            </label>
          ))}
        </div>
      </fieldset>
      <div class="quiz practice-quiz" aria-busy={loading === true}>
        {item && (
          <Question
            key={item.id}
            item={item}
            locale={locale}
            count={t('question', { n: score.asked })}
            seed={visitSeed()}
            {...(given ? { given } : {})}
            onCheck={(answer, right) => {
              setNow({ item, given: answer });
              setScore((was) => ({ ...was, right: was.right + (right ? 1 : 0), all: was.all + 1 }));
            }}
          />
        )}
        <p role="status" class="practice-wait">
          {loading ? t('loading') : failure !== undefined ? t('failed', { why: failure }) : ''}
        </p>
        <div class="row acts js-only">
          {(!item || given) && !loading && (
            <button type="button" class="btn pri practice-next" onClick={() => void next()}>
              {failure === undefined ? <ArrowRight aria-hidden="true" /> : <RotateCcw aria-hidden="true" />}
              {t(failure !== undefined ? 'retry' : item ? 'next' : 'start')}
            </button>
          )}
        </div>
      </div>
      <p class="practice-score num" role="status">
        {score.all > 0 ? t('score', score) : t('none')}
      </p>
    </div>
  );
}
