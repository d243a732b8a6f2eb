// The store where there is no room for columns: a list of images, and below the chosen one its layers.
import type { ComponentChildren } from 'preact';
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { Choice } from './choice.ts';
import type { BedModel, ImageModel } from './model.ts';
import type { DrawingProps } from './Sheet.tsx';
import { bedsOf, sayBed, saySize, sayWhy } from './text.ts';
import type { StoreWords } from './words.ts';

interface Props extends Omit<DrawingProps, 'width' | 'hollow'> {
  /** On what is chosen. */
  readonly panel: ComponentChildren;
}

export function List({ model, t, chosen, going, fresh, panel, choose }: Props) {
  const grey = useGrey();
  const shown = model.images.find(({ key }) => key === (chosen?.image ?? chosen?.id)) ?? byLayer(model.images, chosen) ?? model.images[0];
  if (shown === undefined) return null;
  const beds = bedsOf(shown, model);
  return (
    <div class="sto-list">
      <h3 class="label">{t('list')}</h3>
      <ul>
        {model.images.map((image) => (
          <li key={image.key}>
            <button
              type="button"
              class={`sto-item ${image.life}${going.images.has(image.key) ? ' going' : ''}`}
              aria-pressed={image === shown}
              {...grey(`image ${image.key}`)}
              data-explain={image.life === 'dangling' ? 'store.dangling' : 'store.image'}
              onClick={() => choose({ kind: 'image', id: image.key, image: image.key })}
            >
              <span class="names">
                {image.tags.length === 0 ? (
                  <i class="sto-tag none">{t('none')}</i>
                ) : (
                  image.tags.slice(0, 3).map((tag) => (
                    <i key={tag} class={`sto-tag${going.names.has(tag) ? ' going' : ''}`} {...grey(`tag ${tag}`)}>
                      {tag}
                    </i>
                  ))
                )}
                {image.tags.length > 3 && <span class="muted">{t('more', { n: image.tags.length - 3 })}</span>}
              </span>
              <b class="code">{image.code}</b>
              <span class="num sub">{saySize(image, t)}</span>
              {image.life === 'dangling' && (
                <span class="sub why">
                  <b>{t('dangling')}</b> {sayWhy(image, t)}
                </span>
              )}
              {image.containers.length > 0 && (
                <span class="sub">{t('say.containers', { names: image.containers.map(({ name }) => name).join(t('comma')) })}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {chosen?.kind !== 'layer' && panel}
      <h3 class="label">{t('column', { name: shown.tags[0] ?? shown.code })}</h3>
      <ol>
        {beds.map((bed, index) => (
          <li key={bed.key}>
            <Layer
              bed={bed}
              t={t}
              label={sayBed(bed, beds.length - index, beds.length, t)}
              chosen={chosen?.kind === 'layer' && chosen.id === bed.key}
              going={going.layers.has(bed.key)}
              fresh={fresh.has(bed.key)}
              choose={() => choose({ kind: 'layer', id: bed.key, image: shown.key })}
            />
          </li>
        ))}
      </ol>
      {chosen?.kind === 'layer' && panel}
    </div>
  );
}

const byLayer = (images: readonly ImageModel[], chosen: Choice | undefined): ImageModel | undefined =>
  chosen?.kind === 'layer' ? images.find(({ lanes }) => lanes.some(({ stack }) => stack.includes(chosen.id))) : undefined;

interface LayerProps {
  readonly bed: BedModel;
  readonly t: StoreWords;
  readonly label: string;
  readonly chosen: boolean;
  readonly going: boolean;
  readonly fresh: boolean;
  choose(): void;
}

function Layer({ bed, t, label, chosen, going, fresh, choose }: LayerProps) {
  const grey = useGrey();
  const others = bed.users.length - 1;
  return (
    <button
      type="button"
      class={`sto-bed sto-inline lay ${bed.life}${chosen ? ' chosen' : ''}${going ? ' going' : ''}${fresh ? ' fresh' : ''}`}
      style={{ '--h': String(bed.paint.hue) }}
      data-tone={bed.paint.tone}
      data-tex={bed.paint.texture}
      {...grey(`layer ${bed.diffID}`)}
      data-explain="store.layer"
      aria-pressed={chosen}
      aria-label={label}
      onClick={choose}
    >
      <b class="code">{bed.code}</b> <span class="ins">{bed.instruction || t('bed.imported')}</span>{' '}
      <span class="sz num">{formatBytes(bed.size)}</span>{' '}
      <span class="use">{others === 0 ? t('only') : t(others === 1 ? 'also.one' : 'also', { n: others })}</span>
    </button>
  );
}
