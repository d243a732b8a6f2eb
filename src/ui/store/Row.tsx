// One image as a row: its flags, its index and manifests, its configs. A row of the treegrid.
import { formatBytes } from '../../i18n/index.ts';
import { useGrey } from '../picture/index.ts';
import { Cell } from './Cell.tsx';
import type { Choice } from './choice.ts';
import type { Columns } from './columns.ts';
import { FLAGS, LOOSE, type RowBox } from './layout.ts';
import type { ImageModel, Lane, StoreModel } from './model.ts';
import { sayRow, saySize, sayWhy } from './text.ts';
import type { StoreWords } from './words.ts';

interface Props {
  readonly image: ImageModel;
  readonly model: StoreModel;
  readonly row: RowBox;
  readonly columns: Columns;
  readonly t: StoreWords;
  readonly first: boolean;
  readonly open: boolean;
  readonly chosen: Choice | undefined;
  readonly going: boolean;
  readonly goingNames: ReadonlySet<string>;
  /** Names that were here before the last command and moved on. */
  readonly hollow: readonly string[];
  choose(choice: Choice): void;
  hover(on: boolean): void;
}

export function Row({ image, model, row, columns, t, first, open, chosen, going, goingNames, hollow, choose, hover }: Props) {
  const grey = useGrey();
  const end = columns.config.x + columns.config.w;
  const isChosen = (kind: Choice['kind'], id: string): boolean => chosen?.kind === kind && chosen.id === id;
  const wholeRow = chosen !== undefined && chosen.kind === 'image' && chosen.id === image.key;
  const at = { image: image.key };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of a treegrid that is drawn, not a table's
    // biome-ignore lint/a11y/useKeyWithClickEvents: the treegrid takes the keys
    <div
      role="row"
      aria-level={1}
      aria-expanded={open}
      aria-selected={wholeRow}
      aria-label={sayRow(image, model, t)}
      class={`sto-row ${image.life}${wholeRow ? ' chosen' : ''}${going ? ' going' : ''}`}
      style={{ top: `${row.top - 4}px`, height: `${row.height + 8}px`, width: `${end - 8}px` }}
      data-row={image.key}
      aria-description={grey(`image ${image.key}`)['aria-description']}
      {...(image.life === 'dangling' ? { 'data-dangling': '' } : {})}
      data-explain={image.life === 'dangling' ? 'store.dangling' : 'store.image'}
      tabIndex={first ? 0 : -1}
      onClick={(event) => {
        if (event.target === event.currentTarget) choose({ kind: 'image', id: image.key, ...at });
      }}
      onMouseEnter={() => hover(true)}
      onMouseLeave={() => hover(false)}
    >
      <Cell>
        <Flags
          image={image}
          row={row}
          columns={columns}
          t={t}
          going={goingNames}
          isChosen={(tag) => isChosen('tag', tag)}
          choose={(tag) => choose({ kind: 'tag', id: tag, ...at })}
        />
        {hollow.map((name, index) => (
          <span key={name} class="sto-flag hollow" style={hollowAt(image, row, columns, index)} title={t('wasHere', { name })}>
            {name}
          </span>
        ))}
      </Cell>
      {image.index !== undefined && columns.index !== undefined && (
        <Cell>
          <Page
            kind="index"
            image={image.key}
            code={image.index.code}
            label={t('say.index', { code: image.index.code })}
            left={columns.index.x - 8}
            top={row.y - row.top + 4}
            chosen={isChosen('index', image.index.digest) || wholeRow}
            choose={() => choose({ kind: 'index', id: image.index?.digest ?? '', ...at })}
          />
        </Cell>
      )}
      {columns.manifest !== undefined && (
        <Cell>
          {image.remembered !== undefined && (
            <Page
              kind="remembered"
              image={image.key}
              code={image.remembered.code}
              label={`${t('say.manifest', { code: image.remembered.code })}${t('comma')}${t('remembered')}`}
              left={columns.manifest.x - 8}
              top={row.y - row.top + 4}
              chosen={isChosen('manifest', image.remembered.digest)}
              choose={() => choose({ kind: 'manifest', id: image.remembered?.digest ?? '', ...at })}
            />
          )}
          {image.lanes.map(
            (lane, index) =>
              lane.manifest !== undefined && (
                <Page
                  key={lane.key}
                  image={image.key}
                  kind={lane.host ? 'host' : 'manifest'}
                  code={lane.manifest.code}
                  label={`${t('say.manifest', { code: lane.manifest.code })}${t('comma')}${lane.platform}`}
                  left={(columns.manifest?.x ?? 0) - 8}
                  top={(row.lanes[index] ?? row.y) - row.top + 4}
                  chosen={isChosen('manifest', lane.manifest.digest) || (wholeRow && image.index === undefined)}
                  choose={() => choose({ kind: 'manifest', id: lane.manifest?.digest ?? '', ...at })}
                />
              ),
          )}
        </Cell>
      )}
      <Cell>
        {image.lanes.map((lane, index) => (
          <Config
            key={lane.key}
            lane={lane}
            subjects={[`config ${image.key}`, ...(model.kind === 'graph' ? [`image ${image.key}`] : [])]}
            t={t}
            left={columns.config.x - 8}
            top={(row.lanes[index] ?? row.y) - row.top + 4}
            chosen={isChosen('config', lane.config.digest) || (wholeRow && model.kind === 'graph')}
            choose={() =>
              choose(model.kind === 'graph' ? { kind: 'image', id: image.key, ...at } : { kind: 'config', id: lane.config.digest, ...at })
            }
          />
        ))}
      </Cell>
      {row.caption && (
        <Caption
          image={image}
          t={t}
          left={captionX(columns) - 8}
          width={(columns.buses[0] ?? columns.bed.x) - captionX(columns) - 14 - (image.life === 'dangling' ? LOOSE : 0)}
        />
      )}
    </div>
  );
}

