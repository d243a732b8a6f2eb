// The Registry picture in the lab: which transfer, its replay, the two sheets, the requests; or what a transfer would move.

import { OctagonX } from 'lucide-preact';
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { late } from '../late/index.tsx';
import { isSelected, type PictureProps, TitleBlock, useFollow } from '../picture/index.ts';
import { type MachineView, machineOf, type TransferView } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { AskBar, type Asked, firstAsk, useForecast } from './Ask.tsx';
import { Headline } from './Headline.tsx';
import { familiar, type RegistryModel, type Row, registryModel } from './model.ts';
import { Platforms } from './Platforms.tsx';
import { Player } from './Player.tsx';
import { Shelf } from './Shelf.tsx';
import { follow, type Subject, tagBefore, tagsAt, transferSubject } from './subject.ts';
import { sayRow, saySummary, short } from './text.ts';
import { useReplay } from './use-replay.ts';
import { type RegistryWords, registryWords } from './words.ts';

const Sheets = late(async () => (await import('./Sheets.tsx')).Sheets);
const Requests = late(async () => (await import('./Requests.tsx')).Requests);

export function RegistryPicture({ session, locale, view: world, before, machine: name, live, turn }: PictureProps) {
  const t = registryWords(locale);
  const id = useId();
  const view = machineOf(world, name);
  const was = before && machineOf(before, name);
  const [subject, setSubject] = useFollow<MachineView, Subject>(follow, view, was);
  const [asked, setAsked] = useState<Asked | undefined>();
  const forecast = useForecast(session, subject === asked?.kind ? asked : undefined, view);
  const past = view.remote.transfers.find((one) => transferSubject(one) === subject);
  const transfer = past ?? (subject === 'push' || subject === 'pull' ? forecast.answer?.transfer : undefined);
  const model = useMemo(() => {
    if (transfer === undefined) return undefined;
    const isForecast = past === undefined;
    const tags = tagsAt(view, transfer.domain, transfer.path);
    const earlier = isForecast ? tags.get(transfer.reference) : tagBefore(world, before, view.name, transfer);
    return registryModel(transfer, {
      machine: view,
      tags,
      forecast: isForecast && transfer.failure === undefined,
      ...(earlier === undefined ? {} : { before: earlier }),
    });
  }, [transfer, past, view, world, before]);
  const fresh = useFresh(view, was, past);
  const replay = useReplay(`${view.name} ${subject} ${model?.phase}`, model?.steps ?? 0, fresh && model?.phase === 'done');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [hot, setHot] = useState<string | undefined>();
  const [pane, setPane] = useState<'blobs' | 'requests'>('blobs');
  const ask = (next: Asked): void => {
    setAsked(next);
    setSubject(next.kind);
  };
  const toggle = (key: string): void => {
    const row = model?.rows.find((one) => one.key === key);
    const opening = !open.has(key);
    setOpen(new Set(opening ? [...open, key] : [...open].filter((one) => one !== key)));
    if (opening && row !== undefined) session.selected.value = { ...idOf(row, model), machine: view.name };
  };
  const at = model?.phase === 'done' ? replay.at : (model?.steps ?? 0);
  return (
    <>
      <div class="pic-bar rgp-bar">
        <Chooser
          view={view.remote.transfers}
          subject={subject}
          t={t}
          choose={(next) => (next === 'push' || next === 'pull' ? askFirst(next) : setSubject(next))}
        />
        {model?.phase === 'done' && model.steps > 0 && <Player replay={replay} steps={model.steps} t={t} />}
      </div>
      {asked !== undefined && subject === asked.kind && (
        <AskBar
          session={session}
          view={view}
          t={t}
          asked={asked}
          live={live}
          line={forecast.answer?.exit === 0 ? forecast.answer.line : undefined}
          ask={ask}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet rgp" aria-label={locale === 'zh' ? '镜像仓库' : 'Registry'} tabIndex={0} data-pane={pane}>
        {past === undefined && model === undefined && (
          <Nothing
            t={t}
            subject={subject}
            failure={forecast.failure}
            refused={past === undefined && model === undefined ? forecast.answer?.failure : undefined}
            view={view}
            ask={ask}
            waiting={asked !== undefined && subject === asked.kind}
          />
        )}
        {model !== undefined && (
          <div class="rgp-body">
            {past !== undefined && (
              <fieldset class="seg rgp-panes">
                <legend class="vh">{t('choose')}</legend>
                {(['blobs', 'requests'] as const).map((one) => (
                  <label key={one}>
                    <input type="radio" name={id} checked={pane === one} onChange={() => setPane(one)} />
                    <span>{t(`tab.${one}`)}</span>
                  </label>
                ))}
              </fieldset>
            )}
            <div class="rgp-main">
              <Headline model={model} view={view} t={t} />
              {model.index && <Platforms key={model.index.digest} index={model.index} name={model.name} t={t} />}
              {model.rows.length > 0 && (
                <Sheets
                  model={model}
                  view={view}
                  t={t}
                  at={at}
                  playing={replay.playing}
                  open={open}
                  toggle={toggle}
                  hot={hot}
                  point={setHot}
                  chosen={(row) => [row.key, row.diffID].some((id) => isSelected(session.selected.value, id))}
                  chosenTag={(tag, side) => {
                    const selected = session.selected.value;
                    return selected?.kind === 'tag' && selected.id === (side === 'here' ? tag : familiarTag(model, tag));
                  }}
                  chooseTag={(tag, side) => {
                    session.selected.value = { kind: 'tag', id: side === 'here' ? tag : familiarTag(model, tag), machine: view.name };
                  }}
                />
              )}
            </div>
            {past !== undefined && <Requests model={model} t={t} hot={hot} point={setHot} until={until(model, at)} />}
          </div>
        )}
        <p class="vh" role="status">
          {model && spoken(model, at, replay.playing, t)}
        </p>
      </section>
      <TitleBlock locale={locale} live={live} turn={turn} facts={model ? factsOf(model, t) : []} />
    </>
  );

  function askFirst(kind: 'push' | 'pull'): void {
    const first = asked?.kind === kind ? asked : firstAsk(kind, view);
    if (first !== undefined) ask(first);
  }
}

/** Whether a transfer is newer than all that this picture has shown; views may come while a command runs, and again after it. */
function useFresh(view: MachineView, was: MachineView | undefined, past: TransferView | undefined): boolean {
  const seen = useRef(new Map<string, number>());
  const last = seen.current.get(view.name) ?? (was ?? view).remote.transfers.at(-1)?.number ?? 0;
  useEffect(() => {
    seen.current.set(view.name, past?.ended === undefined ? last : Math.max(last, past.number));
  });
  return past !== undefined && past.number > last;
}

interface ChooserProps {
  readonly view: readonly TransferView[];
  readonly subject: Subject | undefined;
  readonly t: RegistryWords;
  choose(subject: Subject): void;
}

function Chooser({ view, subject, t, choose }: ChooserProps) {
  return (
    <label class="choose">
      <span class="vh">{t('choose')}</span>
      <select value={subject ?? ''} onChange={(event) => choose(event.currentTarget.value as Subject)}>
        {subject === undefined && <option value="">{t('choose')}</option>}
        {view.length > 0 && (
          <optgroup label={t('choose.transfers')}>
            {[...view].reverse().map((one) => (
              <option key={one.number} value={transferSubject(one)}>
                {`${one.number} ${t(`kind.${one.kind}`)} ${familiar(one).replace(/(sha256:.{7}).*/, '$1…')}${one.failure === undefined ? '' : ` · ${t('ended.failed')}`}${one.ended === undefined ? ` · ${t('ended.going')}` : ''}`}
              </option>
            ))}
          </optgroup>
        )}
        <option value="shelf">{t('choose.shelf')}</option>
        <optgroup label={t('choose.forecasts')}>
          <option value="push">{t('choose.push')}</option>
          <option value="pull">{t('choose.pull')}</option>
        </optgroup>
      </select>
    </label>
  );
}

interface NothingProps {
  readonly t: RegistryWords;
  readonly subject: Subject | undefined;
  readonly failure: string | undefined;
  /** What the command would print before it asks a registry anything. */
  readonly refused: string | undefined;
  readonly view: ReturnType<typeof machineOf>;
  readonly waiting: boolean;
  ask(asked: Asked): void;
}

function Nothing({ t, subject, failure, refused, view, ask, waiting }: NothingProps) {
  if (failure !== undefined) return <p class="empty-picture">{t(failure === 'registry.slow' ? 'ask.slow' : 'ask.bad')}</p>;
  if (refused !== undefined)
    return (
      <div class="rgp-body">
        <div class="rgp-failed" data-explain="registry.refused">
          <OctagonX aria-hidden="true" />
          <code>{refused}</code>
        </div>
      </div>
    );
  if (waiting || subject === 'push' || subject === 'pull')
    return (
      <p class="empty-picture" role="status">
        {t('ask.wait')}
      </p>
    );
  return (
    <div class="rgp-empty">
      {view.remote.transfers.length === 0 && (
        <p class="empty-picture">
          <Inline text={t('empty')} />
        </p>
      )}
      <Shelf view={view} t={t} ask={(reference) => ask({ kind: 'pull', reference })} />
      {!view.remote.registries.some(({ kind }) => kind !== 'hub') && (
        <p class="empty-picture rgp-own">
          <Inline text={t('empty.local')} />
        </p>
      )}
    </div>
  );
}

function idOf(row: Row, model: RegistryModel | undefined): { kind: 'layer' | 'manifest' | 'image'; id: string } {
  if (row.kind === 'config') return { kind: 'image', id: model?.keepsBlobs ? (model.target ?? row.key) : row.key };
  return row.kind === 'layer' ? { kind: 'layer', id: row.diffID ?? row.key } : { kind: 'manifest', id: row.key };
}

function familiarTag({ host, path }: RegistryModel, tag: string): string {
  return familiar({ domain: host, path, reference: tag });
}

/** The whole in a sentence; while it is stepped through by hand, the blob whose turn it was. */
function spoken(model: RegistryModel, at: number, playing: boolean, t: RegistryWords): string {
  const row = at > 0 && at < model.steps && !playing ? model.rows.find(({ step }) => step === at - 1) : undefined;
  return row === undefined ? saySummary(model, t) : `${t('at', { n: at, all: model.steps })}${t('colon')}${sayRow(row, model, t)}`;
}

/** How many requests have been made once so many blobs have had their turn. */
function until({ rows, steps, requests }: RegistryModel, at: number): number {
  if (at >= steps) return requests.length;
  return Math.max(0, ...rows.filter(({ step }) => step < at).flatMap((row) => row.requests));
}

function factsOf({ sums, kind, requests, more, target }: RegistryModel, t: RegistryWords): (readonly [string, string])[] {
  const value = ({ count, bytes }: { readonly count: number; readonly bytes: number }) =>
    t('fact.value', { n: count, size: formatBytes(bytes) });
  return [
    [t(`fact.moved.${kind}`), value(sums.moved)],
    ...(sums.exists.count > 0 ? ([[t(kind === 'push' ? 'fact.exists' : 'fact.exists.pull'), value(sums.exists)]] as const) : []),
    ...(sums.mounted.count > 0 ? ([[t('fact.mounted'), value(sums.mounted)]] as const) : []),
    [t('fact.requests'), String(requests.length + more)],
    ...(target === undefined ? [] : ([[t('fact.digest'), short(target, 12)]] as const)),
  ];
}
