// Where everything of the Store picture stands, in CSS pixels: rows of images at the left, beds at the right, and between them a bus for
// each stack. Lines that meet have a dot; lines that only cross make a hop.
// Knows the model and a width. Refuses to know words, colours and the DOM.
import { type Columns, columnsFor } from './columns.ts';
import type { BedModel, GroupModel, ImageModel, StoreModel } from './model.ts';

export interface Options {
  readonly width: number;
  /** Keys of groups that are drawn as one bed. */
  readonly folded: ReadonlySet<string>;
  /** The image whose bus is drawn in full when there are many. */
  readonly chosen?: string;
}

export interface Layout {
  readonly height: number;
  readonly columns: Columns;
  readonly rows: readonly RowBox[];
  readonly groups: readonly GroupBox[];
  readonly buses: readonly Bus[];
  readonly leads: readonly Lead[];
  readonly stems: readonly Stem[];
  readonly tight: boolean;
}

export interface RowBox {
  readonly key: string;
  readonly top: number;
  /** Of flags, pages and blocks, without the caption below. */
  readonly height: number;
  /** Middle of the row: where the flags' line and the index stand. */
  readonly y: number;
  /** One a lane, in the model's order. */
  readonly lanes: readonly number[];
  /** One a flag that is drawn. */
  readonly flags: readonly number[];
  readonly caption: boolean;
}

export interface BedBox {
  readonly bed: BedModel;
  readonly top: number;
  readonly height: number;
}

export interface GroupBox {
  readonly group: GroupModel;
  readonly top: number;
  readonly height: number;
  readonly folded: boolean;
  /** Where its label stands; undefined for beds of one image. */
  readonly label?: number;
  /** None when folded. */
  readonly beds: readonly BedBox[];
}

export interface Dot {
  readonly y: number;
  /** ChainIDs it stands for: one, or those of a folded group. */
  readonly beds: readonly string[];
}

export interface Bus {
  readonly key: string;
  /** Keys of the images it stands for. */
  readonly images: readonly string[];
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly dots: readonly Dot[];
  readonly weight: 'full' | 'thin' | 'bundle';
  readonly life: ImageModel['life'];
}

export interface Line {
  readonly key: string;
  readonly y: number;
  readonly from: number;
  readonly to: number;
  /** Where it jumps over a bus that it has nothing to do with. */
  readonly hops: readonly number[];
}

export interface Lead extends Line {
  /** Only dangling images use the bed. */
  readonly loose: boolean;
}

export interface Stem extends Line {
  readonly image: string;
  readonly life: ImageModel['life'];
}

const TOP = 26;
const FLAG = 28;
const LANE = 42;
const PAGE = 34;
const LABEL = 22;
const GAP = 14;
/** A line of the caption below a row. */
const LINE = 18;
/** Flags of one image that are drawn. */
export const FLAGS = 4;
/** Beds and rows shift so far when they dangle. */
export const LOOSE = 12;
/** A line must be this far from one that it must not be taken for. */
const CLEAR = 12;

/** Images up to which rows have captions and every bus is drawn in full; up to which every image has a bus of its own. */
export const ROOMY = 6;
const BUSES = 20;

export function layoutOf(model: StoreModel, options: Options): Layout {
  const { images, groups } = model;
  const lanes = images.flatMap((image, at) => image.lanes.filter(({ stack }) => stack.length > 0).map((lane) => ({ lane, image, at })));
  const plan = busesFor(lanes, options.chosen);
  const columns = columnsFor(
    model,
    options.width,
    plan.map(({ pitch }) => pitch),
  );
  const tight = images.length > ROOMY;
  const seen = groups.reduce((count, group) => count + (options.folded.has(group.key) ? 1 : group.beds.length), 0);
  const { boxes, wants } = placeGroups(model, options.folded, { tight, seen });
  const { rows, bottom } = placeRows(images, wants, boxes, plan, tight);

  const rowOf = new Map(rows.map((row) => [row.key, row]));
  const buses = plan.map(({ key, members, weight }, index): Bus => {
    const x = columns.buses[index] ?? 0;
    const mine = new Set(members.flatMap(({ lane }) => lane.stack));
    const dots = boxes.flatMap((box) => dotsOf(box, mine));
    const stems = members.map(({ lane, image }) => rowOf.get(image.key)?.lanes[image.lanes.indexOf(lane)] ?? 0);
    const ys = [...stems, ...dots.map(({ y }) => y)];
    const life = members.every(({ image }) => image.life === 'dangling')
      ? 'dangling'
      : members.every(({ image }) => image.life === 'step')
        ? 'step'
        : 'named';
    return { key, images: members.map(({ image }) => image.key), x, top: Math.min(...ys), bottom: Math.max(...ys), dots, weight, life };
  });
  const stems = plan.flatMap(({ members }, index) =>
    members.map(({ lane, image }): Stem => {
      const y = rowOf.get(image.key)?.lanes[image.lanes.indexOf(lane)] ?? 0;
      const to = columns.buses[index] ?? 0;
      const from = columns.config.x + columns.config.w + (image.life === 'dangling' ? LOOSE : 0);
      return { key: lane.key, image: image.key, life: image.life, y, from, to, hops: hopsOver(buses, y, from, to) };
    }),
  );
  const leads = boxes.flatMap((box) =>
    (box.folded
      ? [{ key: box.group.key, y: box.top + box.height / 2, loose: isLoose(box.group) }]
      : box.beds.map(({ bed, top, height }) => ({ key: bed.key, y: top + height / 2, loose: bed.life === 'dangling' }))
    ).flatMap(({ key, y, loose }): Lead[] => {
      const users = buses.filter(({ dots }) => dots.some((dot) => dot.y === y && dot.beds.includes(key)));
      if (users.length === 0) return [];
      const from = Math.min(...users.map(({ x }) => x));
      const to = columns.bed.x + (loose ? LOOSE : 0);
      const others = buses.filter((bus) => !users.includes(bus));
      return [{ key, y, from, to, loose, hops: hopsOver(others, y, from, to) }];
    }),
  );
  return {
    height: Math.max(bottom, ...boxes.map(({ top, height }) => top + height + GAP)) + 8,
    columns,
    rows,
    groups: boxes,
    buses,
    leads,
    stems,
    tight,
  };
}

