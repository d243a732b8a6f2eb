// Draws the store: heads, lines, rows, beds. Sends nothing but choices; everything that is drawn is also said (text.ts).
import { useMemo, useRef, useState } from 'preact/hooks';
import { useGrey } from '../picture/index.ts';
import { Bed, Fold } from './Bed.tsx';
import { Cell } from './Cell.tsx';
import type { Choice } from './choice.ts';
import { useGridKeys } from './keys.ts';
import { type Layout, LOOSE, layoutOf } from './layout.ts';
import { lineWithHops, rowPath } from './lines.ts';
import type { StoreModel } from './model.ts';
import { useMotion } from './motion.ts';
import { Row } from './Row.tsx';
import { bedsOf, sayBed } from './text.ts';
import type { StoreWords } from './words.ts';

export interface Going {
  readonly images: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  readonly layers: ReadonlySet<string>;
}

export interface DrawingProps {
  readonly model: StoreModel;
  readonly t: StoreWords;
  readonly width: number;
  readonly chosen: Choice | undefined;
  readonly going: Going;
  /** Keys of what the last command made. */
  readonly fresh: ReadonlySet<string>;
  /** Names that moved with the last command, by the image that had them. */
  readonly hollow: ReadonlyMap<string, readonly string[]>;
  choose(choice: Choice | undefined): void;
}

/** Beds beyond which groups fold by themselves. */
const MANY = 12;

export function Sheet({ model, t, width, chosen, going, fresh, hollow, choose }: DrawingProps) {
  const root = useRef<HTMLDivElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<string | undefined>();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [focused, setFocused] = useState<string | undefined>();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const folded = useMemo(() => foldsOf(model, turned, chosen), [model, turned, chosen]);
  const near = chosen === undefined || chosen.kind === 'layer' ? hovered : (chosen.image ?? chosen.id);
  const layout = useMemo(
    () => layoutOf(model, { width, folded, ...(near === undefined ? {} : { chosen: near }) }),
    [model, width, folded, near],
  );
  const toggle = (key: string): void =>
    setTurned((was) => (was.has(key) ? new Set([...was].filter((one) => one !== key)) : new Set([...was, key])));
  const setRow = (key: string, on: boolean): void =>
    setOpen((was) => (on ? new Set([...was, key]) : new Set([...was].filter((one) => one !== key))));
  const keys = useGridKeys(grid, { open: setRow });
  useMotion(root, model, width);
  const lit = hovered ?? near;
  const users = chosen?.kind === 'layer' ? model.groups.flatMap(({ beds }) => beds).find(({ key }) => key === chosen.id)?.users : undefined;
  const { columns } = layout;
  return (
    <div class={`sto${layout.tight ? ' tight' : ''}`} ref={root} style={{ height: `${layout.height}px`, '--bed': `${columns.bed.x}px` }}>
      <Lines layout={layout} model={model} lit={lit} users={users} />
      <div
        role="treegrid"
        aria-label={model.images.length === 1 ? t('label.one') : t('label', { n: model.images.length })}
        tabIndex={-1}
        ref={grid}
        onKeyDown={keys}
      >
        {model.images.map((image, index) => {
          const row = layout.rows[index];
          if (row === undefined) return null;
          const beds = bedsOf(image, model);
          return [
            <Row
              key={image.key}
              image={image}
              model={model}
              row={row}
              columns={columns}
              t={t}
              first={index === 0}
              open={open.has(image.key)}
              chosen={chosen}
              going={going.images.has(image.key)}
              goingNames={going.names}
              hollow={hollow.get(image.key) ?? []}
              choose={choose}
              hover={(on) => setHovered(on ? image.key : undefined)}
            />,
            ...(open.has(image.key)
              ? beds.map((bed, at) => (
                  // biome-ignore lint/a11y/useSemanticElements: a row of a treegrid that is drawn, not a table's
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the treegrid takes the keys
                  <div
                    key={`${image.key} ${bed.key}`}
                    role="row"
                    aria-level={2}
                    aria-selected={chosen?.kind === 'layer' && chosen.id === bed.key}
                    class="vh"
                    data-row={`${image.key} ${bed.key}`}
                    tabIndex={-1}
                    onClick={() => choose({ kind: 'layer', id: bed.key })}
                    onFocus={() => setFocused(bed.key)}
                    onBlur={() => setFocused(undefined)}
                  >
                    <Cell>{sayBed(bed, beds.length - at, beds.length, t)}</Cell>
                  </div>
                ))
              : []),
          ];
        })}
      </div>
      <div aria-hidden="true" class="sto-beds">
        {layout.groups.map((box) => {
          const { group } = box;
          const shift = (life: string): number => (life === 'dangling' ? LOOSE : 0);
          const lights = (list: readonly string[]): boolean => lit !== undefined && list.includes(lit);
          const many = group.users.length === model.images.length && model.images.length > 2 ? 'shared.all' : 'shared';
          return [
            box.label !== undefined && (
              <div
                key={`label ${group.key}`}
                class="sto-label"
                style={{ left: `${columns.bed.x}px`, top: `${box.label}px`, width: `${columns.bed.w}px` }}
              >
                <span>{t(many, { n: group.users.length })}</span>
                {!box.folded && group.beds.length > 2 && (
                  <button type="button" tabIndex={-1} onClick={() => toggle(group.key)}>
                    {t('group.close')}
                  </button>
                )}
              </div>
            ),
            box.folded && (
              <Fold
                key={`fold ${group.key}`}
                group={group}
                t={t}
                box={{
                  left: columns.bed.x + (group.beds.every(({ life }) => life === 'dangling') ? LOOSE : 0),
                  top: box.top,
                  width: columns.bed.w,
                  height: box.height,
                }}
                near={lights(group.users)}
                going={group.beds.every(({ key }) => going.layers.has(key))}
                focused={group.beds.some(({ key }) => key === focused)}
                open={() => toggle(group.key)}
              />
            ),
            ...box.beds.map(({ bed, top, height }) => (
              <Bed
                key={bed.key}
                bed={bed}
                t={t}
                box={{ left: columns.bed.x + shift(bed.life), top, width: columns.bed.w - shift(bed.life), height }}
                chosen={chosen?.kind === 'layer' && chosen.id === bed.key}
                near={lights(bed.users)}
                focused={focused === bed.key}
                going={going.layers.has(bed.key)}
                fresh={fresh.has(bed.key)}
                choose={() => choose({ kind: 'layer', id: bed.key })}
              />
            )),
          ];
        })}
        <Containers layout={layout} model={model} t={t} choose={choose} chosen={chosen} />
      </div>
    </div>
  );
}

