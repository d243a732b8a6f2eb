// What verifying found: a sum, and a line for every entry with the reason when it is not verified.
import { CircleCheck, Minus, OctagonX } from 'lucide-preact';
import type { JSX } from 'preact';
import { fillText, valuesOf } from '../../course/values.ts';
import type { Locale } from '../../i18n/index.ts';
import { Inline } from '../text/index.ts';
import type { Report } from './run.ts';
import type { Reason, Verdict } from './verify.ts';
import type { CertificateWords } from './words.ts';

interface Props {
  readonly report: Report;
  readonly busy: boolean;
  readonly stopped: boolean;
  readonly locale: Locale;
  readonly tracks: Readonly<Record<string, string>>;
  readonly t: CertificateWords;
  onStop(): void;
}

export function Result({ report: { certificate, whole, tasks, verdicts }, busy, stopped, locale, tracks, t, onStop }: Props): JSX.Element {
  const all = certificate.exercises.length;
  const count = (state: Verdict['found']['state']) => verdicts.filter(({ found }) => found.state === state).length;
  const [verified, word, bad] = [count('verified'), count('word'), count('wrong')];
  const track = tracks[certificate.track] ?? certificate.track;
  const next = certificate.exercises[verdicts.length];
  const nextTask = tasks.find((one) => one.lesson === next?.lesson && one.id === next.exercise);
  const lessonOf = (id: string) => tasks.find((one) => one.lesson === id)?.lessonTitle[locale] ?? id;
  const answered = certificate.questions.filter((one) => one.all > 0);
  return (
    <section class="verify-result" aria-labelledby="verify-for" data-done={!busy && !stopped}>
      <h2 id="verify-for">
        {certificate.name === '' ? t('verify.for.nobody', { track }) : t('verify.for', { track, name: certificate.name })}
      </h2>
      <div class="sum" role="status" data-bad={!busy && (bad > 0 || !whole)}>
        {busy && next ? (
          <p>
            {t('verify.at', {
              n: verdicts.length + 1,
              all,
              title: nextTask ? fillText(nextTask.title[locale], valuesOf(nextTask.vary, next.seed, nextTask.id)) : next.exercise,
            })}
          </p>
        ) : (
          <>
            <p class="main">
              {stopped ? t('verify.stopped', { n: verdicts.length, all }) : t('verify.sum', { n: verified, all: verified + bad })}
            </p>
            {bad > 0 && <p class="main bad">{t('verify.sum.wrong', { n: bad })}</p>}
            {word > 0 && <p>{t('verify.sum.word', { n: word })}</p>}
            <p class={whole ? '' : 'bad'}>{t(whole ? 'verify.whole' : 'verify.changed')}</p>
          </>
        )}
        {busy && (
          <button type="button" class="btn sm" onClick={onStop}>
            {t('verify.stop')}
          </button>
        )}
      </div>
      <ul class="verify-list">
        {verdicts.map((verdict, index) => (
          <Line key={index} verdict={verdict} locale={locale} t={t} />
        ))}
      </ul>
      {!busy && answered.length > 0 && (
        <>
          <h3>{t('verify.quiz')}</h3>
          <ul class="verify-quiz num">
            {answered.map(({ lesson, right, all: of }) => (
              <li key={lesson}>
                <span>{lessonOf(lesson)}</span> {t('cert.quiz', { n: right, all: of })}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Line({
  verdict: { entry, task, found },
  locale,
  t,
}: {
  readonly verdict: Verdict;
  readonly locale: Locale;
  readonly t: CertificateWords;
}): JSX.Element {
  const title = task ? fillText(task.title[locale], valuesOf(task.vary, entry.seed, task.id)) : `${entry.lesson}/${entry.exercise}`;
  const head = found.state === 'verified' ? t('verify.ok') : found.state === 'word' ? t('verify.word') : t('verify.bad');
  return (
    <li data-state={found.state} data-entry={`${entry.lesson}/${entry.exercise}`}>
      {found.state === 'verified' ? (
        <CircleCheck class="ok" aria-hidden="true" />
      ) : found.state === 'word' ? (
        <Minus aria-hidden="true" />
      ) : (
        <OctagonX class="bad" aria-hidden="true" />
      )}
      <div>
        <p>
          <b>{title}</b> <span class="muted">{task?.lessonTitle[locale]}</span>
        </p>
        <p class="why">
          <b>{head}.</b> {found.state === 'verified' && verifiedText(found, entry.seed, t)}
          {found.state === 'word' && t(`verify.word.${found.because}`)}
          {found.state === 'wrong' && <Inline text={reasonText(found.reason, t, locale)} />}
        </p>
        {found.state === 'verified' && found.commands.length > 0 && (
          <details>
            <summary>{t('verify.ok.log')}</summary>
            <ol class="mono">
              {found.commands.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ol>
          </details>
        )}
      </div>
    </li>
  );
}

function reasonText(reason: Reason, t: CertificateWords, locale: Locale): string {
  switch (reason.why) {
    case 'digest':
    case 'start':
    case 'unknown':
      return t(`verify.bad.${reason.why}`);
    case 'log':
      return t(reason.trouble === 'damaged' ? 'verify.bad.log' : `verify.bad.log.${reason.trouble}`);
    case 'version':
      return t(reason.solves ? 'verify.bad.version.solves' : 'verify.bad.version');
    case 'other':
      return t('verify.bad.other', { lab: code(reason.lab) });
    case 'differs': {
      const { line, number: n, said, found } = reason;
      return said === undefined || said === found || found < 0
        ? t('verify.bad.differs.line', { n, line: code(line) })
        : t('verify.bad.differs', { n, line: code(line), said, found });
    }
    case 'unmet':
      return t('verify.bad.unmet', { goals: reason.goals.join(locale === 'zh' ? '；' : '; ') });
    case 'answers':
      return t('verify.bad.answers', { questions: reason.questions.join(' / ') });
    case 'failed':
      return t('verify.bad.failed', { why: reason.message });
  }
}

function verifiedText(
  { commands, answers }: Extract<Verdict['found'], { readonly state: 'verified' }>,
  seed: number,
  t: CertificateWords,
): string {
  return [
    commands.length > 0 ? t('verify.ok.say', { n: commands.length }) : '',
    answers > 0 ? t('verify.ok.answers', { n: answers }) : '',
    seed > 0 ? t('verify.ok.values', { seed }) : '',
  ]
    .filter((one) => one !== '')
    .join(t('verify.gap'));
}

/** As code, without what would end it. */
const code = (text: string): string => `\`${text.replaceAll('`', '')}\``;