/** Captions stand under the pages; where there are none, under the flags. */
const captionX = ({ index, manifest, tag }: Columns): number => (index ?? manifest ?? tag).x;

/** Where a flag was: beside what stands in its place now, or below the flags that stayed. */
function hollowAt(image: ImageModel, row: RowBox, columns: Columns, index: number) {
  const beside = image.tags.length === 0 && columns.manifest === undefined && columns.index === undefined;
  const y = beside ? row.y + index * 28 : (row.flags.at(-1) ?? row.y) + (index + 1) * 27;
  return { left: `${columns.tag.x - 8 + (beside ? 78 : 0)}px`, top: `${y - row.top - 8}px` };
}

interface FlagsProps {
  readonly image: ImageModel;
  readonly row: RowBox;
  readonly columns: Columns;
  readonly t: StoreWords;
  readonly going: ReadonlySet<string>;
  isChosen(tag: string): boolean;
  choose(tag: string): void;
}

function Flags({ image, row, columns, t, going, isChosen, choose }: FlagsProps) {
  const grey = useGrey();
  const place = (index: number) => ({
    left: `${columns.tag.x - 8}px`,
    top: `${(row.flags[index] ?? row.y) - row.top - 8}px`,
    maxWidth: `${columns.tag.w}px`,
  });
  if (image.pinned !== undefined)
    return (
      <span class="sto-flag pinned" style={place(0)} {...grey(`image ${image.key}`)} title={image.pinned}>
        {image.pinned}
      </span>
    );
  if (image.tags.length === 0)
    return (
      <span class="sto-flag none" style={place(0)} {...grey(`image ${image.key}`)} data-explain="store.dangling">
        {t('none')}
      </span>
    );
  const over = image.tags.length > FLAGS;
  const shown = over ? image.tags.slice(0, FLAGS - 1) : image.tags;
  return (
    <>
      {shown.map((tag, index) => {
        const colon = tag.lastIndexOf(':');
        return (
          <button
            key={tag}
            type="button"
            tabIndex={-1}
            class={`sto-flag${isChosen(tag) ? ' chosen' : ''}${going.has(tag) ? ' going' : ''}`}
            style={{ ...place(index), '--least': `${Math.min(colon, 4)}ch` }}
            data-cell=""
            {...grey(`tag ${tag}`)}
            data-key={`tag ${tag}`}
            data-explain="store.tag"
            aria-label={tag}
            title={tag}
            onClick={() => choose(tag)}
          >
            <span class="repo">{tag.slice(0, colon)}</span>
            <span class="tagname">{tag.slice(colon)}</span>
          </button>
        );
      })}
      {over && (
        <span class="sto-flag many" style={place(FLAGS - 1)} title={image.tags.slice(FLAGS - 1).join(', ')}>
          {t('more', { n: image.tags.length - shown.length })}
        </span>
      )}
    </>
  );
}