/** The heads of the columns; they stay while the sheet scrolls. */
export function Heads({ model, t, width }: Pick<DrawingProps, 'model' | 't' | 'width'>) {
  const { columns } = useMemo(() => layoutOf(model, { width, folded: new Set() }), [model, width]);
  const head = (text: string, column: { x: number; w: number } | undefined) =>
    column !== undefined && (
      <span style={{ left: `${column.x}px`, maxWidth: `${column.w + 40}px` }} key={text}>
        {text}
      </span>
    );
  return (
    <div class="sto-heads" aria-hidden="true">
      {head(t('tag'), columns.tag)}
      {head(t('index'), columns.index)}
      {head(t('manifest'), columns.manifest)}
      {head(t(model.kind === 'graph' ? 'config.id' : 'config'), columns.config)}
      {head(t('layers'), columns.bed)}
    </div>
  );
}

/** Long runs fold by themselves when there are many beds; a turn of the learner's stays; what is chosen is never hidden. */
export function foldsOf(model: StoreModel, turned: ReadonlySet<string>, chosen: Choice | undefined): ReadonlySet<string> {
  const all = model.groups.reduce((sum, { beds }) => sum + beds.length, 0);
  const folds = model.groups.filter(({ key, beds }) => (all > MANY && beds.length > 2) !== turned.has(key) && beds.length > 1);
  return new Set(
    folds.filter(({ beds }) => !(chosen?.kind === 'layer' && beds.some(({ key }) => key === chosen.id))).map(({ key }) => key),
  );
}

