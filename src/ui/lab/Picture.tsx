// The picture pane: which drawing. Stack and fence are there at once; the others are loaded when first opened.
import { ChartNoAxesGantt, Cloud, Columns3, Cpu, Database, History, Layers } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Locale, words } from '../../i18n/index.ts';
import * as fence from '../fence/index.ts';
import type { Kind, PictureModule } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import { type MachineView, machineOf } from '../session/view/index.ts';
import * as stack from '../stack/index.ts';
import { TabList } from './TabList.tsx';
import type { GoalPicture, Wanted } from './use-goal.ts';

/** Components, not elements: one element for all drawings would keep the first of them, and all since, by its parent. */
const icons: Readonly<Record<Kind, typeof Layers>> = {
  stack: Layers,
  store: Database,
  build: ChartNoAxesGantt,
  run: Cpu,
  registry: Cloud,
  fence: Columns3,
};

/** A picture that is not here does not exist yet, and has no tab. */
const modules: Partial<Record<Kind, PictureModule | (() => Promise<PictureModule>)>> = {
  stack,
  store: () => import('../store/index.ts'),
  build: () => import('../build/index.ts'),
  run: () => import('../run/index.ts'),
  registry: () => import('../registry/index.ts'),
  fence,
};

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly first: Kind;
  readonly marked?: ReadonlySet<string>;
  /** A picture to open; a new object asks anew. */
  readonly wanted?: Wanted;
  /** The goal, shown beside the machines. */
  readonly goal?: GoalPicture;
  /** Controls at the end of the row of tabs. */
  readonly children?: ComponentChildren;
}

export function Picture({ session, locale, first, marked, wanted, goal, children }: Props) {
  const t = words(locale);
  const [kind, setKind] = useState<Kind>(first);
  const { view, before, live, point } = session.shown.value;
  const loaded = useModule(kind);
  const fresh = useUnseen(session, kind);
  useEffect(() => {
    if (wanted) setKind(wanted.kind);
  }, [wanted]);
  const all = Object.keys(modules) as Kind[];
  // The front page begins with the last one, which a phone's row would hide.
  const order = first === 'fence' ? [first, ...all.filter((id) => id !== first)] : all;
  const own = loaded && view && (
    <loaded.Picture
      key={`${kind} ${session.id}`}
      session={session}
      locale={locale}
      view={view}
      before={before}
      machine={session.machine.value}
      live={live}
      turn={point}
      {...(marked ? { marked } : {})}
    />
  );
  return (
    <section class="picture" aria-label={t('picture.label')}>
      <h2 class="vh">{t('picture.label')}</h2>
      <div class="tabs">
        <TabList
          label={t('picture.label')}
          id="picture"
          selected={kind}
          onSelect={setKind}
          tabs={order.map((id) => {
            const Icon = icons[id];
            return {
              id,
              icon: <Icon aria-hidden="true" />,
              text: t(`picture.${id}`),
              title: t(`picture.${id}.say`),
              ...(fresh.has(id) ? { badge: t('lab.tab.new') } : {}),
            };
          })}
        />
        {children && <div class="end">{children}</div>}
      </div>
      {!live && (
        <div class="past-bar" role="status">
          <History aria-hidden="true" />
          <span>{t('lab.past', { n: point ?? 0, now: session.timeline.value.head })}</span>
          <button type="button" class="btn sm" onClick={() => void session.look(undefined)}>
            {t('lab.now')}
          </button>
        </div>
      )}
      <div class="picture-panel" role="tabpanel" id="picture-panel" aria-labelledby={`picture-${kind}`}>
        {loaded && goal && own ? (
          <goal.Beside key={kind} Picture={loaded.Picture} locale={locale} session={session} goal={goal}>
            {own}
          </goal.Beside>
        ) : (
          (own ?? (
            <p class="label picture-loading" role="status">
              {t('picture.loading')}
            </p>
          ))
        )}
      </div>
    </section>
  );
}

/** Which part of a machine each picture is about. */
const about: Readonly<Partial<Record<Kind, (machine: MachineView) => unknown>>> = {
  store: ({ store }) => store,
  build: ({ builds }) => builds,
  run: ({ run }) => run,
  registry: ({ remote }) => remote,
};

/** Pictures that have changed since they were last seen. */
function useUnseen(session: Session, open: Kind): ReadonlySet<Kind> {
  const [unseen, setUnseen] = useState<ReadonlySet<Kind>>(new Set());
  const view = session.view.value;
  const machine = session.machine.value;
  const last = useRef<{ readonly machine: string; readonly parts: ReadonlyMap<Kind, string> }>();
  useEffect(() => {
    if (!view) return;
    const now = machineOf(view, machine);
    const parts = new Map((Object.keys(about) as Kind[]).map((kind) => [kind, JSON.stringify(about[kind]?.(now))]));
    const was = last.current;
    last.current = { machine, parts };
    if (was?.machine !== machine) return;
    const changed = [...parts.keys()].filter((kind) => modules[kind] !== undefined && parts.get(kind) !== was.parts.get(kind));
    if (changed.length > 0) setUnseen((known) => new Set([...known, ...changed]));
  }, [view, machine]);
  useEffect(() => setUnseen((known) => (known.has(open) ? new Set([...known].filter((kind) => kind !== open)) : known)), [open, view]);
  return unseen;
}

/** The picture's module: at once when it is here, else as soon as it has been fetched. */
function useModule(kind: Kind): PictureModule | undefined {
  const entry = modules[kind];
  const [fetched, setFetched] = useState<Partial<Record<Kind, PictureModule>>>({});
  useEffect(() => {
    if (typeof entry !== 'function' || fetched[kind]) return;
    let gone = false;
    void entry().then((module) => {
      if (!gone) setFetched((was) => ({ ...was, [kind]: module }));
    });
    return () => {
      gone = true;
    };
  }, [kind, entry, fetched]);
  return typeof entry === 'object' ? entry : fetched[kind];
}