interface PageProps {
  readonly image: string;
  readonly kind: 'index' | 'manifest' | 'host' | 'remembered';
  readonly code: string;
  readonly label: string;
  readonly left: number;
  /** Its middle. */
  readonly top: number;
  readonly chosen: boolean;
  choose(): void;
}

/** A page with a folded corner; an index has two pages behind it; the corner of what runs here is filled. */
function Page({ image, kind, code, label, left, top, chosen, choose }: PageProps) {
  const grey = useGrey();
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`sto-page ${kind}${chosen ? ' chosen' : ''}`}
      style={{ left: `${left}px`, top: `${top - 17}px` }}
      data-cell=""
      {...grey(`image ${image}`)}
      data-explain={kind === 'index' ? 'store.index' : 'store.manifest'}
      aria-label={label}
      title={label}
      onClick={choose}
    >
      <svg viewBox="0 0 66 34" aria-hidden="true">
        {kind === 'index' && <path class="behind" d="M6 .75H65.25V28M3 .75" />}
        {kind === 'index' && <path class="behind" d="M3 3.5H62.5V31" />}
        <path class="sheet-of" d={kind === 'index' ? 'M.75 6.5H50l9.5 9v17.75H.75z' : 'M.75 .75H55l10.25 10v22.5H.75z'} />
        <path class="corner" d={kind === 'index' ? 'M50 6.5v9h9.5' : 'M55 .75v10h10.25'} />
      </svg>
      <span>{code}</span>
    </button>
  );
}

interface ConfigProps {
  readonly lane: Lane;
  readonly subjects: readonly string[];
  readonly t: StoreWords;
  readonly left: number;
  readonly top: number;
  readonly chosen: boolean;
  choose(): void;
}

function Config({ lane, subjects, t, left, top, chosen, choose }: ConfigProps) {
  const grey = useGrey();
  return (
    <button
      type="button"
      tabIndex={-1}
      class={`sto-config${chosen ? ' chosen' : ''}`}
      style={{ left: `${left}px`, top: `${top - 17}px` }}
      data-cell=""
      {...grey(...subjects)}
      data-explain="store.config"
      aria-label={t('say.config', { code: lane.config.code })}
      title={lane.config.digest}
      onClick={choose}
    >
      <span>{lane.config.code}</span>
    </button>
  );
}

function Caption({
  image,
  t,
  left,
  width,
}: {
  readonly image: ImageModel;
  readonly t: StoreWords;
  readonly left: number;
  readonly width: number;
}) {
  const more = [
    ...(image.attestations > 0 ? [t('attested')] : []),
    ...(image.absent.length > 0 ? [t('absent', { n: image.absent.length })] : []),
  ];
  return (
    <div class="sto-caption" style={{ left: `${left}px`, width: `${width}px` }} aria-hidden="true">
      <div class="num" title={formatBytes(image.size)}>
        {saySize(image, t)}
      </div>
      {image.life === 'dangling' && (
        <>
          <div>
            <b>{t('dangling')}</b>
          </div>
          <div title={sayWhy(image, t)}>{sayWhy(image, t)}</div>
        </>
      )}
      {image.life === 'step' && <div>{t('step')}</div>}
      {image.containers.length > 0 && (
        <div>{t('caption.containers', { names: image.containers.map(({ name }) => name).join(t('comma')) })}</div>
      )}
      {image.life === 'named' && more.length > 0 && <div title={image.absent.join(', ')}>{more.join(t('comma'))}</div>}
    </div>
  );
}
