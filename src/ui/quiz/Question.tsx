// One question of any kind: asked, answered, checked, explained. Readable without a script; what was chosen before the script came counts.
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { QuizItem } from '../../course/index.ts';
import type { StartData } from '../../course/schema/lesson.ts';
import type { Locale } from '../../i18n/index.ts';
import { Inline } from '../text/index.ts';
import { arranged } from './arrange.ts';
import { CommandBox } from './CommandBox.tsx';
import { FillBox } from './FillBox.tsx';
import { MatchRows } from './MatchRows.tsx';
import { type Answer, isChoice, isComplete, type Judged, judge, retained } from './model.ts';
import { Options } from './Options.tsx';
import { OrderLines } from './OrderLines.tsx';
import { useTrial } from './use-trial.ts';
import { type QuizWords, quizWords } from './words.ts';

interface Props {
  readonly item: QuizItem;
  readonly locale: Locale;
  /** "Question 2 of 6" or the like, before what is to be done; nothing of one alone. */
  readonly count: string | undefined;
  /** Orders the options. */
  readonly seed: number;
  /** Where a command is run. */
  readonly start?: StartData;
  /** The answer that was checked. */
  readonly given?: Answer;
  onCheck(answer: Answer, right: boolean): void;
  /** Absent: it is answered once. */
  onAgain?(): void;
}

export function Question({ item, locale, count, seed, start, given, onCheck, onAgain }: Props) {
  const t = quizWords(locale);
  const [draft, setDraft] = useState<Answer>([]);
  const [asked, ask] = useState(false);
  const trial = useTrial();
  const field = useRef<HTMLFieldSetElement>(null);
  const label = useId();
  useEffect(() => {
    const early = earlyAnswer(item, field.current);
    if (early.length > 0) setDraft(early);
  }, []);
  // Opened again, by itself or with others that were missed.
  const last = useRef(given);
  useEffect(() => {
    const before = last.current;
    last.current = given;
    if (!before || given) return;
    // Of a command that failed nothing is kept but what was typed.
    if (before.length > 0) setDraft(retained(item, before));
    trial.clear();
  }, [given]);
  const judged = given && judge(item, given);
  const places = arranged(item, seed);
  const answer = given && (item.kind !== 'command' || given.length > 0) ? given : draft;
  const busy = trial.state === 'loading' || trial.state === 'running';
  const check = async () => {
    if (busy || judged) return;
    if (!isComplete(item, draft)) return ask(true);
    ask(false);
    if (item.kind === 'command') {
      const line = (draft[0] ?? '').trim();
      const result = await trial.run(item, line, start, locale);
      if (result) onCheck(result.passed ? [line] : [], result.passed);
      return;
    }
    const whole = item.kind === 'order' && draft.length === 0 ? places : draft;
    onCheck(whole, judge(item, whole).right);
  };
  const again = () => {
    ask(false);
    onAgain?.();
  };
  const common = { locale, t, places, answer, judged, label, onAnswer: setDraft, onCheck: () => void check() };
  return (
    <fieldset class="quiz-item" data-item={item.id} data-kind={item.kind} data-right={judged?.right} ref={field}>
      <legend>
        <span class="label">
          {count !== undefined && `${count} · `}
          {t(item.kind)}
        </span>
        <span class="qq" id={label}>
          <Inline text={item.ask[locale]} />
        </span>
      </legend>
      {item.show !== undefined && (
        <pre class="qshow">
          <code>{item.show.trimEnd()}</code>
        </pre>
      )}
      {isChoice(item) && <Options {...common} item={item} />}
      {item.kind === 'order' && <OrderLines {...common} item={item} />}
      {item.kind === 'match' && <MatchRows {...common} item={item} />}
      {item.kind === 'fill' && <FillBox {...common} item={item} />}
      {item.kind === 'command' && (
        <CommandBox
          item={item}
          locale={locale}
          t={t}
          line={answer[0] ?? ''}
          trial={trial}
          checked={judged !== undefined}
          label={label}
          onLine={(line) => setDraft([line])}
          onCheck={() => void check()}
        />
      )}
      <div class="row acts js-only">
        {judged ? (
          onAgain && (
            <button type="button" class="btn sm" onClick={again}>
              {t('again')}
            </button>
          )
        ) : (
          <button type="button" class="btn pri sm" aria-disabled={busy} onClick={() => void check()}>
            {t(item.kind === 'command' ? 'command.run' : 'check')}
          </button>
        )}
        <span class="verdict" role="status">
          {judged
            ? trial.result?.stopped && !judged.right
              ? t('verdict.endless')
              : verdictOf(item, judged, t)
            : asked && !isComplete(item, draft)
              ? t(needOf(item))
              : ''}
        </span>
      </div>
    </fieldset>
  );
}

function verdictOf(item: QuizItem, { right, states }: Judged, t: QuizWords): string {
  if (right) return t('verdict.right');
  if (item.kind === 'match') {
    const all = Object.values(states);
    return t('verdict.rows', { n: all.filter((state) => state === 'right').length, all: all.length });
  }
  return t(isChoice(item) ? 'verdict.wrong' : item.kind === 'command' ? 'verdict.command' : 'verdict.text');
}

const needOf = (item: QuizItem) => (isChoice(item) ? 'need.choice' : item.kind === 'match' ? 'need.rows' : 'need.text');

/** What stands in the page's fields. */
function earlyAnswer(item: QuizItem, field: HTMLElement | null): Answer {
  const all = <T extends Element>(selector: string) => [...(field?.querySelectorAll<T>(selector) ?? [])];
  if (isChoice(item)) return all<HTMLInputElement>('input:checked').map(({ value }) => value);
  if (item.kind === 'match')
    return all<HTMLElement>('[data-row]').flatMap((row) => {
      const bin = row.querySelector('select')?.value ?? '';
      return bin === '' ? [] : [`${row.dataset.row}=${bin}`];
    });
  return all<HTMLInputElement>('input[type="text"]').flatMap(({ value }) => (value === '' ? [] : [value]));
}
