// Draws the timeline: a line with a station for every point, the hand at now, and what can be done with the point that is looked at.

import { Flag, GitBranch, GitCompare, History, Undo2 } from 'lucide-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { late } from '../late/index.tsx';
import type { Session } from '../session/index.ts';
import { type Station, type TimelineModel, timelineModel } from './model.ts';
import { nameStation, sayChanges, sayWhat, shortName } from './text.ts';
import { timelineWords } from './words.ts';
import './timeline.css';

const Compare = late(async () => (await import('./Compare.tsx')).Compare);

interface Props {
  readonly session: Session;
  readonly locale: Locale;
}

/** Pixels between two stations, from the left edge to the first, between two lanes, and below the line for labels. */
const pitch = 112;
const margin = 56;
const laneHeight = 50;
const below = 38;
const above = 26;

export function Timeline({ session, locale }: Props) {
  const t = timelineWords(locale);
  const timeline = session.timeline.value;
  const looking = session.looking.value;
  const model = useMemo(() => timelineModel(timeline), [timeline]);
  const [compared, compare] = useState<readonly [number, number] | undefined>();
  const [naming, setNaming] = useState(false);
  const shown = model.stations.find(({ point }) => point.number === (looking ?? timeline.head));
  useEffect(() => setNaming(false), [looking]);
  if (!shown) return null;
  const { point } = shown;
  const go = () => {
    compare(undefined);
    void session.go(point.number);
  };
  return (
    <section class="tl" aria-label={t('label')} data-explain="timeline.line">
      {compared && <Compare session={session} t={t} from={compared[0]} to={compared[1]} onClose={() => compare(undefined)} />}
      <Track model={model} session={session} looking={looking} compared={compared} locale={locale} />
      <div class="tl-side">
        {looking === undefined ? (
          <p class="tl-count">
            <GitBranch aria-hidden="true" />
            <b class="num">{timeline.points.length === 2 ? t('commands.one') : t('commands', { n: timeline.points.length - 1 })}</b>
            {model.branches > 0 && (
              <span class="num">{model.branches === 1 ? t('branches.one') : t('branches', { n: model.branches })}</span>
            )}
          </p>
        ) : (
          <p class="tl-count looking" title={sayWhat(point, t)}>
            <History aria-hidden="true" />
            <b class="num">{point.number}</b>
            <span>{sayChanges(point, t) || t('say.start')}</span>
          </p>
        )}
        <div class="tl-acts">
          {naming ? (
            <NameField
              label={t('name.label', { n: point.number })}
              save={t('name.save')}
              value={point.name ?? ''}
              onSave={(name) => {
                setNaming(false);
                void session.namePoint(point.number, name);
              }}
            />
          ) : (
            <>
              {looking !== undefined && (
                <>
                  <button type="button" class="btn sm" onClick={go} disabled={session.status.value !== 'ready'}>
                    <Undo2 aria-hidden="true" />
                    {t(shown.state === 'ahead' || shown.state === 'aside' ? 'go.forward' : 'go')}
                  </button>
                  <button type="button" class="btn quiet sm" onClick={() => void session.look(undefined)}>
                    {t('now')}
                  </button>
                  <button type="button" class="btn quiet sm" onClick={() => compare([point.number, timeline.head])}>
                    <GitCompare aria-hidden="true" />
                    {t('compare')}
                  </button>
                </>
              )}
              <button type="button" class="btn quiet sm" onClick={() => setNaming(true)}>
                <Flag aria-hidden="true" />
                {t('name')}
              </button>
              {looking === undefined && timeline.head > 0 && (
                <button type="button" class="btn quiet sm" onClick={() => compare([0, timeline.head])}>
                  <GitCompare aria-hidden="true" />
                  {t('compare.title', { a: t('start'), b: t('point', { n: timeline.head }) })}
                </button>
              )}
            </>
          )}
        </div>
      </div>
    </section>
  );
}

interface TrackProps extends Props {
  readonly model: TimelineModel;
  readonly looking: number | undefined;
  readonly compared: readonly [number, number] | undefined;
}

