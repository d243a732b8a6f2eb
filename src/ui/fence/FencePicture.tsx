// The Fence picture in the lab: the newest images side by side, and what they take together.
import { useMemo } from 'preact/hooks';
import { formatBytes, words } from '../../i18n/index.ts';
import { type PictureProps, TitleBlock } from '../picture/index.ts';
import { machineOf } from '../session/view/index.ts';
import { Inline } from '../text/index.ts';
import { Fence } from './Fence.tsx';
import { fenceModel } from './model.ts';

export function FencePicture({ view: world, before, machine, locale, live, turn }: PictureProps) {
  const t = words(locale);
  const view = machineOf(world, machine);
  const fresh = useMemo(() => {
    const keys = (of: typeof view) => of.images.flatMap((image) => image.rows.flatMap(({ chainID }) => chainID ?? []));
    const old = before && new Set(keys(machineOf(before, machine)));
    return new Set(old === undefined ? [] : keys(view).filter((key) => !old.has(key)));
  }, [view, before, machine]);
  const { images, layers, onDisk, oneByOne } = fenceModel(view, 4);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the drawing scrolls, so the keyboard must reach it */}
      <section class="sheet" aria-label={t('picture.fence')} tabIndex={0}>
        {images > 0 ? (
          <Fence view={view} t={t} fresh={fresh} />
        ) : (
          <p class="empty-picture">
            <Inline text={t('stack.empty')} />
          </p>
        )}
      </section>
      <TitleBlock
        locale={locale}
        live={live}
        turn={turn}
        facts={[
          [t('fact.images'), String(images)],
          [t('fact.layers'), String(layers)],
          [t('fact.disk'), formatBytes(onDisk)],
          [t('fact.sum'), formatBytes(oneByOne)],
        ]}
      />
    </>
  );
}
