// A list of questions: answers kept on this device, right and wrong told as they come. Quizzes and exercises are made of it.
import { useEffect, useState } from 'preact/hooks';
import type { QuizItem } from '../../course/index.ts';
import type { StartData } from '../../course/schema/lesson.ts';
import type { Locale } from '../../i18n/index.ts';
import { type Answers, deviceStorage, keepAnswers, readAnswers, visitSeed } from './kept.ts';
import { type Answer, judge } from './model.ts';
import { Question } from './Question.tsx';
import { quizWords } from './words.ts';

interface Props {
  /** What the answers are kept under. */
  readonly id: string;
  readonly items: readonly QuizItem[];
  readonly locale: Locale;
  /** Where commands are run, unless an item says otherwise. */
  readonly start?: StartData;
  /** A question was checked. */
  onAnswer?(item: string, right: boolean, answer: Answer): void;
  /** The answers that were kept, once they have been read. */
  onRead?(answers: Answers): void;
  /** Stands below, with what has been answered. */
  foot?(state: FootState): preact.ComponentChildren;
}

export interface FootState {
  /** By item that has been checked. */
  readonly rights: Readonly<Record<string, boolean>>;
  /** Opens these items again; `anew`: in another order too. */
  reopen(items: readonly string[], anew?: boolean): void;
}

export function Questions({ id, items, locale, start, onAnswer, onRead, foot }: Props) {
  const t = quizWords(locale);
  const [answers, setAnswers] = useState<Answers>({});
  const [seed, setSeed] = useState(0);
  /** How often all was begun again. */
  const [round, setRound] = useState(0);
  useEffect(() => {
    const read = readAnswers(deviceStorage(), id, items);
    setAnswers(read);
    setSeed(visitSeed());
    onRead?.(read);
  }, [id]);
  const keep = (next: Answers) => {
    setAnswers(next);
    keepAnswers(deviceStorage(), id, next);
  };
  const rights = Object.fromEntries(
    items.flatMap((item): [string, boolean][] => {
      const answer = answers[item.id];
      return answer ? [[item.id, judge(item, answer).right]] : [];
    }),
  );
  const check = (item: QuizItem, answer: Answer, right: boolean) => {
    keep({ ...answers, [item.id]: answer });
    onAnswer?.(item.id, right, answer);
  };
  const reopen = (ids: readonly string[], anew = false) => {
    keep(Object.fromEntries(Object.entries(answers).filter(([item]) => !ids.includes(item))));
    if (!anew) return;
    setSeed((was) => was + 1);
    setRound((was) => was + 1);
  };
  return (
    <>
      {items.map((item, index) => {
        const given = answers[item.id];
        return (
          <Question
            key={`${item.id}~${round}`}
            item={item}
            locale={locale}
            seed={seed}
            count={items.length > 1 ? t('count', { n: index + 1, all: items.length }) : undefined}
            {...(start ? { start } : {})}
            {...(given ? { given } : {})}
            onCheck={(answer, right) => check(item, answer, right)}
            onAgain={() => reopen([item.id])}
          />
        );
      })}
      {foot?.({ rights, reopen })}
    </>
  );
}
