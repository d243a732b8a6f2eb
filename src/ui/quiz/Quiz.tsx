// A quiz: questions one after another, an explanation under every option once checked. Answers are remembered on this device.
import { Check, X } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ChoiceItem, Quiz as QuizData } from '../../course/index.ts';
import { type Locale, words } from '../../i18n/index.ts';
import { type Demands, recordAnswer, settleExercise } from '../progress/index.ts';
import { Inline } from '../text/index.ts';
import { judge } from './model.ts';

interface Props {
  readonly quiz: QuizData;
  readonly locale: Locale;
  /** Id of the lesson, under which answers are recorded. */
  readonly lesson: string;
  /** The exercise that the questions belong to: it passes with them. */
  readonly exercise?: Demands;
}

type Answers = Readonly<Record<string, readonly string[]>>;

export function Quiz({ quiz, locale, lesson, exercise }: Props) {
  const t = words(locale);
  const key = `strata.quiz.${quiz.id}`;
  const [answers, setAnswers] = useState<Answers>({});
  useEffect(() => {
    try {
      setAnswers(JSON.parse(localStorage.getItem(key) ?? '{}') as Answers);
    } catch {
      // Nothing remembered, or not readable: the quiz simply starts open.
    }
  }, [key]);
  const keep = (next: Answers) => {
    setAnswers(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // Without storage the answers last as long as the page.
    }
  };
  const choices = quiz.items.filter((item) => 'options' in item);
  return (
    <section class="quiz" {...(exercise ? { 'aria-label': t('exercise.questions') } : { 'aria-labelledby': quiz.id })}>
      {!exercise && <h2 id={quiz.id}>{t('quiz.head')}</h2>}
      {choices.map((item, index) => {
        const given = answers[item.id];
        return (
          <Item
            key={item.id}
            item={item}
            locale={locale}
            count={t('quiz.count', { n: index + 1, all: choices.length })}
            {...(given ? { given } : {})}
            onCheck={(chosen) => {
              keep({ ...answers, [item.id]: chosen });
              recordAnswer(lesson, exercise ? `${exercise.exercise}/${item.id}` : item.id, judge(item, chosen).right);
              if (exercise) settleExercise(exercise);
            }}
            onAgain={() => keep(Object.fromEntries(Object.entries(answers).filter(([id]) => id !== item.id)))}
          />
        );
      })}
    </section>
  );
}

interface ItemProps {
  readonly item: ChoiceItem;
  readonly locale: Locale;
  readonly count: string;
  readonly given?: readonly string[];
  onCheck(chosen: readonly string[]): void;
  onAgain(): void;
}

function Item({ item, locale, count, given, onCheck, onAgain }: ItemProps) {
  const t = words(locale);
  const [chosen, choose] = useState<readonly string[]>([]);
  const [asked, ask] = useState(false);
  const field = useRef<HTMLFieldSetElement>(null);
  // What was chosen before the script was there counts.
  useEffect(() => {
    const early = [...(field.current?.querySelectorAll<HTMLInputElement>('input:checked') ?? [])].map((input) => input.value);
    if (early.length > 0) choose(early);
  }, []);
  const judged = given && judge(item, given);
  const marked = given ?? chosen;
  const again = () => {
    choose([]);
    ask(false);
    onAgain();
  };
  const toggle = (id: string) =>
    choose((was) => (item.kind === 'single' ? [id] : was.includes(id) ? was.filter((one) => one !== id) : [...was, id]));
  return (
    <fieldset class="quiz-item" data-item={item.id} ref={field}>
      <legend>
        <span class="label">
          {count} · {t(item.kind === 'single' ? 'quiz.single' : 'quiz.multiple')}
        </span>
        <span class="qq">
          <Inline text={item.ask[locale]} />
        </span>
      </legend>
      <div class="opts">
        {item.options.map((option, index) => {
          const state = judged?.states[option.id] ?? 'open';
          return (
            <label key={option.id} class={`opt ${state}${marked.includes(option.id) ? ' chosen' : ''}`}>
              <input
                class="vh"
                type={item.kind === 'single' ? 'radio' : 'checkbox'}
                name={item.id}
                value={option.id}
                checked={marked.includes(option.id)}
                disabled={judged !== undefined}
                onChange={() => toggle(option.id)}
              />
              <span class="k" aria-hidden="true">
                {state === 'right' || state === 'missed' ? (
                  <Check />
                ) : state === 'wrong' ? (
                  <X />
                ) : marked.includes(option.id) ? (
                  <Check />
                ) : (
                  String.fromCharCode(65 + index)
                )}
              </span>
              <span class="grow">
                <Inline text={option.say[locale]} />
                {judged && (
                  <span class="why">
                    <Inline text={option.why[locale]} />
                  </span>
                )}
              </span>
              <span class="tagw">
                {state === 'right' ? t('quiz.right') : state === 'missed' ? t('quiz.missed') : state === 'wrong' ? t('quiz.yours') : ''}
              </span>
            </label>
          );
        })}
      </div>
      <div class="row acts js-only">
        {judged ? (
          <button type="button" class="btn sm" onClick={again}>
            {t('quiz.again')}
          </button>
        ) : (
          <button type="button" class="btn pri sm" onClick={() => (chosen.length > 0 ? onCheck(chosen) : ask(true))}>
            {t('quiz.check')}
          </button>
        )}
        <span class="verdict" role="status">
          {judged ? t(judged.right ? 'quiz.verdict.right' : 'quiz.verdict.wrong') : asked && chosen.length === 0 ? t('quiz.choose') : ''}
        </span>
      </div>
    </fieldset>
  );
}
