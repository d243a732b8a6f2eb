// The picture pane: which drawing. Stack and fence are there at once; the others are loaded when first opened.
import { ChartNoAxesGantt, Cloud, Columns3, Cpu, Database, Layers } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type Locale, words } from '../../i18n/index.ts';
import * as fence from '../fence/index.ts';
import type { Kind, PictureModule } from '../picture/index.ts';
import type { Session } from '../session/index.ts';
import * as stack from '../stack/index.ts';
import { TabList } from './TabList.tsx';

const icons: Readonly<Record<Kind, ComponentChildren>> = {
  stack: <Layers aria-hidden="true" />,
  store: <Database aria-hidden="true" />,
  build: <ChartNoAxesGantt aria-hidden="true" />,
  run: <Cpu aria-hidden="true" />,
  registry: <Cloud aria-hidden="true" />,
  fence: <Columns3 aria-hidden="true" />,
};

/** A picture that is not here does not exist yet, and has no tab. */
const modules: Partial<Record<Kind, PictureModule | (() => Promise<PictureModule>)>> = {
  stack,
  run: () => import('../run/index.ts'),
  fence,
};

interface Props {
  readonly session: Session;
  readonly locale: Locale;
  readonly first: Kind;
  readonly marked?: ReadonlySet<string>;
}

export function Picture({ session, locale, first, marked }: Props) {
  const t = words(locale);
  const [kind, setKind] = useState<Kind>(first);
  const view = session.view.value;
  const loaded = useModule(kind);
  return (
    <section class="picture" aria-label={t('picture.label')}>
      <div class="tabs">
        <TabList
          label={t('picture.label')}
          id="picture"
          selected={kind}
          onSelect={setKind}
          tabs={(Object.keys(modules) as Kind[]).map((id) => ({ id, icon: icons[id], text: t(`picture.${id}`) }))}
        />
      </div>
      <div class="picture-panel" role="tabpanel" id="picture-panel" aria-labelledby={`picture-${kind}`}>
        {loaded && view ? (
          <loaded.Picture
            key={kind}
            session={session}
            locale={locale}
            view={view}
            before={session.before.value}
            machine={session.machine.value}
            live={true}
            turn={session.turns.value.at(-1)?.number}
            {...(marked ? { marked } : {})}
          />
        ) : (
          <p class="label picture-loading" role="status">
            {t('picture.loading')}
          </p>
        )}
      </div>
    </section>
  );
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
