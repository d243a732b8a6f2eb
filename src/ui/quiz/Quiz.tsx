// A lesson's quiz, or the questions of an exercise: tells progress, and shows a lesson's score.
import { useRef } from 'preact/hooks';
import type { Quiz as QuizData } from '../../course/index.ts';
import type { StartData } from '../../course/schema/lesson.ts';
import { type Locale, words } from '../../i18n/index.ts';
import { type Demands, recordAnswer, settleExercise } from '../progress/index.ts';
import { tellProgress } from './kept.ts';
import { Questions } from './Questions.tsx';
import { Score } from './Score.tsx';
import { quizWords } from './words.ts';
import './quiz.css';

interface Props {
  readonly quiz: QuizData;
  readonly locale: Locale;
  /** Id of the lesson, under which answers are recorded. */
  readonly lesson: string;
  /** Where commands are run. */
  readonly start?: StartData;
  /** The exercise that the questions belong to: it passes with them. */
  readonly exercise?: Demands;
}

export function Quiz({ quiz, locale, lesson, start, exercise }: Props) {
  const t = quizWords(locale);
  const box = useRef<HTMLElement>(null);
  const idOf = (item: string) => (exercise ? `${exercise.exercise}/${item}` : item);
  return (
    <section
      class="quiz"
      ref={box}
      {...(exercise
        ? // Its own words, and those of the exercise's title: a lesson may have several.
          {
            id: `questions-${exercise.exercise}`,
            'aria-label': words(locale)('exercise.questions'),
            'aria-labelledby': `questions-${exercise.exercise} exercise-${exercise.exercise}-title`,
          }
        : { 'aria-labelledby': quiz.id })}
    >
      {!exercise && <h2 id={quiz.id}>{t('head')}</h2>}
      <Questions
        id={quiz.id}
        items={quiz.items}
        locale={locale}
        {...(start ? { start } : {})}
        onRead={(answers) => {
          tellProgress(lesson, quiz.items, answers, idOf);
          if (exercise) settleExercise(exercise);
        }}
        onAnswer={(item, right, given) => {
          recordAnswer(lesson, idOf(item), { right, given });
          if (exercise) settleExercise(exercise);
        }}
        {...(exercise
          ? {}
          : {
              foot: (state) => (
                <Score
                  {...state}
                  items={quiz.items}
                  locale={locale}
                  t={t}
                  onOpened={(item) =>
                    box.current
                      ?.querySelector<HTMLElement>(
                        `[data-item="${item}"] :is(input, select, .moves button), [data-item="${item}"] .acts button`,
                      )
                      ?.focus()
                  }
                />
              ),
            })}
      />
    </section>
  );
}