/** Groups one below the other, and where each image would like its row: level with the bed it is met at. */
function placeGroups(
  { images, groups }: StoreModel,
  folds: ReadonlySet<string>,
  { tight, seen }: { readonly tight: boolean; readonly seen: number },
): { readonly boxes: readonly GroupBox[]; readonly wants: readonly number[] } {
  const boxes: GroupBox[] = [];
  const wants: number[] = [];
  let bedTop = TOP;
  let rowTop = TOP;
  for (const group of groups) {
    const folded = folds.has(group.key) && group.beds.length > 1;
    const heights = group.beds.map((bed) => bedHeight(bed, seen));
    const first = folded ? PAGE : (heights[0] ?? 0);
    const labelled = group.users.length > 1;
    let top = bedTop + (labelled ? LABEL : 0);
    let image = images[wants.length];
    // Room for the row of the image that is met here, so that the line between row and bed is straight.
    if (!tight && !labelled && image !== undefined && group.users.includes(image.key))
      top = Math.max(top, rowTop + rowHeight(image) / 2 - first / 2);
    const box = groupBox(group, Math.round(top), folded, heights, labelled);
    boxes.push(box);
    bedTop = box.top + box.height + GAP;
    for (; image !== undefined && group.users.includes(image.key); image = images[wants.length]) {
      // Above layers that others have too there is a gap: a line in it is taken for nobody else's.
      const want = labelled && image.key !== group.users[0] ? box.top - LABEL / 2 : box.top + first / 2;
      wants.push(want);
      rowTop = Math.max(rowTop, want - rowHeight(image) / 2) + rowHeight(image) + spaceBelow(image, tight);
    }
  }
  return { boxes, wants };
}

/** Below a row: its caption, and room. */
const spaceBelow = (image: ImageModel, tight: boolean): number => (tight ? 8 : captionLines(image) * LINE + 14);

/** Lines below a row: its size; why it dangles, what else its index names; its containers. */
export const captionLines = ({ life, absent, attestations, containers }: ImageModel): number =>
  1 + (life === 'dangling' ? 2 : life === 'step' || absent.length + attestations > 0 ? 1 : 0) + (containers.length > 0 ? 1 : 0);

/** Rows one below the other, each where it wants to stand or lower, clear of lines that its own could be taken for. */
function placeRows(
  images: readonly ImageModel[],
  wants: readonly number[],
  boxes: readonly GroupBox[],
  plan: readonly Planned[],
  tight: boolean,
): { readonly rows: readonly RowBox[]; readonly bottom: number } {
  const busesOf = (key: string): number[] =>
    plan.flatMap(({ members }, index) => (members.some(({ image }) => image.key === key) ? [index] : []));
  const lines = boxes.map((box) => ({ ys: centres(box), from: Math.min(...box.group.users.flatMap(busesOf)) }));
  const rows: RowBox[] = [];
  let next = TOP - 3;
  images.forEach((image, index) => {
    const height = rowHeight(image);
    const reach = Math.max(-1, ...busesOf(image.key));
    const busy = lines.filter(({ from }) => from < reach).flatMap(({ ys }) => ys);
    const isBusy = (top: number): boolean => lanesOf(image, top, height).some((y) => busy.some((other) => Math.abs(other - y) < CLEAR));
    let top = Math.max(next, Math.round((wants[index] ?? next + height / 2) - height / 2));
    while (isBusy(top)) top += 2;
    rows.push({
      key: image.key,
      top,
      height,
      y: top + height / 2,
      lanes: lanesOf(image, top, height),
      flags: flagsOf(image, top, height),
      caption: !tight,
    });
    next = top + height + spaceBelow(image, tight);
  });
  return { rows, bottom: next };
}

