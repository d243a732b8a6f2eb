// What happened at one step: why it ran, the inputs that differ side by side, what it changed, made and wrote.
import { formatBytes } from '../../i18n/index.ts';
import { instruction } from '../picture/instruction.ts';
import type { Session } from '../session/index.ts';
import type { BuildPoint, LogLineView } from '../session/queries/build.ts';
import type { CauseView, ChangeView, SourceFileView } from '../session/view/index.ts';
import type { BuildModel, Station } from './model.ts';
import { causeLines, sayMark, shownMode, shownSeconds } from './text.ts';
import { useAnswer } from './use-answer.ts';
import type { BuildWords } from './words.ts';

interface Props {
  readonly session: Session;
  readonly point: BuildPoint;
  readonly model: BuildModel;
  readonly station: Station;
  readonly t: BuildWords;
  readonly proceed?: () => void;
  readonly busy: boolean;
}

export function StepTab({ session, point, model, station, t, proceed, busy }: Props) {
  const key = `${point.build} ${station.key}`;
  const log = useAnswer(session, 'build.log', station.logged ? key : undefined, point);
  const at = useAnswer(session, 'build.at', station.known ? key : undefined, point);
  const { bed, image, seconds, error } = station;
  return (
    <>
      <h3>{t('build.why')}</h3>
      <p class={`verdict m-${station.mark}`}>{sayMark(station, model, t)}</p>
      <Why station={station} t={t} />
      {error !== undefined && <p class="bpx-call failed">{error}</p>}
      {(bed !== undefined || image !== undefined || (seconds !== undefined && seconds >= 0.05)) && (
        <dl>
          {bed && <Fact name={t('build.detail.layer')} value={bed.diffID} note={formatBytes(bed.size)} />}
          {bed && bed.chainID !== bed.diffID && <Fact name={t('build.detail.chain')} value={bed.chainID} />}
          {image !== undefined && <Fact name={t('build.detail.image')} value={image} />}
          {seconds !== undefined && seconds >= 0.05 && <Fact name={t('build.detail.time')} value={`${shownSeconds(seconds)} s`} />}
        </dl>
      )}
      {station.instruction !== 'FROM' && at.answer && (
        <>
          <h3>{t('build.changes')}</h3>
          <Changes changes={at.answer.changes} more={at.answer.moreChanges} none={t('build.changes.none')} t={t} />
        </>
      )}
      {(station.mark === 'ran' || station.mark === 'missed' || station.mark === 'because' || station.mark === 'failed') && (
        <>
          <h3>{t('build.log')}</h3>
          {station.logged ? (
            log.answer && <Log lines={log.answer.lines} cut={log.answer.cut} t={t} />
          ) : (
            <p class="quiet">{t('build.log.none')}</p>
          )}
        </>
      )}
      {proceed && (
        <div class="go">
          <button type="button" class="btn sm" disabled={busy} onClick={proceed}>
            {busy ? t('build.rehearsing') : t('build.continue')}
          </button>
          <p class="quiet">{t('build.continue.note')}</p>
        </div>
      )}
    </>
  );
}

function Why({ station: { mark, cause }, t }: { readonly station: Station; readonly t: BuildWords }) {
  if (mark === 'cached' || mark === 'base' || mark === 'config' || mark === 'unneeded' || mark === 'waiting')
    return <p class="quiet">{t(`build.why.${mark}`)}</p>;
  if (cause === undefined) return null;
  if (cause.kind === 'instruction-changed') return <Pair before={instruction(cause.before)} now={instruction(cause.now)} t={t} />;
  if (cause.kind === 'environment')
    return (
      <>
        {cause.variables.map(({ name, before, now }) => (
          <Pair
            key={name}
            title={name}
            before={before === undefined ? t('build.detail.none') : before || '""'}
            now={now === undefined ? t('build.detail.none') : now || '""'}
            t={t}
          />
        ))}
      </>
    );
  if (cause.kind === 'files' && cause.files.length > 0) return <Files cause={cause} t={t} />;
  return <p class="quiet">{causeLines(cause, t)[0]}</p>;
}

function Files({ cause, t }: { readonly cause: Extract<CauseView, { kind: 'files' }>; readonly t: BuildWords }) {
  return (
    <>
      {cause.files.map(({ path, before, now }) => (
        <Pair key={path} title={path} before={fileText(before, t)} now={fileText(now, t)} t={t} />
      ))}
      {cause.more > 0 && <p class="quiet">{t(cause.more === 1 ? 'build.cause.more.one' : 'build.cause.more', { n: cause.more })}</p>}
    </>
  );
}

function fileText(file: SourceFileView | undefined, t: BuildWords): string {
  if (file === undefined) return t('build.detail.none');
  if (file.target !== undefined) return `→ ${file.target}`;
  const parts = [
    file.size === undefined ? file.kind : formatBytes(file.size),
    t('build.detail.mode', { mode: shownMode(file.mode) }),
    ...(file.digest === undefined ? [] : [file.digest.replace(/^sha256:/, '').slice(0, 12)]),
  ];
  return parts.join(' · ');
}

function Pair({
  title,
  before,
  now,
  t,
}: {
  readonly title?: string;
  readonly before: string;
  readonly now: string;
  readonly t: BuildWords;
}) {
  return (
    <div class="pair">
      {title !== undefined && <code>{title}</code>}
      <span class="old">
        <span class="vh">{t('build.detail.before')}: </span>
        <b aria-hidden="true">−</b> {before}
      </span>
      <span class="new">
        <span class="vh">{t('build.detail.now')}: </span>
        <b aria-hidden="true">+</b> {now}
      </span>
    </div>
  );
}

function Fact({ name, value, note }: { readonly name: string; readonly value: string; readonly note?: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>
        <code>{value.startsWith('sha256:') ? value.slice(7, 19) : value}</code>
        {note !== undefined && <span> {note}</span>}
      </dd>
    </>
  );
}

interface ChangesProps {
  readonly changes: readonly ChangeView[];
  readonly more?: number;
  readonly none: string;
  readonly t: BuildWords;
}

const few = 12;

export function Changes({ changes, more = 0, none, t }: ChangesProps) {
  if (changes.length === 0) return <p class="quiet">{none}</p>;
  const rest = more + Math.max(0, changes.length - few);
  return (
    <ul class="changes">
      {changes.slice(0, few).map(({ kind, path, size }) => (
        <li key={path}>
          <span class={`kind ${kind}`}>{kind}</span>
          <code title={path}>{path}</code>
          {size !== undefined && <span class="num">{formatBytes(size)}</span>}
        </li>
      ))}
      {rest > 0 && <li class="quiet">{t('build.changes.more', { n: rest })}</li>}
    </ul>
  );
}

function Log({ lines, cut, t }: { readonly lines: readonly LogLineView[]; readonly cut: boolean; readonly t: BuildWords }) {
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <pre class="log" tabIndex={0}>
        {lines.map((line, index) => (
          <span key={index} class={line.stream}>
            {line.text}
          </span>
        ))}
      </pre>
      {cut && <p class="quiet">{t('build.log.cut')}</p>}
    </>
  );
}
