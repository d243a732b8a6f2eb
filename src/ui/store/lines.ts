// The lines of the Store picture as paths: from flags over pages to the config, stems to the buses, leads to the beds.
import type { Columns } from './columns.ts';
import type { Line, RowBox } from './layout.ts';
import type { ImageModel } from './model.ts';

/** Half the width of a hop. */
const HOP = 3.5;

/** A horizontal line that jumps over what it only crosses. */
export function lineWithHops({ y, from, to, hops }: Pick<Line, 'y' | 'from' | 'to' | 'hops'>): string {
  const over = [...hops].sort((a, b) => a - b).map((x) => `H${x - HOP}a${HOP} ${HOP} 0 0 1 ${2 * HOP} 0`);
  return `M${from} ${y}${over.join('')}H${to}`;
}

/** Everything between the flags and the config blocks of one row. */
export function rowPath(row: RowBox, image: ImageModel, columns: Columns): string {
  const { tag, index, manifest, config } = columns;
  const first = index !== undefined && image.index !== undefined ? index : undefined;
  const end = (column: { x: number; w: number }): number => column.x + column.w;
  const out: string[] = [];
  const fan = (from: number, ys: readonly number[], to: number): void => {
    const join = from + (to - from) * 0.5;
    const all = [...ys, row.y];
    if (Math.min(...all) < Math.max(...all)) out.push(`M${join} ${Math.min(...all)}V${Math.max(...all)}`);
  };
  const next = first ?? manifestOf(image, columns) ?? config;
  const tagEnd = end(tag);
  const gap = first !== undefined ? first.x : nearest(columns);
  for (const y of row.flags) out.push(`M${tag.x} ${y}H${tagEnd + (gap - tagEnd) * 0.5}`);
  fan(tagEnd, row.flags, gap);
  const lanes = row.lanes.length === 0 ? [row.y] : row.lanes;
  if (first !== undefined) {
    out.push(`M${tagEnd + (gap - tagEnd) * 0.5} ${row.y}H${first.x}`);
    const to = (manifest ?? config).x;
    fan(end(first), lanes, to);
    const join = end(first) + (to - end(first)) * 0.5;
    out.push(`M${end(first)} ${row.y}H${join}`);
    lanes.forEach((y) => {
      out.push(`M${join} ${y}H${to}`);
    });
  } else {
    if (lanes.length > 1) fan(tagEnd, lanes, gap);
    for (const y of lanes) out.push(`M${tagEnd + (gap - tagEnd) * 0.5} ${y}H${next.x}`);
  }
  const page = manifestOf(image, columns);
  if (page !== undefined) for (const y of lanes) out.push(`M${end(page)} ${y}H${config.x}`);
  return out.join('');
}

/** The column of the manifest where this image has one to show. */
const manifestOf = (image: ImageModel, { manifest }: Columns) =>
  image.remembered !== undefined || image.lanes.some((lane) => lane.manifest !== undefined) ? manifest : undefined;

/** Where the column after the tags begins. */
const nearest = ({ index, manifest, config }: Columns): number => (index ?? manifest ?? config).x;
