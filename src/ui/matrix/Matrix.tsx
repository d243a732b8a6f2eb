// biome-ignore-all lint/a11y/useSemanticElements: a grid of squares that becomes a list where it is narrow
// The CMD × ENTRYPOINT explorer: every combination as a square with what it really did; values are edited where they stand.
import './matrix.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/index.ts';
import { LegendItem } from '../run/Argv.tsx';
import type { Tried } from '../session/queries/matrix.ts';
import {
  type Column,
  cellId,
  columns,
  combinations,
  type Field,
  fields,
  first,
  type Preset,
  presets,
  type Row,
  rows,
  type Values,
} from './combinations.ts';
import { Detail } from './Detail.tsx';
import { Square } from './Square.tsx';
import { useGridKeys } from './use-grid-keys.ts';
import { useNarrow } from './use-narrow.ts';
import { useTried } from './use-tried.ts';
import { matrixWords } from './words.ts';

interface Props {
  readonly locale: Locale;
  /** The first preset's squares, as they were when the site was built. */
  readonly initial: readonly Tried[];
}

const rowField: Readonly<Partial<Record<Row, Field>>> = { exec: 'entrypointExec', shell: 'entrypointShell', flag: 'flag' };
const columnField: Readonly<Partial<Record<Column, Field>>> = { exec: 'cmdExec', shell: 'cmdShell', parent: 'parentCmd', args: 'args' };

/** A list in exec form breaks after its commas first. */
const breakable = (text: string) =>
  text.split(/(?<=,)/).map((part, index) => (
    <span key={index} class="part">
      {part}
    </span>
  ));

/** A flag stays whole. */
const whole = (text: string) =>
  text.split(/(?<= )/).map((word, index) =>
    word.startsWith('--') ? (
      <span key={index} class="flag">
        {word}
      </span>
    ) : (
      word
    ),
  );

export function Matrix({ locale, initial }: Props) {
  const t = matrixWords(locale);
  const [preset, setPreset] = useState<Preset>(first);
  const [values, setValues] = useState<Values>(first.values);
  const [selected, setSelected] = useState<string>(cellId('shell', 'exec'));
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const { cells, busy, changed, failure } = useTried(combinations(values, preset.setup), initial);
  const keys = useGridKeys(selected, setSelected);
  const box = useRef<HTMLDivElement>(null);
  const narrow = useNarrow(box);
  const cell = cells.get(selected);
  const change = (field: Field, value: string) => setValues((was) => ({ ...was, [field]: value }));
  const input = (field: Field) => (
    <input
      aria-label={t(`field.${field}`)}
      value={values[field]}
      readOnly={!alive}
      spellcheck={false}
      autocapitalize="off"
      autocomplete="off"
      onInput={(event) => change(field, event.currentTarget.value)}
    />
  );
  /** A head's value: edited in place, or only shown where squares leave no room for a field. */
  const value = (field: Field | undefined) =>
    field && (
      <>
        {input(field)}
        <code class="mx-value">{breakable(values[field])}</code>
      </>
    );
  const said =
    failure === ''
      ? changed === undefined || busy.size > 0
        ? ''
        : t(changed === 0 ? 'detail.changed.none' : changed === 1 ? 'detail.changed.one' : 'detail.changed', { n: changed })
      : t('detail.failed', { why: failure });

  return (
    <div class="mx" data-explain="matrix" ref={box}>
      <div class="mx-top">
        <fieldset class="mx-presets">
          <legend>{t('mx.presets')}</legend>
          {presets.map((one) => (
            <button
              key={one.id}
              type="button"
              class="btn sm"
              aria-pressed={one.id === preset.id}
              onClick={() => {
                setPreset(one);
                setValues(one.values);
              }}
            >
              {t(`mx.preset.${one.id}`)}
            </button>
          ))}
        </fieldset>
        <p class={`mx-said${failure === '' ? '' : ' bad'}`} role="status">
          {busy.size > 0 ? `${t('cell.busy')}…` : said}
        </p>
      </div>
      {preset.setup.length > 0 && (
        <details class="mx-setup" open>
          <summary>{t('mx.setup')}</summary>
          <pre>{preset.setup.join('\n')}</pre>
        </details>
      )}
      <details class="mx-values">
        <summary>{t('mx.values')}</summary>
        <div>
          {fields.map((field) => (
            <div key={field}>
              <span aria-hidden="true">{t(`field.${field}`)}</span>
              {input(field)}
            </div>
          ))}
        </div>
      </details>
      <div class="mx-grid" role="grid" aria-label={t('mx.label')} tabIndex={-1} onKeyDown={keys}>
        <div class="mx-row heads" role="row" tabIndex={-1}>
          <div class="corner" role="columnheader" tabIndex={-1}>
            <span class="vh">ENTRYPOINT</span>
          </div>
          {columns.map((column) => (
            <div key={column} class={`mx-head ${column}`} role="columnheader" tabIndex={-1} data-explain={`matrix.cmd.${column}`}>
              <b>{whole(t(`column.${column}`))}</b>
              {value(columnField[column])}
              {column === 'args' && <span class="note">{breakable(t('column.args.note', { value: `CMD ${values.cmdExec}` }))}</span>}
            </div>
          ))}
        </div>
        {rows.map((row) => (
          <div key={row} class="mx-row" role="row" tabIndex={-1}>
            <div class="mx-head" role="rowheader" tabIndex={-1} data-explain={`matrix.entrypoint.${row}`}>
              <b>{whole(t(`row.${row}`))}</b>
              {value(rowField[row])}
              {row === 'flag' && (
                <span class="note">{breakable(t('row.flag.note', { value: `ENTRYPOINT ${values.entrypointExec}` }))}</span>
              )}
            </div>
            {columns.map((column) => {
              const id = cellId(row, column);
              const one = cells.get(id);
              return (
                one && (
                  <Square
                    key={id}
                    id={id}
                    row={row}
                    column={column}
                    cell={one}
                    t={t}
                    locale={locale}
                    busy={busy.has(id)}
                    selected={id === selected}
                    choose={() => setSelected(id)}
                  >
                    {narrow && id === selected && <Detail cell={one} id={id} t={t} locale={locale} alive={alive} />}
                  </Square>
                )
              );
            })}
          </div>
        ))}
      </div>
      <ul class="av-legend">
        <LegendItem kind="entrypoint">{t('mx.legend.entrypoint')}</LegendItem>
        <LegendItem kind="cmd">{t('mx.legend.cmd')}</LegendItem>
        <LegendItem kind="cmd added">{t('mx.legend.added')}</LegendItem>
        <LegendItem kind="lost">{t('mx.legend.lost')}</LegendItem>
      </ul>
      {!narrow && cell && <Detail cell={cell} id={selected} t={t} locale={locale} alive={alive} />}
    </div>
  );
}
