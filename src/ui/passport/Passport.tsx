// What someone has done, by track; and taking it along, bringing it here, forgetting it.
import { Award } from 'lucide-preact';
import type { JSX } from 'preact';
import { address, type Locale } from '../../i18n/index.ts';
import { rockOf } from '../map/paint.ts';
import { type Asked, standingOf } from '../map/standing.ts';
import { useProgress } from '../progress/use-progress.ts';
import { BringHere } from './BringHere.tsx';
import { Forget } from './Forget.tsx';
import { TakeAlong } from './TakeAlong.tsx';
import { passportWords } from './words.ts';

export interface PassportTrack {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly lessons: readonly (Asked & {
    readonly capstone: boolean;
    readonly title: string;
    readonly names: Readonly<Record<string, string>>;
  })[];
}

interface Props {
  readonly tracks: readonly PassportTrack[];
  readonly locale: Locale;
}

export function Passport({ tracks, locale }: Props): JSX.Element {
  const t = passportWords(locale);
  const now = useProgress();
  const lessons = tracks.flatMap((track) => track.lessons);
  const standings = new Map(lessons.map((one) => [one.id, standingOf(one, now)]));
  const sum = (among: readonly Asked[], what: 'passed' | 'right') =>
    among.reduce((all, { id }) => all + (standings.get(id)?.[what] ?? 0), 0);
  const done = (among: readonly Asked[]) => among.filter(({ id }) => standings.get(id)?.state === 'done').length;
  const asked = (among: readonly Asked[], what: 'exercises' | 'questions') => among.reduce((all, one) => all + one[what].length, 0);
  const kind = (among: PassportTrack['lessons'], capstone: boolean) => among.filter((one) => one.capstone === capstone);
  /** How many of a kind are done; a track without capstones has none to do. */
  const doneOf = (among: PassportTrack['lessons'], capstone: boolean) => {
    const these = kind(among, capstone);
    return these.length === 0 ? t('none') : of(done(these), these.length);
  };
  const of = (n: number, all: number) => t('of', { n, all });
  const changed = lessons.flatMap((one) => (standings.get(one.id)?.changed ?? []).map((exercise) => ({ one, exercise })));
  return (
    <>
      <dl class="page-facts passport-facts num">
        <div>
          <dt>{t('fact.lessons')}</dt>
          <dd>{doneOf(lessons, false)}</dd>
        </div>
        <div>
          <dt>{t('fact.capstones')}</dt>
          <dd>{doneOf(lessons, true)}</dd>
        </div>
        <div>
          <dt>{t('fact.exercises')}</dt>
          <dd data-fact="exercises">{of(sum(lessons, 'passed'), asked(lessons, 'exercises'))}</dd>
        </div>
        <div>
          <dt>{t('fact.questions')}</dt>
          <dd data-fact="questions">{of(sum(lessons, 'right'), asked(lessons, 'questions'))}</dd>
        </div>
      </dl>
      <section aria-labelledby="passport-tracks">
        <h2 id="passport-tracks">{t('tracks.title')}</h2>
        <table class="passport-tracks num">
          <thead>
            <tr>
              <th scope="col">{t('track.head')}</th>
              <th scope="col">{t('fact.lessons')}</th>
              <th scope="col">{t('fact.capstones')}</th>
              <th scope="col">{t('fact.exercises')}</th>
              <th scope="col">{t('fact.questions')}</th>
              <th scope="col">{t('track.certificate')}</th>
            </tr>
          </thead>
          <tbody>
            {tracks.map((track) => {
              const all = asked(track.lessons, 'exercises') + asked(track.lessons, 'questions');
              const part = sum(track.lessons, 'passed') + sum(track.lessons, 'right');
              const { style, 'data-tone': tone } = rockOf(track.number);
              return (
                <tr key={track.id}>
                  <th scope="row">
                    <span class="name">
                      <span
                        class="lay bar"
                        data-tone={tone}
                        style={`${style};--pc:${all === 0 ? 0 : (100 * part) / all}%`}
                        aria-hidden="true"
                      />
                      <a href={address(locale, `learn/track/${track.id}/`)}>{track.title}</a>
                    </span>
                  </th>
                  <td data-label={t('fact.lessons')}>{doneOf(track.lessons, false)}</td>
                  <td data-label={t('fact.capstones')}>{doneOf(track.lessons, true)}</td>
                  <td data-label={t('fact.exercises')}>{of(sum(track.lessons, 'passed'), asked(track.lessons, 'exercises'))}</td>
                  <td data-label={t('fact.questions')}>{of(sum(track.lessons, 'right'), asked(track.lessons, 'questions'))}</td>
                  <td>
                    <a
                      class="cert"
                      href={address(locale, `certificate/${track.id}/`)}
                      aria-label={t('track.certificate.of', { track: track.title })}
                    >
                      <Award aria-hidden="true" />
                      {t('track.certificate')}
                    </a>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {changed.length > 0 && (
        <section aria-labelledby="passport-changed">
          <h2 id="passport-changed">{t('changed.title')}</h2>
          <p>{t('changed.lead')}</p>
          <ul class="passport-changed">
            {changed.map(({ one, exercise }) => (
              <li key={`${one.id}/${exercise}`}>
                <a href={address(locale, `learn/${one.id}/#exercise-${exercise}`)}>{one.names[exercise] ?? exercise}</a>
                <span>{one.title}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <div class="passport-ways js-only">
        <TakeAlong now={now} t={t} />
        <div>
          <BringHere lessons={lessons} t={t} />
          <Forget t={t} />
        </div>
      </div>
    </>
  );
}
