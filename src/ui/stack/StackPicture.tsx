// The Stack picture in the lab: which image or container, its layers, a core through them, the panels, the title block.

import { KeyRound } from 'lucide-preact';
import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { formatBytes } from '../../i18n/index.ts';
import { late } from '../late/index.tsx';
import { type PictureProps, type Selected, TitleBlock, useFollow } from '../picture/index.ts';
import { type MachineView, machineOf } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { Bar, type PanelKind } from './Bar.tsx';
import { drill } from './core.ts';
import { all, type Leak, type StackModel } from './model.ts';
import { Stack } from './Stack.tsx';
import { modelOf, newLayers, selectedSubject } from './shown.ts';
import { containerSubject, follow, imageSubject, type Subject } from './subject.ts';
import { percent, sayCore, sayCounts, sayLeak } from './text.ts';
import { MOST_MARKS, newChanges, newWhiteouts, type Told, toTell } from './told.ts';
import { useQuery } from './use-query.ts';
import { type StackWords, stackWords } from './words.ts';

const WastePanel = late(async () => (await import('./WastePanel.tsx')).WastePanel);
const FindPanel = late(async () => (await import('./FindPanel.tsx')).FindPanel);
const PathPanel = late(async () => (await import('./PathPanel.tsx')).PathPanel);

/** The path of the core, and whether the learner chose it or the last command did. */
interface Chosen {
  readonly path: string;
  readonly by: 'learner' | 'command';
}

