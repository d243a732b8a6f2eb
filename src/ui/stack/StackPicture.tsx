// The Stack picture in the lab: which image or container, its layers, the title block.
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatBytes, words } from '../../i18n/index.ts';
import { type PictureProps, TitleBlock } from '../picture/index.ts';
import { type MachineView, machineOf } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { displayName, type StackModel, stackModel } from './model.ts';
import { Stack } from './Stack.tsx';
import { containerSubject, follow, imageSubject, type Subject } from './subject.ts';

export function StackPicture({ view: world, before: worldBefore, machine: name, locale, live, turn, marked }: PictureProps) {
  const t = words(locale);
  const view = machineOf(world, name);
  const before = worldBefore && machineOf(worldBefore, name);
  const [subject, setSubject] = useState<Subject | undefined>(() => follow(view, undefined, undefined));
  const fresh = useMemo(() => newLayers(view, before), [view, before]);
  useEffect(() => setSubject((current) => follow(view, before, current)), [view, before]);
  const model = subject === undefined ? undefined : modelOf(view, subject);
  return (
    <>
      {(view.images.length > 0 || view.containers.length > 0) && (
        <div class="pic-bar">
          <label class="choose">
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
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet" aria-label={t('picture.stack')} tabIndex={0}>
        {model && <Stack key={subject} model={model} t={t} fresh={fresh} {...(marked ? { marked } : {})} />}
        {view.images.length === 0 && (
          <p class="empty-picture">
            <Inline text={t('stack.empty')} />
          </p>
        )}
      </section>
      <TitleBlock locale={locale} live={live} turn={turn} facts={model ? factsOf(model, t) : []} />
    </>
  );
}

function factsOf(model: StackModel, t: ReturnType<typeof words>): (readonly [string, string])[] {
  return [
    [t('stack.image'), model.name],
    [t('stack.layers'), String(model.beds.length)],
    [t('stack.total'), formatBytes(model.size)],
    ...(model.hidden > 0 ? ([[t('stack.hidden'), formatBytes(model.hidden)]] as const) : []),
  ];
}

function newLayers(view: MachineView, before: MachineView | undefined): ReadonlySet<string> {
  if (!before) return new Set();
  const keys = (one: MachineView) =>
    one.images.flatMap((image) => image.rows.flatMap((row) => (row.chainID === undefined ? [] : [row.chainID])));
  const old = new Set(keys(before));
  return new Set(keys(view).filter((key) => !old.has(key)));
}

function modelOf(view: MachineView, subject: Subject): StackModel | undefined {
  const container = view.containers.find((one) => containerSubject(one.id) === subject);
  const image = view.images.find((one) => (container ? one.id === container.image : imageSubject(one.id) === subject));
  if (!image) return undefined;
  return stackModel(
    image,
    view.images.filter((one) => one.id !== image.id),
    container,
  );
}
