// How wide the columns of the Store picture are: tag, index, manifest, config, buses, layers.
import type { StoreModel } from './model.ts';

export interface Column {
  readonly x: number;
  readonly w: number;
}

export interface Columns {
  readonly tag: Column;
  /** Only where an image is an index. */
  readonly index?: Column;
  /** Absent where no manifest is kept or known. */
  readonly manifest?: Column;
  readonly config: Column;
  /** The x of each bus. */
  readonly buses: readonly number[];
  readonly bed: Column;
}

/** Below this the picture is a list. */
export const NARROW = 500;

const EDGE = 16;
const PAGE = 66;
const JOIN = 22;
/** Pixels a character of a flag takes, and what is around them; what beds should have at least. */
const GLYPH = 8;
const FLAG = 29;
const BED = 184;
/** From the config's head to the head of the beds. */
const HEADS = 144;

/** With more images than this, flags need the room more than digests of manifests that are not here. */
const CROWD = 6;

/** `pitches`: pixels from each bus to the next. */
export function columnsFor(model: StoreModel, width: number, pitches: readonly number[]): Columns {
  const hasIndex = model.images.some(({ index }) => index !== undefined);
  const crowded = model.kind === 'graph' && model.images.length > CROWD && width < 900;
  const hasManifest =
    !crowded &&
    model.images.some(({ lanes, remembered }) => remembered !== undefined || lanes.some(({ manifest }) => manifest !== undefined));
  const pages = (hasIndex ? 1 : 0) + (hasManifest ? 1 : 0) + 1;
  const step = width < 620 ? 14 : JOIN;
  const busRoom = pitches.reduce((sum, pitch) => sum + pitch, 0) + 32;
  const free = width - 2 * EDGE - pages * (PAGE + step) - busRoom;
  const longest = Math.max(6, ...model.images.flatMap(({ tags }) => tags.map((tag) => tag.length)));
  const tagWidth = Math.round(Math.min(260, Math.max(104, Math.min(longest * GLYPH + FLAG, free - BED))));
  let x = EDGE;
  const take = (w: number): Column => {
    const column = { x, w };
    x += w + step;
    return column;
  };
  const tag = take(tagWidth);
  const index = hasIndex ? take(PAGE) : undefined;
  const manifest = hasManifest ? take(PAGE) : undefined;
  const config = take(PAGE);
  let at = x + 8;
  const buses = pitches.map((pitch) => {
    const own = at;
    at += pitch;
    return own;
  });
  const bedX = Math.max(at + 10, config.x + HEADS);
  return {
    tag,
    ...(index === undefined ? {} : { index }),
    ...(manifest === undefined ? {} : { manifest }),
    config,
    buses,
    bed: { x: bedX, w: Math.max(150, Math.min(420, width - EDGE - bedX)) },
  };
}
