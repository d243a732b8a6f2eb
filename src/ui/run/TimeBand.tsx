// Band 3: lanes on the time axis (drawn, not spoken) and the same events as a table.
import './time.css';
import { useId } from 'preact/hooks';
import { useGrey } from '../picture/index.ts';
import { axisClass, Lanes } from './Lanes.tsx';
import type { RunModel } from './model.ts';
import { sayEffect, sayEvent, sayTime } from './time-text.ts';
import type { RunWords } from './words.ts';

interface Props {
  readonly model: RunModel;
  readonly t: RunWords;
  /** Virtual time up to which events are old: later ones arrive. */
  readonly since: number | undefined;
}

const SHOWN = 14;

export function TimeBand({ model, t, since }: Props) {
  const { time, container } = model;
  const grey = useGrey();
  const id = useId();
  if (time === undefined) return null;
  const rows = time.rows.slice(-SHOWN);
  const earlier = time.rows.length - rows.length;
  const { health } = container;
  return (
    <section class="run-band" aria-labelledby={id} {...grey(`events ${container.name}`)}>
      <div class="run-head">
        <h2 id={id}>{t('time.title')}</h2>
        {axisClass(time.axis) === 'log' && <span class="run-note">{t('time.log')}</span>}
      </div>
      <Lanes time={time} t={t} over={model.over} since={since} />
      {health && (
        <p class="run-note health" data-explain="run.health">
          {t('health.settings', {
            command: health.command,
            interval: sayTime(health.interval, t),
            timeout: sayTime(health.timeout, t),
            retries: health.retries,
          })}
          {health.startPeriod > 0 ? t('run.comma') + t('health.period', { period: sayTime(health.startPeriod, t) }) : ''}
        </p>
      )}
      <table class="run-events">
        <caption class="vh">{t('time.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('time.head.time')}</th>
            <th scope="col">{t('time.head.event')}</th>
            <th scope="col">{t('time.head.effect')}</th>
          </tr>
        </thead>
        <tbody>
          {earlier > 0 && (
            <tr class="earlier">
              <td colSpan={3}>{t('time.earlier', { n: earlier })}</td>
            </tr>
          )}
          {rows.map((row, index) => (
            <tr
              key={`${row.at}${row.event.kind}${index}`}
              class={since !== undefined && row.at > since ? 'fresh' : ''}
              data-explain={`run.event.${row.event.kind}`}
            >
              <td class="num">{sayTime(row.at - time.zero, t)}</td>
              <td>{sayEvent(row, container, t)}</td>
              <td class={tone(row.event)}>{sayEffect(row, container, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function tone(event: { readonly kind: string; readonly outcome?: string; readonly oom?: boolean; readonly exitCode?: number }): string {
  if (event.kind === 'signal' && event.outcome === 'unheard') return 'unheard';
  return event.kind === 'refused' || event.oom === true || (event.kind === 'exit' && event.exitCode !== 0) ? 'bad' : '';
}
