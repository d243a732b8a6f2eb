// Draws a FenceModel: columns of beds, bands between equal neighbours, labels for the newest image's layers.
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatBytes, type Words } from '../../i18n/index.ts';
import { useGrey } from '../picture/graded.ts';
import { importedFrom } from '../picture/instruction.ts';
import { Patterns } from '../picture/Patterns.tsx';
import type { MachineView } from '../session/view/index.ts';
import { bedHeight, type FenceBed, type FenceColumn, type FenceModel, fenceModel } from './model.ts';

interface Props {
  readonly view: Pick<MachineView, 'images'>;
  readonly t: Words;
  /** Keys of layers made by the last command. */
  readonly fresh: ReadonlySet<string>;
}

/** Drawn at one unit per pixel, so that text keeps its size: the width is measured, columns are as many as fit. Until then both a phone's
 * drawing and a wide one stand in the page, and the style sheet shows one. */
export function Fence({ view, t, fresh }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [measured, setMeasured] = useState<number>();
  useLayoutEffect(() => {
    if (!frame.current) return;
    const observer = new ResizeObserver(([entry]) => setMeasured(Math.floor(entry?.contentRect.width ?? 0)));
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="fence-frame" ref={frame}>
      {(measured === undefined ? [328, 700] : [measured]).map((width) => {
        const narrow = width < 520;
        const label = narrow ? 0 : width < 640 ? 150 : 190;
        const fit = Math.max(1, Math.min(4, Math.floor((width - label + 36) / (narrow ? 150 : 160))));
        return width > 0 && <Drawing key={narrow} model={fenceModel(view, fit)} t={t} fresh={fresh} width={width} label={label} />;
      })}
    </div>
  );
}

interface Placed {
  readonly bed: FenceBed;
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

interface DrawingProps {
  readonly model: FenceModel;
  readonly t: Words;
  readonly fresh: ReadonlySet<string>;
  readonly width: number;
  readonly label: number;
}

function Drawing({ model, t, fresh, width, label }: DrawingProps) {
  const id = useId();
  const narrow = label === 0;
  const gap = narrow ? 30 : model.columns.length > 3 ? 36 : 48;
  const count = Math.max(1, model.columns.length);
  const columnWidth = Math.min(narrow ? 220 : 176, Math.floor((width - 2 - label - gap * (count - 1)) / count));
  const top = 64;
  const tallest = Math.max(0, ...model.columns.map((column) => column.beds.reduce((sum, bed) => sum + bedHeight(bed.size), 0)));
  const base = top + Math.max(tallest, narrow ? 150 : 230);
  const columns = model.columns.map((column, index) => place(column, index * (columnWidth + gap) + 1, base));
  const last = columns.at(-1);
  const newest = model.columns.at(-1);
  return (
    <svg
      class="fence"
      viewBox={`0 0 ${width} ${base + 6}`}
      role="img"
      aria-label={say(model, t)}
      style={{ maxHeight: narrow ? '380px' : '480px' }}
    >
      <Patterns id={id} />
      {columns.slice(1).map((right, index) => (
        <Bands key={model.columns[index + 1]?.id} left={columns[index] ?? []} right={right} width={columnWidth} />
      ))}
      {columns.map((placed, index) => {
        const column = model.columns[index];
        const y = placed.at(-1)?.y ?? base;
        const x = index * (columnWidth + gap) + 1;
        return (
          <g key={column?.id}>
            {placed.map((one) => (
              <Bed
                key={one.bed.key}
                placed={one}
                width={columnWidth}
                id={id}
                fresh={fresh.has(one.bed.key) && index === columns.length - 1}
              />
            ))}
            <text class="m name" x={x} y={y - 14}>
              {shorten(nameOf(column?.name ?? ''), columnWidth - 66)}
            </text>
            <text class="mu num" x={x + columnWidth} y={y - 14} text-anchor="end">
              {formatBytes(column?.size ?? 0)}
            </text>
          </g>
        );
      })}
      {!narrow &&
        last?.map((one) => {
          const x = columns.length * (columnWidth + gap) - gap + 8;
          const y = one.y + one.height / 2;
          const isFresh = fresh.has(one.bed.key);
          const two = one.height >= 38;
          return (
            <g key={one.bed.key} class="lead-line">
              <path d={`M${x} ${y - (two ? 4 : 0)}h14`} stroke="var(--edge)" />
              <text class="m s" x={x + 20} y={y + (two ? 0 : 4)}>
                {shorten(importedFrom(one.bed.instruction) === undefined ? one.bed.instruction : t('fence.imported'), width - x - 20)}
              </text>
              {two && (
                <text class={isFresh ? 'fresh-word' : 'mu'} x={x + 20} y={y + 18}>
                  {isFresh ? `+ ${t('fence.new')}` : one.bed.shared > 1 ? `${t('fence.shared')} ×${one.bed.shared}` : ''}
                </text>
              )}
            </g>
          );
        })}
      {last && newest && fresh.size > 0 && (
        <g class="hand">
          <path
            d={`M${(last.at(-1)?.x ?? 0) + columnWidth * 0.5} ${(last.at(-1)?.y ?? base) - 44}v42`}
            stroke="var(--now)"
            stroke-width="2.5"
          />
          <circle cx={(last.at(-1)?.x ?? 0) + columnWidth * 0.5} cy={(last.at(-1)?.y ?? base) - 46} r="6.5" fill="var(--now)" />
        </g>
      )}
    </svg>
  );
}

function place(column: FenceColumn, x: number, base: number): readonly Placed[] {
  let y = base;
  return column.beds.map((bed) => {
    const height = bedHeight(bed.size);
    y -= height;
    return { bed, x, y, height };
  });
}

function Bed({
  placed: { bed, x, y, height },
  width,
  id,
  fresh,
}: {
  readonly placed: Placed;
  readonly width: number;
  readonly id: string;
  readonly fresh: boolean;
}) {
  const grey = useGrey();
  const size = formatBytes(bed.size);
  const sizeWidth = size.length * 7.4 + 10;
  return (
    <g
      class={`lay fb${fresh ? ' fresh' : ''}`}
      style={{ '--h': String(bed.paint.hue) }}
      data-tone={bed.paint.tone}
      {...grey(`layer ${bed.diffID}`)}
    >
      <rect x={x} y={y} width={width} height={height} fill="var(--fill)" />
      {bed.paint.texture > 0 && <rect x={x} y={y} width={width} height={height} fill={`url(#${id}-${bed.paint.texture})`} />}
      <rect x={x} y={y} width={width} height={height} fill="none" stroke="var(--contact)" stroke-width="1.5" />
      <rect x={x + 6} y={y + height / 2 - 10} width="46" height="20" fill="var(--fill)" />
      <text class="m" x={x + 10} y={y + height / 2 + 5}>
        {bed.paint.code}
      </text>
      <rect x={x + width - sizeWidth - 6} y={y + height / 2 - 10} width={sizeWidth} height="20" fill="var(--fill)" />
      <text class="num" x={x + width - 10} y={y + height / 2 + 5} text-anchor="end">
        {size}
      </text>
    </g>
  );
}

function Bands({ left, right, width }: { readonly left: readonly Placed[]; readonly right: readonly Placed[]; readonly width: number }) {
  return (
    <>
      {left.map((a) => {
        const b = right.find((one) => one.bed.key === a.bed.key);
        if (!b) return null;
        const from = a.x + width;
        return (
          <g key={a.bed.key} class="lay" style={{ '--h': String(a.bed.paint.hue) }} data-tone={a.bed.paint.tone}>
            <path d={`M${from} ${a.y}L${b.x} ${b.y}V${b.y + b.height}L${from} ${a.y + a.height}Z`} fill="var(--fill)" opacity=".45" />
            <path
              d={`M${from} ${a.y}L${b.x} ${b.y}M${from} ${a.y + a.height}L${b.x} ${b.y + b.height}`}
              stroke="var(--ink)"
              stroke-dasharray="5 4"
              opacity=".6"
            />
          </g>
        );
      })}
    </>
  );
}

/** A tag `latest` goes without saying when room is short. */
const nameOf = (name: string) => (name.length > 12 ? name.replace(/:latest$/, '') : name);

function shorten(text: string, pixels: number): string {
  const fit = Math.max(4, Math.floor(pixels / 8.1));
  return text.length <= fit ? text : `${text.slice(0, fit - 1)}…`;
}

function say(model: FenceModel, t: Words): string {
  return `${t('fence.title')}: ${model.columns.map((column) => `${column.name} (${column.beds.map((bed) => bed.paint.code).join(', ')})`).join('; ')}`;
}
