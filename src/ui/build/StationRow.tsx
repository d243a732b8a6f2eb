// One station: its mark on the line, the instruction, why it ran and how long, and the bed it made.
import { configSubjects, isSelected, type Selected, useGrey } from '../picture/index.ts';
import { BedBox, Ground } from './BedBox.tsx';
import { Mark } from './marks.tsx';
import { type BuildModel, isStep, type Station } from './model.ts';
import type { Guess, Judged } from './predict.ts';
import { causeLines, sayGround, sayJoin, sayMark, sayStation, shownSeconds } from './text.ts';
import { Was } from './Was.tsx';
import type { BuildWords } from './words.ts';

export interface StationState {
  readonly model: BuildModel;
  readonly t: BuildWords;
  readonly selected: Selected | undefined;
  /** Key of the station behind which the hand lies. */
  readonly hand: string | undefined;
  readonly compared: boolean;
  readonly choose: (station: Station) => void;
  readonly guesses?: ReadonlyMap<string, Guess>;
  readonly guess?: (station: Station, guess: Guess) => void;
  readonly judged?: ReadonlyMap<string, Judged>;
}

interface Props extends StationState {
  readonly station: Station;
  readonly first: boolean;
  readonly row: number;
  readonly order: number;
}

export function StationRow({ station, model, t, selected, hand, compared, choose, guesses, guess, judged, first, row, order }: Props) {
  const { key, mark, bed, ground, place } = station;
  const here = hand === key;
  const chosen = here || isSelected(selected, bed?.diffID) || isSelected(selected, bed?.chainID) || isSelected(selected, station.image);
  const grey = useGrey();
  const verdict = judged?.get(key);
  const open = mark === 'open' && guess !== undefined;
  return (
    <li
      class={`bpx-st m-${mark}${chosen ? ' picked' : ''}`}
      style={{ gridRow: String(2 * row + 2), '--order': String(Math.min(order, 40)) }}
      {...grey(...subjectsOf(station, model))}
      data-key={key}
    >
      <Mark kind={open && guesses?.get(key) === 'cached' ? 'cached' : open && guesses?.get(key) === 'run' ? 'ran' : mark} />
      <button
        type="button"
        class="bpx-hit"
        tabIndex={first ? 0 : -1}
        data-station={key}
        {...(here ? { 'aria-current': 'step' as const } : {})}
        onClick={() => choose(station)}
      >
        <span class="vh">{sayStation(station, model, t)}</span>
        <span class="ins" title={station.text} aria-hidden="true">
          {place && <span class="place num">{place.number}</span>}
          <Instruction text={station.text} />
        </span>
        <Sub station={station} model={model} t={t} />
        {compared && isStep(station) && <Was station={station} t={t} />}
        {!open && bed && <BedBox bed={bed} selected={chosen} />}
        {!open && ground.length > 0 && <Ground beds={ground} text={sayGround(station, t)} />}
      </button>
      {open && <GuessBox station={station} value={guesses?.get(key)} guess={guess} t={t} />}
      {verdict && <Verdict judged={verdict} t={t} />}
      {mark === 'missed' && station.cause && <Callout station={station} t={t} />}
      {mark === 'failed' && station.exit === undefined && station.error !== undefined && <p class="bpx-call failed">{station.error}</p>}
      {station.joins.map((join) => (
        <p class="bpx-jointext" key={join.name}>
          {sayJoin(join, t)}
        </p>
      ))}
      {here && <i class="bpx-hand" data-explain="build.hand" />}
    </li>
  );
}

/** What goals may be about here: the step itself, the layer it made or began with, the field of the config it set. */
function subjectsOf({ bed, ground, text, mark, stage }: Station, { image, lines }: BuildModel): readonly string[] {
  const sets = mark === 'config' && lines.findLast(({ skipped }) => !skipped)?.stage === stage;
  return [
    `step ${image} ${text}`,
    ...(mark !== 'config' && ground.length === 0 ? [`steps ${image}`] : []),
    ...[...(bed ? [bed] : []), ...ground].map(({ diffID }) => `layer ${diffID}`),
    ...(sets ? configSubjects(image, text) : []),
  ];
}

/** The instruction's word heavy, the rest as written. */
function Instruction({ text: written }: { readonly text: string }) {
  // A flag is not broken behind its dashes.
  const text = written.replaceAll('-', '-\u2060');
  const space = text.indexOf(' ');
  return space < 0 ? (
    <b>{text}</b>
  ) : (
    <>
      <b>{text.slice(0, space)}</b>
      {text.slice(space)}
    </>
  );
}

const topics: Partial<Record<Station['mark'], string>> = {
  base: 'build.from',
  config: 'build.config',
  cached: 'build.cached',
  ran: 'build.ran',
  missed: 'build.miss',
  because: 'build.because',
  failed: 'build.failed',
  unneeded: 'build.skipped',
};

function Sub({ station, model, t }: { readonly station: Station; readonly model: BuildModel; readonly t: BuildWords }) {
  const { mark, seconds, share, cause, onBuild } = station;
  const why = mark === 'ran' && cause !== undefined ? causeLines(cause, t)[0] : undefined;
  if (mark === 'config' || mark === 'base')
    return onBuild ? (
      <span class="sub" aria-hidden="true">
        {t('build.onbuild')}
      </span>
    ) : null;
  return (
    <span class="sub" data-explain={topics[mark]} aria-hidden="true">
      {mark !== 'open' && <span class="state">{sayMark(station, model, t)}</span>}
      {seconds !== undefined && seconds >= 0.05 && (
        <span class="time num">
          <i class="bar" style={{ transform: `scaleX(${Math.max(0.04, share)})` }} />
          {shownSeconds(seconds)} s
        </span>
      )}
      {why !== undefined && <span class="why">{why}</span>}
      {onBuild && <span class="why">{t('build.onbuild')}</span>}
    </span>
  );
}

const calls = 4;

function Callout({ station, t }: { readonly station: Station; readonly t: BuildWords }) {
  const lines = station.cause === undefined ? [] : causeLines(station.cause, t);
  return (
    <div class="bpx-call missed" data-explain="build.miss">
      {lines.slice(0, calls).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {lines.length > calls && <p>{t('build.cause.more', { n: lines.length - calls })}</p>}
    </div>
  );
}

interface GuessProps {
  readonly station: Station;
  readonly value: Guess | undefined;
  readonly guess: (station: Station, guess: Guess) => void;
  readonly t: BuildWords;
}

function GuessBox({ station, value, guess, t }: GuessProps) {
  return (
    <fieldset class="bpx-guess seg">
      <legend class="vh">{t('build.predict.group', { text: station.text })}</legend>
      {(['cached', 'run'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name={`guess-${station.key}`} checked={value === one} onChange={() => guess(station, one)} />
          <span aria-hidden="true">{one === 'cached' ? '= ' : '▶ '}</span>
          {t(`build.predict.${one}`)}
        </label>
      ))}
    </fieldset>
  );
}

function Verdict({ judged: { guess, right }, t }: { readonly judged: Judged; readonly t: BuildWords }) {
  const said = t('build.predict.yours', { guess: `${guess === 'cached' ? '=' : '▶'} ${t(`build.predict.${guess}`)}` });
  return (
    <p class={`bpx-judged${right === true ? ' right' : right === false ? ' wrong' : ''}`}>
      {said}
      {right !== undefined && <b>{t(right ? 'build.predict.right' : 'build.predict.wrong')}</b>}
    </p>
  );
}
