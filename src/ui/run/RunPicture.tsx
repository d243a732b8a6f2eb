// The Run picture in the lab: which container, its three bands, the browser pane, the title block.
import { late } from '../late/index.tsx';
import './run.css';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { words } from '../../i18n/index.ts';
import { type PictureProps, TitleBlock, useFollow, useGrey } from '../picture/index.ts';
import { type ContainerRunView, type LabView, type MachineView, machineOf } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { ArgvBand } from './ArgvBand.tsx';
import { House } from './House.tsx';
import { type RunModel, runModel } from './model.ts';
import { NO_NEWS, newsOf } from './news.ts';
import { follow } from './subject.ts';
import { TimeBand } from './TimeBand.tsx';
import { saySummary } from './text.ts';
import { useNow } from './use-now.ts';
import { type RunWords, runWords } from './words.ts';

const Browser = late(async () => (await import('../browser/index.ts')).Browser);

/** More changed marks than this do not move. */
const MOVES = 40;

export function RunPicture({ session, view: world, before: worldBefore, machine: name, locale, live, turn }: PictureProps) {
  const t = runWords(locale);
  const grey = useGrey();
  const view = machineOf(world, name);
  const before = worldBefore && machineOf(worldBefore, name);
  const [subject, setSubject] = useFollow<MachineView, string>(follow, view, before, chosen(session.selected.value, view));
  const [port, setPort] = useState<number | undefined>();
  const picked = chosen(session.selected.value, view);
  useEffect(() => {
    if (picked !== undefined) setSubject(picked);
  }, [picked]);
  const container = view.run.containers.find(({ id }) => id === subject);
  const running = container !== undefined && (container.state === 'running' || container.state === 'restarting');
  const now = useNow(session, world.now, live && running);
  const layer = view.containers.find(({ id }) => id === subject);
  const model = useMemo(() => container && runModel(container, layer, now), [container, layer, now]);
  const fresh = useMemo(() => freshPids(container, before), [container, before]);
  const news = useMemo(() => (live ? newsOf(container?.id, view, before) : NO_NEWS), [container, view, before, live]);
  const choose = (id: string) => {
    setSubject(id);
    session.selected.value = { kind: 'container', id, machine: name };
  };
  return (
    <>
      {view.run.containers.length > 0 && (
        <div class="pic-bar">
          <label class="choose">
            <span class="vh">{t('run.choose')}</span>
            <select value={subject} onChange={(event) => choose(event.currentTarget.value)}>
              {view.run.containers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.state === 'removed' ? t('run.option.removed', { name: one.name }) : one.name}
                </option>
              ))}
            </select>
          </label>
          {container && (
            <span class={`run-state ${container.state}`} {...grey(`container ${container.name}`, `events ${container.name}`)}>
              {t(`state.${container.state}`)}
            </span>
          )}
          {container && <code class="run-image">{container.imageRef}</code>}
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet" aria-label={words(locale)('picture.run')} tabIndex={0}>
        {model ? (
          <div class="run">
            <ArgvBand model={model} t={t} />
            <House model={model} session={session} t={t} live={live} fresh={fresh} news={news} browse={setPort} />
            {port !== undefined && (
              <Browser
                key={port}
                session={session}
                locale={locale}
                machine={name}
                url={`http://localhost:${port}/`}
                close={() => setPort(undefined)}
              />
            )}
            <TimeBand model={model} t={t} since={since(worldBefore, model)} />
            <p class="vh" role="status">
              {saySummary(model, t)}
            </p>
          </div>
        ) : (
          <p class="empty-picture">
            <Inline text={t('run.empty')} />
          </p>
        )}
      </section>
      <TitleBlock locale={locale} live={live} turn={turn} facts={model ? factsOf(model, t) : []} />
    </>
  );
}

function chosen(selected: PictureProps['session']['selected']['value'], view: MachineView): string | undefined {
  if (selected?.kind !== 'container') return undefined;
  return view.run.containers.find(({ id }) => id.startsWith(selected.id))?.id;
}

function freshPids(container: ContainerRunView | undefined, before: MachineView | undefined): ReadonlySet<number> {
  const old = before?.run.containers.find(({ id }) => id === container?.id);
  if (container === undefined || old === undefined) return new Set();
  const known = new Set(old.processes.map(({ pid }) => pid));
  const made = container.processes.filter(({ pid }) => !known.has(pid));
  return new Set(made.length > MOVES ? [] : made.map(({ pid }) => pid));
}

/** Events after this are new; undefined when there are too many of them to move. */
function since(before: LabView | undefined, { container }: RunModel): number | undefined {
  if (before === undefined) return undefined;
  return container.events.filter(({ at }) => at > before.now).length > MOVES ? undefined : before.now;
}

function factsOf({ container, first, alive, processes }: RunModel, t: RunWords): (readonly [string, string])[] {
  const { name, state, health, exitCode, oomKilled, restartCount } = container;
  return [
    [t('fact.container'), name],
    [t('fact.state'), t(`state.${state}`)],
    ...(alive && first ? ([[t('fact.first'), first.command]] as const) : []),
    ...(alive ? ([[t('fact.processes'), String(processes.length)]] as const) : []),
    ...(alive && health ? ([[t('fact.health'), t(`health.${health.status}`)]] as const) : []),
    ...(alive || state === 'created'
      ? []
      : ([[t('fact.exit'), oomKilled ? t('fact.exit.oom', { code: exitCode }) : String(exitCode)]] as const)),
    ...(restartCount > 0 ? ([[t('fact.restarts'), String(restartCount)]] as const) : []),
  ];
}
