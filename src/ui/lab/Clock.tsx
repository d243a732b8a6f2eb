// The virtual clock: what time it is on the machine, and buttons to let it run, hold it, or move it on.
import { FastForward, Pause, Play, Square, StepForward } from 'lucide-preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Words } from '../../i18n/index.ts';
import type { ClockOrder, Session } from '../session/index.ts';
import { clockText } from './clock-text.ts';

const JUMPS = [
  ['clock.10s', 10],
  ['clock.1m', 60],
  ['clock.1h', 3600],
] as const;

/** The machine's time now, as far as it is known here: while the clock runs it is counted on from what was last heard. */
function timeNow(session: Session): number {
  const { now, mode, jumping, heard } = session.clock.value;
  return mode === 'run' && !jumping ? now + (performance.now() - heard) / 1000 : now;
}

export function Clock({ session, t }: { readonly session: Session; readonly t: Words }) {
  const [open, setOpen] = useState(false);
  const [, redraw] = useState(0);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { mode, jumping } = session.clock.value;
  const alive = session.status.value === 'ready' || session.status.value === 'running';
  const running = mode === 'run';

  useEffect(() => {
    if (!running || !alive) return;
    const timer = setInterval(() => redraw((count) => count + 1), 1000);
    return () => clearInterval(timer);
  }, [running, alive]);

  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);

  const order = (wanted: ClockOrder) => void session.setClock(wanted).catch(() => {});
  const { date, time, hand } = clockText(timeNow(session));
  const state = t(jumping ? 'clock.jumping' : running ? 'clock.running' : 'clock.standing');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes what the button opened
    <div
      class="clock"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        type="button"
        class="btn quiet sm"
        ref={button}
        aria-expanded={open}
        aria-label={t('clock.label', { time, state })}
        disabled={!alive}
        onClick={() => setOpen(!open)}
      >
        <Face hand={hand} standing={!running} />
        <span class="clock-time">{time}</span>
      </button>
      {open && (
        <fieldset class="clock-panel" aria-label={t('clock.panel')}>
          <p class="label">
            <span class="clock-date">
              {date} {time}
            </span>{' '}
            <span role="status">{state}</span>
          </p>
          <div class="row">
            <button type="button" class="btn sm" onClick={() => order({ do: running ? 'pause' : 'run' })}>
              {running ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
              {t(running ? 'clock.pause' : 'clock.run')}
            </button>
            <button type="button" class="btn sm" onClick={() => order({ do: 'step' })} title={t('clock.step.say')}>
              <StepForward aria-hidden="true" />
              {t('clock.step')}
            </button>
            {jumping && (
              <button type="button" class="btn sm" onClick={() => order({ do: 'stop' })}>
                <Square aria-hidden="true" />
                {t('clock.stop')}
              </button>
            )}
          </div>
          <div class="row">
            <FastForward aria-hidden="true" />
            {JUMPS.map(([key, seconds]) => (
              <button
                type="button"
                key={key}
                class="btn sm"
                aria-label={t('clock.jump', { by: t(key) })}
                onClick={() => order({ do: 'jump', seconds })}
              >
                {t(key)}
              </button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

/** A railway clock of one hand. */
function Face({ hand, standing }: { readonly hand: number; readonly standing: boolean }) {
  return (
    <svg class={`clock-face${standing ? ' standing' : ''}`} viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
      <circle cx="10" cy="10" r="8.2" />
      <line x1="10" y1="12.4" x2="10" y2="3.6" transform={`rotate(${hand} 10 10)`} />
    </svg>
  );
}
