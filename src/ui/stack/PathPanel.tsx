// The history of a path as a table, and a look into the file at any of its layers.
import { formatBytes } from '../../i18n/index.ts';
import { paint } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import type { PathHistory, PathState } from '../session/queries/stack.ts';
import { FileContents } from './FileContents.tsx';
import { type HistoryRow, historyRows, modeText, ownerText } from './history.ts';
import type { StackModel } from './model.ts';
import { Panel } from './Panel.tsx';
import type { Asked } from './use-query.ts';
import type { StackWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly t: StackWords;
  readonly model: StackModel;
  readonly path: string;
  readonly history: Asked<PathHistory>;
  /** chainID of the layer whose copy is read; `container` for the writable layer. */
  readonly reading: string | undefined;
  readonly onRead: (at: string | undefined) => void;
  readonly onClose: () => void;
  readonly moment: unknown;
}

export function PathPanel({ session, t, model, path, history, reading, onRead, onClose, moment }: Props) {
  const rows = history.answer ? historyRows(history.answer, model.codes) : [];
  const at = rows.find((row) => row.key === reading && row.step.now);
  const shown = history.answer?.path ?? path;
  return (
    <Panel
      title={<Titled text={t('history.title')} name="{path}" value={shown} />}
      label={t('history.title', { path: shown })}
      t={t}
      onClose={onClose}
    >
      {history.failure !== undefined && <p class="nt">{t('read.failed', { why: history.failure })}</p>}
      {history.answer && rows.length === 0 && <p class="nt">{t('history.none')}</p>}
      {rows.length > 0 && (
        <table class="stk-tab stk-hist" data-explain="stack.blame">
          <caption class="vh">{t('history.caption', { path: shown })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('history.layer')}</th>
              <th scope="col">{t('history.what')}</th>
              <th scope="col" class="wide">
                {t('history.by')}
              </th>
              <th scope="col">{t('history.mode')}</th>
              <th scope="col">{t('history.owner')}</th>
              <th scope="col" class="r">
                {t('history.size')}
              </th>
              <th scope="col">{t('history.seen')}</th>
              <th scope="col">
                <span class="vh">{t('read')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} t={t} reading={row === at} onRead={onRead} />
            ))}
          </tbody>
        </table>
      )}
      {at && <FileContents session={session} t={t} path={shown} at={at.key} code={at.code} container={model.container} moment={moment} />}
    </Panel>
  );
}

function Row({ row, t, reading, onRead }: Pick<Props, 't' | 'onRead'> & { readonly row: HistoryRow; readonly reading: boolean }) {
  const { step, was, fate, by } = row;
  return (
    <tr class={`fate-${fate}${reading ? ' reading' : ''}`}>
      <th scope="row" class="c-layer">
        <LayerChip diffID={row.diffID} code={row.code} t={t} />
      </th>
      <td class="c-what">
        <span class="row">
          <span class={`kind ${step.kind}`} aria-hidden="true">
            {step.kind}
          </span>
          {what(row, t)}
        </span>
      </td>
      <td class="c-by mono wide" title={row.instruction}>
        {row.instruction}
      </td>
      <td class="c-mode mono">{step.now && <Changed now={step.now} was={was} text={({ mode }) => modeText(mode)} />}</td>
      <td class="c-owner mono">{step.now && <Changed now={step.now} was={was} text={ownerText} />}</td>
      <td class="c-size num r">
        {step.now?.size !== undefined && (
          <Changed now={step.now} was={was?.size === undefined ? undefined : was} text={({ size }) => formatBytes(size ?? 0)} />
        )}
      </td>
      <td class="c-seen">{t(FATES[fate], { by: by === '' ? t('history.container') : (by ?? '') })}</td>
      <td class="c-read">
        {step.now && (
          <button type="button" class="btn sm" aria-pressed={reading} onClick={() => onRead(reading ? undefined : row.key)}>
            {t('read')}
          </button>
        )}
      </td>
    </tr>
  );
}

const FATES = {
  now: 'history.now',
  ends: 'history.ends',
  shadowed: 'history.shadowed',
  gone: 'history.gone',
  past: 'history.past',
} as const;

function what({ step }: HistoryRow, t: StackWords): string {
  if (step.kind === 'A') return t('history.A');
  if (step.kind === 'D') return step.by === undefined ? t('history.D') : t('history.D.by', { by: step.by });
  if (step.now?.kind === 'opaque') return t('history.C.opaque');
  return t(step.sameContent ? 'history.C.meta' : 'history.C');
}

interface ChangedProps {
  readonly now: PathState;
  readonly was: PathState | undefined;
  readonly text: (state: PathState) => string;
}

/** A value, with the one before it when it is another. */
function Changed({ now, was, text }: ChangedProps) {
  const old = was && text(was);
  if (old === undefined || old === text(now)) return <>{text(now)}</>;
  return (
    <>
      <s>{old}</s> → <b>{text(now)}</b>
    </>
  );
}

/** A layer's swatch and code; the writable layer has neither. */
export function LayerChip({
  diffID,
  code,
  t,
}: {
  readonly diffID: string | undefined;
  readonly code: string | undefined;
  readonly t: StackWords;
}) {
  if (diffID === undefined || code === undefined) return <span class="stk-chip rw">{t('history.container')}</span>;
  const { hue, tone } = paint(diffID);
  return (
    <span class="stk-chip lay" style={{ '--h': String(hue) }} data-tone={tone}>
      <i aria-hidden="true" />
      {code}
    </span>
  );
}

/** A sentence with one value set in code. */
export function Titled({ text, name, value }: { readonly text: string; readonly name: string; readonly value: string }) {
  const [before, after] = text.split(name);
  return (
    <>
      {before}
      <code>{value}</code>
      {after}
    </>
  );
}
