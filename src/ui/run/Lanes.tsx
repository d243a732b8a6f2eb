// The lanes: runs with their exits, signals as flags, the grace period hatched, health as ticks; the hand stands at virtual now.
import type { ComponentChildren } from 'preact';
import { type Axis, hasRoom, isLogarithmic, position, ticksOf } from './axis.ts';
import { levels, spaced } from './labels.ts';
import type { Time } from './time.ts';
import { sayTime } from './time-text.ts';
import type { RunWords } from './words.ts';

export const axisClass = (axis: Axis): 'log' | 'even' => (isLogarithmic(axis) ? 'log' : 'even');

const percent = (part: number): string => `${Math.round(part * 10_000) / 100}%`;

interface Props {
  readonly time: Time;
  readonly t: RunWords;
  readonly over: boolean;
  readonly since: number | undefined;
}

export function Lanes({ time, t, over, since }: Props) {
  const { axis, lives, pauses, frozen, graces, signals, probes } = time;
  const x = (at: number): number => position(axis, at);
  const span = (from: number, to: number | undefined) => {
    const left = x(from);
    return { left: percent(left), width: percent(Math.max(0, x(to ?? axis.to) - left)) };
  };
  const fresh = (at: number): string => (since !== undefined && at > since ? ' fresh' : '');
  const log = isLogarithmic(axis);
  const exits = lives.flatMap((life) => (life.to === undefined ? [] : [{ ...life, at: life.to }]));
  const labelled = spaced(
    exits.map(({ at }) => x(at)),
    0.16,
  );
  const rows = levels(
    signals.map(({ at }) => x(at)),
    0.17,
    3,
  );
  const changes = probes.filter(({ status }, index) => index === 0 || probes[index - 1]?.status !== status);
  const words = spaced(
    changes.map(({ at }) => x(at)),
    0.2,
  );
  return (
    <div class={`run-lanes${over ? ' over' : ''}`} aria-hidden="true">
      <div class="run-grid">
        {ticksOf(axis).map(({ at, seconds }) => (
          <i key={at} style={{ left: percent(at) }}>
            {hasRoom(at, over) && (
              <span>{log ? (seconds === 0 ? '' : t('time.ago', { time: sayTime(seconds, t) })) : sayTime(seconds, t)}</span>
            )}
          </i>
        ))}
      </div>
      <Lane name={t('time.lane.life')} kind="life" explain="run.life">
        {lives.map((life) => (
          <i key={life.from} class={`bar${life.to === undefined ? ' open' : ''}`} style={span(life.from, life.to)} />
        ))}
        {frozen.map(({ from, to }) => (
          <i key={from} class="bar frozen" style={span(from, to)} />
        ))}
        {pauses.map(({ from, to }) => (
          <i key={from} class="wait" style={span(from, to)} />
        ))}
        {exits.map(({ at, exitCode, oom }, index) => (
          <i
            key={at}
            class={`exit${exitCode === 0 ? '' : ' bad'}${fresh(at)}${x(at) > 0.7 ? ' left' : ''}`}
            style={{ left: percent(x(at)) }}
          >
            {labelled[index] && <span>{t(oom ? 'time.exit.oom' : 'time.exit', { code: exitCode ?? 0 })}</span>}
          </i>
        ))}
      </Lane>
      {signals.length > 0 && (
        <Lane name={t('time.lane.signals')} kind="signals" explain="run.signal" levels={Math.max(0, ...rows.map((row) => row ?? 0)) + 1}>
          {signals.map(({ at, signal, outcome }, index) => {
            const level = rows[index];
            return (
              <i
                key={`${at}${index}`}
                class={`flag ${outcome}${fresh(at)}${x(at) > 0.85 ? ' left' : ''}`}
                style={{ left: percent(x(at)), '--level': level ?? 0 }}
              >
                {level !== undefined && <span>{signal}</span>}
              </i>
            );
          })}
        </Lane>
      )}
      {graces.length > 0 && (
        <Lane name={t('time.lane.grace')} kind="grace" explain="run.grace">
          {graces.map(({ from, to, limit }) => (
            <i
              key={from}
              class={`grace${to !== undefined && limit !== undefined && to >= limit - 0.01 ? ' used' : ''}`}
              style={span(from, to)}
            />
          ))}
        </Lane>
      )}
      {probes.length > 0 && (
        <Lane name={t('time.lane.health')} kind="health" explain="run.health">
          {probes.map(({ at, exitCode, streak, forgiven }) => (
            <i
              key={at}
              class={`probe ${exitCode === 0 ? 'pass' : 'fail'}${forgiven ? ' forgiven' : ''}${fresh(at)}`}
              style={{ left: percent(x(at)) }}
            >
              {streak > 0 && !forgiven && <span>{streak}</span>}
            </i>
          ))}
          {changes.map(({ at, status }, index) =>
            words[index] ? (
              <i key={`w${at}`} class={`word ${status}${x(at) > 0.7 ? ' left' : ''}`} style={{ left: percent(x(at)) }}>
                <span>{t(`health.${status}`)}</span>
              </i>
            ) : null,
          )}
        </Lane>
      )}
      <i class="run-hand">
        <span>{!over || axis.now - axis.to < 1 ? t('time.now') : t('time.later', { time: sayTime(axis.now - axis.to, t) })}</span>
      </i>
    </div>
  );
}

interface LaneProps {
  readonly name: string;
  readonly kind: string;
  readonly explain: string;
  /** Rows of labels. */
  readonly levels?: number;
  readonly children: ComponentChildren;
}

function Lane({ name, kind, explain, levels: count = 1, children }: LaneProps) {
  return (
    <div class={`run-lane ${kind}`} data-explain={explain} style={{ '--levels': count }}>
      <span class="name">{name}</span>
      <div class="run-track">{children}</div>
    </div>
  );
}
