// A track's certificate as a page that can be printed, and as a file with the logs. Made from what this device keeps.
import { Check, Download, Minus, Printer } from 'lucide-preact';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { address, type Locale } from '../../i18n/index.ts';
import { saveFile } from '../keep/save-file.ts';
import type { Asked } from '../map/standing.ts';
import { useProgress } from '../progress/use-progress.ts';
import { sha256 } from '../session/store/digest.ts';
import type { Certificate } from './format.ts';
import { makeCertificate } from './make.ts';
import { type CertificateWords, certificateWords } from './words.ts';

export interface CertificateTrack {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly lessons: readonly (Asked & {
    readonly label: string;
    readonly title: string;
    readonly names: Readonly<Record<string, string>>;
  })[];
}

interface Props {
  readonly track: CertificateTrack;
  readonly locale: Locale;
}

export function CertificatePage({ track, locale }: Props): JSX.Element {
  const t = certificateWords(locale);
  const now = useProgress();
  const [name, setName] = useState('');
  const [made, setMade] = useState<Certificate | undefined>();
  useEffect(() => {
    let late = false;
    void makeCertificate(track.id, name, track.lessons, now, sha256).then((one) => {
      if (!late) setMade(one);
    });
    return () => {
      late = true;
    };
  }, [now, name, track]);
  const passed = made?.exercises.length ?? 0;
  const all = track.lessons.reduce((sum, one) => sum + one.exercises.length, 0);
  const [right, asked] = (made?.questions ?? []).reduce(([n, of], one) => [n + one.right, of + one.all], [0, 0]);
  const save = () => {
    if (!made) return;
    const day = new Date(made.made).toISOString().slice(0, 10);
    saveFile(`strata-certificate-${track.id}-${day}.json`, new Blob([`${JSON.stringify(made)}\n`], { type: 'application/json' }));
  };
  return (
    <>
      <article class="cert-sheet">
        <header>
          <p class="label">Strata / {t('cert.head')}</p>
          <h1>{track.title}</h1>
          <p class="about">{track.about}</p>
          <div class="who">
            <label class="label" for="cert-name">
              {t('cert.name')}
            </label>
            <input
              id="cert-name"
              class="no-print"
              type="text"
              maxLength={80}
              autocomplete="name"
              value={name}
              aria-describedby="cert-name-say"
              onInput={(event) => setName(event.currentTarget.value)}
            />
            <span class="printed" aria-hidden="true">
              {name}
            </span>
            <p id="cert-name-say" class="label no-print">
              {t('cert.name.say')}
            </p>
          </div>
        </header>
        <p class="sum num" role="status">
          {passed === 0 ? t('cert.empty') : t('cert.sum', { n: passed, all, right: right ?? 0, asked: asked ?? 0 })}
        </p>
        {track.lessons.map((lesson) => (
          <Lesson key={lesson.id} lesson={lesson} made={made} t={t} locale={locale} />
        ))}
        <footer>
          {passed > 0 && made && (
            <p>
              <span class="label">{t('cert.finger')}</span>
              <code data-finger>{made.check.slice(0, 32).replace(/.{8}(?=.)/g, '$& ')}</code>
            </p>
          )}
          <p>
            {t('cert.how', {
              address: typeof location === 'undefined' ? address(locale, 'verify/') : location.host + address(locale, 'verify/'),
            })}
          </p>
        </footer>
      </article>
      <div class="cert-acts no-print js-only">
        <button type="button" class="btn pri" disabled={passed === 0} onClick={save}>
          <Download aria-hidden="true" />
          {t('cert.save')}
        </button>
        <button type="button" class="btn" disabled={passed === 0} onClick={() => print()}>
          <Printer aria-hidden="true" />
          {t('cert.print')}
        </button>
      </div>
    </>
  );
}

interface LessonProps {
  readonly lesson: CertificateTrack['lessons'][number];
  readonly made: Certificate | undefined;
  readonly t: CertificateWords;
  readonly locale: Locale;
}

function Lesson({ lesson, made, t, locale }: LessonProps): JSX.Element {
  const quiz = made?.questions.find((one) => one.lesson === lesson.id);
  const day = (at: number) => new Date(at).toLocaleDateString(locale === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium' });
  return (
    <section class="cert-lesson" aria-labelledby={`cert-${lesson.id}`}>
      <h2 id={`cert-${lesson.id}`}>
        <span class="num">{lesson.label}</span> {lesson.title}
      </h2>
      <table class="num">
        <colgroup>
          <col class="wide" />
          <col span={3} />
        </colgroup>
        <thead class="vh">
          <tr>
            <th scope="col">{t('cert.exercise')}</th>
            <th scope="col">{t('cert.passed')}</th>
            <th scope="col">{t('cert.variant')}</th>
            <th scope="col">{t('cert.log')}</th>
          </tr>
        </thead>
        <tbody>
          {lesson.exercises.map(({ id }) => {
            const entry = made?.exercises.find((one) => one.lesson === lesson.id && one.exercise === id);
            return (
              <tr key={id} data-passed={entry !== undefined}>
                <th scope="row">
                  {entry ? <Check class="ok" aria-hidden="true" /> : <Minus aria-hidden="true" />}
                  {lesson.names[id] ?? id}
                </th>
                <td>{entry ? day(entry.at) : t('cert.not')}</td>
                <td>{entry && entry.seed > 0 ? t('cert.variant.n', { n: entry.seed }) : ''}</td>
                <td>{entry ? t(entry.log === undefined ? 'cert.log.no' : 'cert.log.yes') : ''}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p class="quiz-sum num">{t('cert.quiz', { n: quiz?.right ?? 0, all: lesson.questions.length })}</p>
    </section>
  );
}
