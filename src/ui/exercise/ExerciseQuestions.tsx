// The questions of an exercise, with the learner's values.
import { useEffect, useState } from 'preact/hooks';
import type { QuizItem } from '../../course/index.ts';
import type { StartData } from '../../course/schema/lesson.ts';
import { type Choices, valuesOf } from '../../course/values.ts';
import type { Locale } from '../../i18n/index.ts';
import type { Demands } from '../progress/index.ts';
import { Quiz } from '../quiz/index.ts';
import { filledIn } from './model.ts';
import { seedEvent, seedOf } from './seed.ts';

interface Props {
  readonly items: readonly QuizItem[];
  readonly demands: Demands;
  readonly vary: Choices;
  /** Where commands are run, when a question asks for one. */
  readonly start?: StartData;
  readonly locale: Locale;
}

export function ExerciseQuestions({ items, demands, vary, start, locale }: Props) {
  const { lesson, exercise } = demands;
  const [seed, setSeed] = useState(0);
  useEffect(() => {
    if (Object.keys(vary).length === 0) return;
    const read = () => setSeed(seedOf(lesson, exercise));
    read();
    window.addEventListener(seedEvent, read);
    return () => window.removeEventListener(seedEvent, read);
  }, [lesson, exercise]);
  const values = valuesOf(vary, seed, exercise);
  const quiz = { id: `${lesson}/${exercise}`, items: filledIn([...items], values) };
  return <Quiz quiz={quiz} locale={locale} lesson={lesson} exercise={demands} {...(start ? { start: filledIn(start, values) } : {})} />;
}
