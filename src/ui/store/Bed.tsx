// One layer as a bed, and several that are folded into one.
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import type { BedModel, GroupModel } from './model.ts';
import type { StoreWords } from './words.ts';

interface BedProps {
  readonly bed: BedModel;
  readonly t: StoreWords;
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly chosen: boolean;
  readonly near: boolean;
  readonly focused: boolean;
  readonly going: boolean;
  readonly fresh: boolean;
  choose(): void;
}

export function Bed({ bed, t, box, chosen, near, focused, going, fresh, choose }: BedProps) {
  const grey = useGrey();
  const classes = [
    'sto-bed',
    'lay',
    bed.life,
    chosen && 'chosen',
    near && 'near',
    focused && 'focused',
    going && 'going',
    fresh && 'fresh',
  ];
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the treegrid beside it takes the keys
    // biome-ignore lint/a11y/noStaticElementInteractions: the treegrid beside it says the same
    <div
      class={`${classes.filter(Boolean).join(' ')}${box.height >= 44 ? ' two' : ''}`}
      style={{
        '--h': String(bed.paint.hue),
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${box.width}px`,
        height: `${box.height}px`,
      }}
      data-tone={bed.paint.tone}
      data-tex={box.height < 16 ? 0 : bed.paint.texture}
      data-key={`bed ${bed.key}`}
      {...grey(`layer ${bed.diffID}`)}
      data-explain="store.layer"
      title={bed.instruction || t('bed.imported')}
      onClick={choose}
    >
      <b class="code">{bed.code}</b>
      {bed.instruction !== '' && <span class="ins">{bed.instruction}</span>}
      <span class="sz num">{formatBytes(bed.size)}</span>
    </div>
  );
}

interface FoldProps {
  readonly group: GroupModel;
  readonly t: StoreWords;
  readonly box: BedProps['box'];
  readonly near: boolean;
  readonly going: boolean;
  readonly focused: boolean;
  open(): void;
}

/** Several layers as one bed with a double left edge: their colours stand in it one above the other. */
export function Fold({ group, t, box, near, going, focused, open }: FoldProps) {
  const grey = useGrey();
  const dangling = group.beds.every(({ life }) => life === 'dangling');
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`sto-bed sto-fold ${dangling ? 'dangling' : 'named'}${near ? ' near' : ''}${going ? ' going' : ''}${focused ? ' focused' : ''}`}
      style={{ left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` }}
      data-key={`fold ${group.key}`}
      {...grey(...group.beds.map((bed) => `layer ${bed.diffID}`))}
      title={t('group.open', { n: group.beds.length })}
      onClick={open}
    >
      <span class="strips">
        {group.beds.slice(0, 10).map((bed) => (
          <i key={bed.key} class="lay" style={{ '--h': String(bed.paint.hue) }} data-tone={bed.paint.tone} />
        ))}
      </span>
      <span class="ins">{t('group.fold', { n: group.beds.length, size: formatBytes(group.size) })}</span>
      <span class="plus">+</span>
    </button>
  );
}