interface LinesProps {
  readonly layout: Layout;
  readonly model: StoreModel;
  readonly lit: string | undefined;
  /** The images that use the chosen layer. */
  readonly users: readonly string[] | undefined;
}

function Lines({ layout, model, lit, users }: LinesProps) {
  const isLit = (images: readonly string[]): boolean =>
    users !== undefined ? images.some((one) => users.includes(one)) : lit !== undefined && images.includes(lit);
  return (
    <svg class="sto-lines" width="100%" height={layout.height} aria-hidden="true">
      {layout.leads.map((lead) => (
        <path key={`lead ${lead.key}`} class={`lead${lead.loose ? ' loose' : ''}`} d={lineWithHops(lead)} />
      ))}
      {layout.rows.map((row, index) => {
        const image = model.images[index];
        return image === undefined ? null : (
          <path
            key={`row ${row.key}`}
            class={`stem ${image.life}${isLit([row.key]) ? ' lit' : ''}`}
            {...(image.life === 'dangling' ? { transform: `translate(${LOOSE} 0)` } : {})}
            d={rowPath(row, image, layout.columns)}
          />
        );
      })}
      {layout.stems.map((stem) => (
        <path key={`stem ${stem.key}`} class={`stem ${stem.life}${isLit([stem.image]) ? ' lit' : ''}`} d={lineWithHops(stem)} />
      ))}
      {layout.buses.map((bus) => (
        <g key={`bus ${bus.key}`} class={`bus ${bus.weight} ${bus.life}${isLit(bus.images) ? ' lit' : ''}`}>
          <path d={`M${bus.x} ${bus.top}V${bus.bottom}`} />
          {bus.dots.map((dot) => (
            <circle key={dot.y} cx={bus.x} cy={dot.y} r={bus.weight === 'full' ? 4.5 : 3} />
          ))}
          {joinsOf(layout, bus).map((y) => (
            <circle key={`join ${y}`} class="join" cx={bus.x} cy={y} r={2} />
          ))}
          {bus.images.length > 1 && (
            <text x={bus.x} y={bus.top - 8} text-anchor="middle">
              ×{bus.images.length}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

/** Where stems meet a bus between its ends, and no layer's dot stands there. */
const joinsOf = ({ stems }: Layout, { x, top, bottom, images, dots }: Layout['buses'][number]): number[] =>
  stems
    .filter((stem) => stem.to === x && images.includes(stem.image) && stem.y > top && stem.y < bottom)
    .map(({ y }) => y)
    .filter((y) => !dots.some((dot) => dot.y === y));

/** Containers: small open beds on top of the bus of the image they were made from. */
function Containers({
  layout,
  model,
  t,
  choose,
  chosen,
}: {
  readonly layout: Layout;
  readonly model: StoreModel;
  readonly t: StoreWords;
  readonly chosen: Choice | undefined;
  choose(choice: Choice): void;
}) {
  const grey = useGrey();
  return (
    <>
      {model.images.map((image, index) => {
        const [first] = image.containers;
        const row = layout.rows[index];
        if (first === undefined || row === undefined) return null;
        const bus = layout.buses.find(({ images, weight }) => weight === 'full' && images.includes(image.key));
        const { config } = layout.columns;
        const at = bus === undefined ? { x: config.x + config.w + 14, y: row.y - 3 } : { x: bus.x, y: bus.top - 7 };
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the row of its image says it
          // biome-ignore lint/a11y/noStaticElementInteractions: the row of its image says it
          <div
            key={image.key}
            class={`sto-container${image.containers.some(({ id }) => chosen?.kind === 'container' && chosen.id === id) ? ' chosen' : ''}`}
            style={{ left: `${at.x - 11}px`, top: `${at.y - 15}px` }}
            data-explain="store.container"
            {...grey(...image.containers.map(({ name }) => `container ${name}`))}
            title={image.containers.map(({ name }) => name).join(t('comma'))}
            onClick={() => choose({ kind: 'container', id: first.id, image: image.key })}
          >
            {image.containers.length > 1 ? image.containers.length : ''}
          </div>
        );
      })}
    </>
  );
}