const isLoose = (group: GroupModel): boolean => group.beds.every(({ life }) => life === 'dangling');

function rowHeight(image: ImageModel): number {
  return Math.max(PAGE, flagCount(image) * FLAG - 4, image.lanes.length * LANE - (LANE - PAGE));
}

/** Flags that are drawn: the last place tells how many more there are. */
export const flagCount = ({ tags }: ImageModel): number => Math.max(1, Math.min(tags.length, FLAGS));

function lanesOf(image: ImageModel, top: number, height: number): number[] {
  const start = top + height / 2 - ((image.lanes.length - 1) * LANE) / 2;
  return image.lanes.map((_, index) => start + index * LANE);
}

function flagsOf(image: ImageModel, top: number, height: number): number[] {
  const count = flagCount(image);
  const start = top + height / 2 - ((count - 1) * FLAG) / 2;
  return Array.from({ length: count }, (_, index) => start + index * FLAG);
}

/** Few beds have room for their instruction on a line of its own. */
function bedHeight(bed: BedModel, seen: number): number {
  if (seen <= 10) return bed.instruction === '' ? PAGE : 46;
  return seen <= 24 ? PAGE : 28;
}

function groupBox(group: GroupModel, top: number, folded: boolean, heights: readonly number[], labelled: boolean): GroupBox {
  let at = top;
  const beds = group.beds.map((bed, index): BedBox => {
    const height = heights[index] ?? PAGE;
    const box = { bed, top: at, height };
    at += height;
    return box;
  });
  const height = folded ? PAGE : at - top;
  return { group, top, height, folded, ...(labelled ? { label: top - 20 } : {}), beds: folded ? [] : beds };
}

const centres = (box: GroupBox): number[] =>
  box.folded ? [box.top + box.height / 2] : box.beds.map(({ top, height }) => top + height / 2);

function dotsOf(box: GroupBox, mine: ReadonlySet<string>): Dot[] {
  if (box.folded) {
    const beds = box.group.beds.map(({ key }) => key).filter((key) => mine.has(key));
    return beds.length === 0 ? [] : [{ y: box.top + box.height / 2, beds }];
  }
  return box.beds.filter(({ bed }) => mine.has(bed.key)).map(({ bed, top, height }) => ({ y: top + height / 2, beds: [bed.key] }));
}

const hopsOver = (buses: readonly Bus[], y: number, from: number, to: number): number[] =>
  buses.filter(({ x, top, bottom }) => x > from && x < to && top < y && bottom > y).map(({ x }) => x);

interface Member {
  readonly lane: ImageModel['lanes'][number];
  readonly image: ImageModel;
}
interface Planned {
  readonly key: string;
  readonly members: readonly Member[];
  readonly weight: Bus['weight'];
  /** Pixels to the next one. */
  readonly pitch: number;
}

/** Which buses there are: one a stack; with many images thin ones, and beyond that one a repository. */
function busesFor(lanes: readonly Member[], chosen: string | undefined): Planned[] {
  if (lanes.length <= ROOMY) return lanes.map((member) => ({ key: member.lane.key, members: [member], weight: 'full', pitch: 20 }));
  const single = (member: Member): Planned =>
    member.image.key === chosen
      ? { key: member.lane.key, members: [member], weight: 'full', pitch: 14 }
      : { key: member.lane.key, members: [member], weight: 'thin', pitch: 8 };
  if (lanes.length <= BUSES) return lanes.map(single);
  const bundles = new Map<string, Member[]>();
  for (const member of lanes) {
    const key = member.image.key === chosen ? member.lane.key : repository(member.image);
    bundles.set(key, [...(bundles.get(key) ?? []), member]);
  }
  return [...bundles].map(
    ([key, members]): Planned => ({
      key,
      members,
      weight: members.some(({ image }) => image.key === chosen) ? 'full' : 'bundle',
      pitch: 16,
    }),
  );
}

/** The repository of an image's first name; those without one go together. */
export function repository({ tags, remembered, life }: ImageModel): string {
  const name = tags[0];
  if (name === undefined) return life === 'dangling' ? '<none>' : (remembered?.digest ?? '<none>');
  const colon = name.lastIndexOf(':');
  return colon > name.lastIndexOf('/') ? name.slice(0, colon) : name;
}