export function StackPicture({ session, view: world, before: worldBefore, machine: name, locale, live, turn, marked }: PictureProps) {
  const t = stackWords(locale);
  const view = machineOf(world, name);
  const before = worldBefore && machineOf(worldBefore, name);
  const [subject, setSubject] = useFollow<MachineView, Subject>(follow, view, before);
  const [chosen, setChosen] = useState<Chosen | undefined>();
  const [panel, setPanel] = useState<PanelKind | undefined>();
  const [reading, setReading] = useState<string | undefined>();
  const fresh = useMemo(() => newLayers(view, before), [view, before]);
  const model = useMemo(() => (subject === undefined ? undefined : modelOf(view, subject)), [view, subject]);
  const { told, many } = useMemo(() => whatMoved(view, before, model, fresh), [view, before, model, fresh]);
  const selected = session.selected.value;
  const own = useRef<Selected | undefined>();

  // What a command did to a file is drilled by itself, unless the learner has drilled something.
  useEffect(() => {
    setChosen((was) => (was?.by === 'learner' ? was : told ? { path: told.path, by: 'command' } : was));
  }, [told]);
  useEffect(() => {
    if (!selected || selected === own.current || (selected.machine !== undefined && selected.machine !== view.name)) return;
    if (selected.kind === 'path') {
      setChosen({ path: selected.id, by: 'learner' });
      setPanel('path');
    } else {
      const wanted = selectedSubject(view, subject, selected);
      if (wanted !== undefined) setSubject(wanted);
    }
  }, [selected, view]);

  const select = (one: Selected) => {
    own.current = one;
    session.selected.value = one;
  };
  const onPath = useCallback(
    (path: string | undefined, blame: boolean) => {
      setChosen(path === undefined ? undefined : { path, by: 'learner' });
      setReading(undefined);
      setPanel((was) => (path === undefined ? (was === 'path' ? undefined : was) : blame || was === undefined ? 'path' : was));
      if (path !== undefined) select({ kind: 'path', id: path, machine: view.name });
    },
    [session, view.name],
  );
  const onSubject = (next: Subject) => {
    setSubject(next);
    const [kind, ...id] = next.split(':');
    select({ kind: kind === 'container' ? 'container' : 'image', id: id.join(':'), machine: view.name });
  };
  const read = (path: string, at: string) => {
    setChosen({ path, by: 'learner' });
    setPanel('path');
    setReading(at);
    select({ kind: 'path', id: path, machine: view.name });
  };

  const path = chosen?.path;
  const asked = model && { image: model.id, ...(model.container === undefined ? {} : { container: model.container }) };
  const history = useQuery(session, 'stack.blame', path === undefined || !asked ? undefined : { ...asked, path }, world);
  const core = useMemo(() => (model && path !== undefined ? drill(model, path, history.answer) : undefined), [model, path, history.answer]);
  const close = () => setPanel(undefined);
  const leak = model?.leaks[0];

  return (
    <>
      {(view.images.length > 0 || view.containers.length > 0) && (
        <Bar
          view={view}
          t={t}
          subject={subject}
          onSubject={onSubject}
          path={path}
          onPath={(typed) => onPath(typed, true)}
          panel={panel}
          onPanel={setPanel}
        />
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet" aria-label={t('label', { name: model?.name ?? '' })} tabIndex={0}>
        {model && leak && <LeakNotice leak={leak} others={model.leaks.length - 1} t={t} onRead={() => read(leak.path, leak.chainID)} />}
        {model && (
          <Stack
            key={subject}
            session={session}
            model={model}
            t={t}
            core={core}
            told={told}
            fresh={fresh}
            marked={marked}
            selected={selected}
            onLayer={(diffID) => select({ kind: 'layer', id: diffID, machine: view.name })}
            onPath={onPath}
          />
        )}
        {view.images.length === 0 && (
          <p class="empty-picture">
            <Inline text={t('empty')} />
          </p>
        )}
      </section>
      <p class="vh" role="status">
        {[model && sayNew(model, fresh, told, t), core && sayCore(core, t)].filter(Boolean).join(' ')}
      </p>
      {model && panel === 'path' && path !== undefined && (
        <PathPanel
          session={session}
          t={t}
          model={model}
          path={path}
          history={history}
          reading={reading}
          onRead={setReading}
          onClose={close}
          moment={world}
        />
      )}
      {model && asked && panel === 'find' && (
        <FindPanel session={session} t={t} model={model} subject={asked} onHit={read} onClose={close} moment={world} />
      )}
      {model && panel === 'waste' && (
        <WastePanel t={t} waste={model.waste} path={path} onPath={(one) => onPath(one, false)} onClose={close} />
      )}
      {many && <i class="stk-flash" key={turn} aria-hidden="true" />}
      <TitleBlock locale={locale} live={live} turn={turn} facts={model ? factsOf(model, t) : []} />
    </>
  );
}

function LeakNotice({
  leak,
  others,
  t,
  onRead,
}: {
  readonly leak: Leak;
  readonly others: number;
  readonly t: StackWords;
  readonly onRead: () => void;
}) {
  return (
    <div class="stk-leak" data-explain="stack.leak">
      <KeyRound aria-hidden="true" />
      <p>
        {sayLeak(leak, t)} {others > 0 && t('leak.more', { n: others })}
      </p>
      <button type="button" class="btn sm" onClick={onRead}>
        {t('leak.read')}
      </button>
    </div>
  );
}

function factsOf(model: StackModel, t: StackWords): (readonly [string, string])[] {
  const { waste } = model;
  return [
    [t('fact.image'), model.name],
    [t('fact.size'), formatBytes(model.size)],
    ...(waste
      ? ([
          [t('fact.efficiency'), percent(waste.efficiency)],
          [t('fact.wasted'), formatBytes(waste.wasted)],
        ] as const)
      : []),
  ];
}

type View = ReturnType<typeof machineOf>;

/** What the last command did to files of what is shown; `many`: too much for anything to move. */
function whatMoved(
  view: View,
  before: View | undefined,
  model: StackModel | undefined,
  fresh: ReadonlySet<string>,
): { told?: Told; many: boolean } {
  if (!before || !model) return { many: false };
  const container = view.containers.find((one) => containerSubject(one.id) === containerSubject(model.container ?? ''));
  const image = view.images.find((one) => imageSubject(one.id) === imageSubject(model.id));
  const changes = container
    ? newChanges(
        container,
        before.containers.find((one) => one.id === container.id),
      )
    : image
      ? newWhiteouts(image, fresh)
      : [];
  const layers = model.beds.filter((bed) => fresh.has(bed.key)).reduce((sum, bed) => sum + all(bed.counts), 0);
  const told = toTell(changes);
  return { ...(told ? { told } : {}), many: changes.length > MOST_MARKS || layers > MOST_MARKS };
}

/** What is new, for those who do not see it move. */
function sayNew(model: StackModel, fresh: ReadonlySet<string>, told: Told | undefined, t: StackWords): string {
  const beds = model.beds.filter((bed) => fresh.has(bed.key));
  const [bed] = beds;
  const parts: string[] = [];
  if (bed)
    parts.push(
      beds.length === 1 ? t('say.fresh.one', { code: bed.code, counts: sayCounts(bed.counts, t) }) : t('say.fresh', { n: beds.length }),
    );
  if (told?.kind === 'copyup') parts.push(t('say.copyup', { path: told.path, code: model.codes[told.from ?? ''] ?? '' }));
  return parts.join(' ');
}
