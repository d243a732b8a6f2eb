// Several images side by side, equal layers joined: which columns, which beds, which joins. Oldest image at the left.

import { instruction } from '../picture/instruction.ts';
import { type Paint, paint } from '../picture/paint.ts';
import type { ImageView, MachineView } from '../session/view/index.ts';
import { displayName } from '../stack/model.ts';

export interface FenceBed {
  readonly key: string;
  readonly diffID: string;
  readonly paint: Paint;
  readonly size: number;
  readonly instruction: string;
  /** In how many of the shown images. */
  readonly shared: number;
}

export interface FenceColumn {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** Oldest first. */
  readonly beds: readonly FenceBed[];
}

export interface FenceModel {
  readonly columns: readonly FenceColumn[];
  /** Distinct layers of all images on the machine, and their bytes once and counted for every image. */
  readonly images: number;
  readonly layers: number;
  readonly onDisk: number;
  readonly oneByOne: number;
}

/** The newest image, and beside it as many as fit: those that share most of its layers, then the newer. Of two equally new, the named one. */
export function fenceModel(view: Pick<MachineView, 'images'>, limit: number): FenceModel {
  const images = [...view.images].sort((a, b) => b.created - a.created || Number(b.tags.length > 0) - Number(a.tags.length > 0));
  const newest = new Set(
    images
      .slice(0, 1)
      .flatMap(layersOf)
      .map(({ key }) => key),
  );
  const shared = (image: ImageView) => layersOf(image).filter(({ key }) => newest.has(key)).length;
  const kept = images.toSorted((a, b) => shared(b) - shared(a)).slice(0, limit);
  const chosen = images.filter((image) => kept.includes(image)).reverse();
  const count = new Map<string, number>();
  for (const image of chosen) for (const row of layersOf(image)) count.set(row.key, (count.get(row.key) ?? 0) + 1);
  const all = new Map(view.images.flatMap((image) => layersOf(image).map((row) => [row.key, row.size] as const)));
  return {
    columns: chosen.map((image) => ({
      id: image.id,
      name: displayName(image),
      size: image.size,
      beds: layersOf(image).map((row) => ({ ...row, shared: count.get(row.key) ?? 1 })),
    })),
    images: view.images.length,
    layers: all.size,
    onDisk: [...all.values()].reduce((sum, bytes) => sum + bytes, 0),
    oneByOne: view.images.reduce((sum, image) => sum + image.size, 0),
  };
}

function layersOf(image: ImageView): Omit<FenceBed, 'shared'>[] {
  return image.rows.flatMap((row) =>
    row.empty || row.diffID === undefined
      ? []
      : [
          {
            key: row.chainID ?? row.diffID,
            diffID: row.diffID,
            paint: paint(row.diffID),
            size: row.size,
            instruction: instruction(row.createdBy) || row.comment || '',
          },
        ],
  );
}

/** Height of a bed in the drawing: logarithmic, so that a byte and a gigabyte both show. */
export function bedHeight(bytes: number): number {
  return Math.round(34 + 62 * Math.min(1, Math.log10(Math.max(1, bytes)) / 8));
}
