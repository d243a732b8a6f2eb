// The picture pane: which drawing, of which image or container, and the title block under it.
import { Columns3, Layers } from 'lucide-preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatBytes, type Words } from '../../i18n/index.ts';
import { Fence, fenceModel } from '../fence/index.ts';
import type { LabView, Session } from '../session/index.ts';
import { containerSubject, displayName, follow, imageSubject, Stack, type StackModel, type Subject, stackModel } from '../stack/index.ts';
import { Inline } from '../text/index.ts';
import { TabList } from './TabList.tsx';

type Kind = 'stack' | 'fence';

interface Props {
  readonly session: Session;
  readonly t: Words;
  readonly first: Kind;
  readonly marked?: ReadonlySet<string>;
}

export function Picture({ session, t, first, marked }: Props) {
  const [kind, setKind] = useState<Kind>(first);
  const view = session.view.value;
  const before = session.before.value;
  const [subject, setSubject] = useState<Subject | undefined>(() => view && follow(view, undefined, undefined));
  const fresh = useMemo(() => newLayers(view, before), [view, before]);

  useEffect(() => {
    if (view) setSubject((current) => follow(view, before, current));
  }, [view, before]);

  const model = view && subject !== undefined ? modelOf(view, subject) : undefined;
  const turn = session.turns.value.at(-1)?.number;
  return (
    <section class="picture" aria-label={t('picture.label')}>
      <div class="tabs">
        <TabList
          label={t('picture.label')}
          id="picture"
          selected={kind}
          onSelect={setKind}
          tabs={[
            { id: 'stack', icon: <Layers aria-hidden="true" />, text: t('picture.stack') },
            { id: 'fence', icon: <Columns3 aria-hidden="true" />, text: t('picture.fence') },
          ]}
        />
        {kind === 'stack' && view && (view.images.length > 0 || view.containers.length > 0) && (
          <label class="end choose">
            <span class="vh">{t('stack.choose')}</span>
            <select value={subject} onChange={(event) => setSubject(event.currentTarget.value)}>
              {view.images.map((image) => (
                <option key={image.id} value={imageSubject(image.id)}>
                  {displayName(image)}
                </option>
              ))}
              {view.containers.map((container) => (
                <option key={container.id} value={containerSubject(container.id)}>
                  {t('stack.container', { name: container.name })}
                </option>
              ))}
            </select>
          </label>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <div class="sheet" role="tabpanel" id="picture-panel" aria-labelledby={`picture-${kind}`} tabIndex={0}>
        {kind === 'stack' && model && <Stack key={subject} model={model} t={t} fresh={fresh} {...(marked ? { marked } : {})} />}
        {kind === 'fence' && view && view.images.length > 0 && <Fence view={view} t={t} fresh={fresh} />}
        {view && view.images.length === 0 && (
          <p class="empty-picture">
            <Inline text={emptyText(t)} />
          </p>
        )}
      </div>
      {view && <TitleBlock view={view} model={kind === 'stack' ? model : undefined} turn={turn} t={t} />}
    </section>
  );
}

/** The command after the colon becomes code. */
function emptyText(t: Words): string {
  return t('stack.empty').replace(
    /([:：])\s*(.+)$/,
    (_, colon: string, command: string) => `${colon === ':' ? ': ' : colon}\`${command}\``,
  );
}

function newLayers(view: LabView | undefined, before: LabView | undefined): ReadonlySet<string> {
  if (!view || !before) return new Set();
  const keys = (one: LabView) =>
    one.images.flatMap((image) => image.rows.flatMap((row) => (row.chainID === undefined ? [] : [row.chainID])));
  const old = new Set(keys(before));
  return new Set(keys(view).filter((key) => !old.has(key)));
}

function modelOf(view: LabView, subject: Subject): StackModel | undefined {
  const container = view.containers.find((one) => containerSubject(one.id) === subject);
  const image = view.images.find((one) => (container ? one.id === container.image : imageSubject(one.id) === subject));
  if (!image) return undefined;
  return stackModel(
    image,
    view.images.filter((one) => one.id !== image.id),
    container,
  );
}

function TitleBlock({
  view,
  model,
  turn,
  t,
}: {
  readonly view: LabView;
  readonly model: StackModel | undefined;
  readonly turn: number | undefined;
  readonly t: Words;
}) {
  const facts: readonly (readonly [string, string])[] = model
    ? [
        [t('stack.image'), model.name],
        [t('stack.layers'), String(model.beds.length)],
        [t('stack.total'), formatBytes(model.size)],
        ...(model.hidden > 0 ? ([[t('stack.hidden'), formatBytes(model.hidden)]] as const) : []),
      ]
    : fenceFacts(view, t);
  return (
    <div class="tblock">
      {facts.map(([name, value]) => (
        <div key={name}>
          <span>{name}</span>
          <b>{value}</b>
        </div>
      ))}
      <div>
        <span>{turn === undefined ? t('stack.start') : t('stack.after', { n: turn })}</span>
      </div>
    </div>
  );
}

function fenceFacts(view: LabView, t: Words): readonly (readonly [string, string])[] {
  const { images, layers, onDisk, oneByOne } = fenceModel(view, 4);
  return [
    [t('fact.images'), String(images)],
    [t('fact.layers'), String(layers)],
    [t('fact.disk'), formatBytes(onDisk)],
    [t('fact.sum'), formatBytes(oneByOne)],
  ];
}