function Track({ model, session, locale, looking, compared }: TrackProps) {
  const t = timelineWords(locale);
  const track = useRef<HTMLDivElement>(null);
  const head = session.timeline.value.head;
  const marked = looking ?? head;
  const height = above + (model.lanes - 1) * laneHeight + below + 10;
  const x = (column: number) => margin + column * pitch;
  const y = (lane: number) => height - below - lane * laneHeight;
  const at = new Map(model.stations.map((station) => [station.point.number, station]));
  const width = x(model.columns - 1) + margin + 60;

  // Now, or the point that is looked at, is always in view.
  useEffect(() => {
    const frame = track.current;
    const column = at.get(marked)?.column ?? 0;
    if (!frame) return;
    const place = x(column);
    if (place < frame.scrollLeft + pitch || place > frame.scrollLeft + frame.clientWidth - pitch)
      frame.scrollTo({ left: Math.max(0, place - frame.clientWidth + pitch * 1.5) });
    frame.scrollTop = frame.scrollHeight;
  }, [marked, model]);

  const look = (number: number) => {
    void session.look(number === head ? undefined : number);
    track.current?.querySelector<HTMLButtonElement>(`[data-point="${number}"]`)?.focus();
  };
  const press = (event: KeyboardEvent) => {
    const now = at.get(marked);
    const next = now && neighbour(model, now, event.key);
    if (!next) return;
    event.preventDefault();
    look(next.point.number);
  };
  const scrub = (event: PointerEvent) => {
    if (event.buttons !== 1 || event.pointerType === 'touch') return;
    const frame = track.current;
    if (!frame) return;
    const place = event.clientX - frame.getBoundingClientRect().left + frame.scrollLeft;
    const column = Math.round((place - margin) / pitch);
    const station = model.stations.find((one) => one.column === column && one.lane === 0);
    if (station && station.point.number !== marked) look(station.point.number);
  };
  return (
    <div
      class="tl-track"
      ref={track}
      role="toolbar"
      aria-orientation="horizontal"
      aria-label={t('scroll')}
      onKeyDown={press}
      onPointerMove={scrub}
    >
      <div class="tl-sheet" style={{ width: `${width}px`, height: `${height}px` }}>
        <svg class="tl-lines" width={width} height={height} aria-hidden="true">
          {model.links.map((link) => {
            const from = at.get(link.from);
            const to = at.get(link.to);
            if (!from || !to) return null;
            const [x1, y1, x2, y2] = [x(from.column), y(from.lane), x(to.column), y(to.lane)];
            const path = y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}L${x1 + Math.abs(y1 - y2)} ${y2}H${x2}`;
            return <path key={link.to} d={path} class={link.ahead ? 'ahead' : ''} />;
          })}
        </svg>
        {model.stations.map((station) => (
          <Stop
            key={station.point.number}
            station={station}
            x={x(station.column)}
            y={y(station.lane)}
            looking={station.point.number === looking}
            bracket={compared?.includes(station.point.number) ?? false}
            focusable={station.point.number === marked}
            say={nameStation(station, station.point.number === looking, t)}
            text={shortName(station, t)}
            onLook={() => look(station.point.number)}
          />
        ))}
      </div>
    </div>
  );
}

interface StopProps {
  readonly station: Station;
  readonly x: number;
  readonly y: number;
  readonly looking: boolean;
  readonly bracket: boolean;
  readonly focusable: boolean;
  readonly say: string;
  readonly text: string;
  readonly onLook: () => void;
}

function Stop({ station, x, y, looking, bracket, focusable, say, text, onLook }: StopProps) {
  const { point, state, failed, lane } = station;
  const classes = [
    'tl-stop',
    state,
    point.kind,
    ...(failed ? ['failed'] : []),
    ...(looking ? ['looking'] : []),
    ...(bracket ? ['bracket'] : []),
    ...(lane > 0 ? ['up'] : []),
  ];
  return (
    <button
      type="button"
      class={classes.join(' ')}
      style={{ left: `${x}px`, top: `${y}px` }}
      data-point={point.number}
      tabIndex={focusable ? 0 : -1}
      aria-label={say}
      aria-current={state === 'now' ? 'step' : undefined}
      title={say}
      onClick={onLook}
    >
      <i aria-hidden="true" />
      <span aria-hidden="true">
        {point.kind !== 'start' && <b class="num">{point.number}</b>} <code>{text}</code>
      </span>{' '}
      {point.name !== undefined && (
        <em aria-hidden="true">
          <Flag />
          {point.name}
        </em>
      )}
    </button>
  );
}

/** Where an arrow key leads: along the line, or to the nearest station of the lane above or below. */
function neighbour({ stations }: TimelineModel, now: Station, key: string): Station | undefined {
  const parent = stations.find(({ point }) => point.number === now.point.parent);
  const children = stations.filter(({ point }) => point.parent === now.point.number);
  if (key === 'ArrowLeft') return parent;
  if (key === 'ArrowRight') return children.find(({ lane }) => lane === now.lane) ?? children[0];
  if (key === 'Home') return stations[0];
  if (key === 'End') return stations.filter(({ lane }) => lane === 0).at(-1);
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined;
  const lane = now.lane + (key === 'ArrowUp' ? 1 : -1);
  return stations.filter((one) => one.lane === lane).sort((a, b) => Math.abs(a.column - now.column) - Math.abs(b.column - now.column))[0];
}

interface NameFieldProps {
  readonly label: string;
  readonly save: string;
  readonly value: string;
  onSave(name: string): void;
}

function NameField({ label, save, value, onSave }: NameFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  return (
    <form
      class="tl-name"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(field.current?.value.trim().slice(0, 40) ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onSave(value);
      }}
    >
      <input ref={field} aria-label={label} defaultValue={value} maxLength={40} />
      <button type="submit" class="btn sm">
        {save}
      </button>
    </form>
  );
}
