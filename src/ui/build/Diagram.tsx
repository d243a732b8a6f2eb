// Draws a BuildModel: a line a stage, stations on it, joins between lines, the context's tray. Sends nothing but intents.
import { useId, useMemo, useRef } from 'preact/hooks';
import { useGrey } from '../picture/index.ts';
import { Joins, Tracks } from './Joins.tsx';
import { useDiagramKeys } from './keys.ts';
import { lanesHeight } from './lanes.ts';
import { Mark } from './marks.tsx';
import type { BuildModel, Fold, Line } from './model.ts';
import { StationRow, type StationState } from './StationRow.tsx';
import { Tray } from './Tray.tsx';
import { sayFold, stageName } from './text.ts';
import type { BuildWords } from './words.ts';

interface Props extends StationState {
  /** The stage that is shown where there is room for one only. */
  readonly stage: number;
  readonly setStage: (stage: number) => void;
  readonly unfold: (key: string) => void;
  readonly step: (by: 1 | -1) => void;
  /** The marks tick in: this build has just been made. */
  readonly fresh: boolean;
}

/** More marks than this do not move. */
const MOVES = 40;

/** Most stages beside which there is room for the tray. */
const AT_SIDE = 2;

export function Diagram(props: Props) {
  const { model, t, stage, setStage, unfold, step, fresh, guess, ...rest } = props;
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  const keys = useDiagramKeys(root, {
    setStage,
    step,
    ...(guess === undefined ? {} : { guess: (key, value) => guess(model.stations.find((one) => one.key === key)!, value) }),
  });
  const { layout, lines, tray, context } = model;
  const rows = useMemo(() => `auto ${layout.lanes.map((lanes) => `${lanesHeight(lanes)}px auto`).join(' ')} 1fr`, [layout]);
  const trayRow = tray === undefined ? 0 : rowOf(model, tray.key);
  const placed = context !== undefined && tray !== undefined && lines.length <= AT_SIDE;
  const offset = placed ? 2 : 1;
  let order = 0;
  return (
    <div class={`bpx-draw bpx-${model.density}${fresh && model.stations.length <= MOVES ? ' fresh' : ''}`}>
      {lines.length > 1 && <StageControl lines={lines} stage={stage} setStage={setStage} root={root} t={t} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the lists inside */}
      <div
        class={`bpx-grid${lines.length === 1 ? ' wide' : lines.length > 4 ? ' many' : ''}${offset === 2 ? ' trayed' : ''}`}
        style={{ gridTemplateRows: rows, '--lines': String(lines.length) }}
        ref={root}
        onKeyDown={keys}
      >
        {placed && (
          <div class="bpx-trayplace" style={{ gridRow: `${2 * trayRow + 3} / -1` }}>
            <Tray context={context} image={model.image} t={t} />
            <i class="lead" aria-hidden="true" />
          </div>
        )}
        {placed && tray.stage > 0 && (
          <i class="bpx-traylead" aria-hidden="true" style={{ gridRow: String(2 * trayRow + 3), gridColumn: `2 / ${tray.stage + 2}` }} />
        )}
        <Tracks model={model} offset={offset} />
        <Joins model={model} offset={offset} />
        {lines.map((line) => (
          <div
            key={line.stage}
            class={`bpx-head${line.stage === stage ? ' now' : ''}`}
            style={{ gridColumn: String(line.stage + offset) }}
            data-explain="build.stage"
          >
            <h2 id={`${id}${line.stage}`}>{lines.length === 1 && line.name === '' ? t('build.stage') : stageName(line, t)}</h2>
            <span>{line.skipped ? t('build.stage.skipped') : t('build.stage.from', { base: line.base })}</span>
          </div>
        ))}
        {lines.map((line) => (
          <ol
            key={line.stage}
            class={`bpx-line${line.stage === stage ? ' now' : ''}${line.skipped ? ' skipped' : ''}`}
            style={{ gridColumn: String(line.stage + offset) }}
            aria-labelledby={`${id}${line.stage}`}
            data-stage={line.stage}
          >
            {line.items.map((item, index) => {
              const row = layout.rows[line.stage]?.[index] ?? 0;
              if (item.kind === 'fold') return <FoldRow key={item.key} fold={item} image={model.image} row={row} t={t} unfold={unfold} />;
              return (
                <StationRow
                  key={item.key}
                  {...rest}
                  {...(guess === undefined ? {} : { guess })}
                  station={item}
                  model={model}
                  t={t}
                  row={row}
                  order={order++}
                  first={line.stage === stage && index === 0}
                />
              );
            })}
          </ol>
        ))}
      </div>
      {context !== undefined && !placed && (
        <div class="bpx-below">
          <Tray context={context} image={model.image} t={t} />
        </div>
      )}
    </div>
  );
}

function rowOf({ lines, layout }: BuildModel, key: string): number {
  for (const { stage, items } of lines) {
    const at = items.findIndex((item) => (item.kind === 'station' ? item.key === key : item.stations.some((one) => one.key === key)));
    if (at >= 0) return layout.rows[stage]?.[at] ?? 0;
  }
  return 0;
}

function FoldRow({
  fold,
  image,
  row,
  t,
  unfold,
}: {
  readonly fold: Fold;
  readonly image: string | undefined;
  readonly row: number;
  readonly t: BuildWords;
  readonly unfold: (key: string) => void;
}) {
  const grey = useGrey();
  return (
    <li
      class="bpx-st bpx-fold m-cached"
      {...grey(`steps ${image}`, ...fold.stations.flatMap(({ bed }) => (bed ? [`layer ${bed.diffID}`] : [])))}
      style={{ gridRow: String(2 * row + 2) }}
    >
      <Mark kind="cached" />
      <button
        type="button"
        class="bpx-hit"
        tabIndex={-1}
        data-station={fold.key}
        aria-label={t('build.fold.open', { n: fold.cached })}
        onClick={() => unfold(fold.key)}
      >
        <span class="ins">
          <b>{sayFold(fold, t)}</b>
        </span>
      </button>
    </li>
  );
}

interface ControlProps {
  readonly lines: readonly Line[];
  readonly stage: number;
  readonly setStage: (stage: number) => void;
  readonly root: preact.RefObject<HTMLElement>;
  readonly t: BuildWords;
}

/** Which stage: where one fits, the choice of it; beside many, a map that scrolls to it. */
function StageControl({ lines, stage, setStage, root, t }: ControlProps) {
  const id = useId();
  const go = (to: number) => {
    setStage(to);
    root.current?.querySelector(`[data-stage="${to}"]`)?.scrollIntoView({ block: 'nearest', inline: 'start' });
  };
  return (
    <fieldset class={`bpx-stages${lines.length > 4 ? ' many' : ''}`}>
      <legend class="vh">{t('build.stages')}</legend>
      {lines.map((line) => (
        <label key={line.stage} class={line.skipped ? 'skipped' : ''}>
          <input type="radio" name={id} checked={stage === line.stage} onChange={() => go(line.stage)} />
          <span>{stageName(line, t)}</span>
          <span class="num" aria-hidden="true">
            {line.cached > 0 && <i class="c">={line.cached}</i>}
            {line.ran > 0 && <i class="r">▶{line.ran}</i>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
