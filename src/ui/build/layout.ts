// Where stations and joins stand: rows run down with time, one column a stage. Pure numbers; no sizes and no words.

/** One place on a stage's line, and the stages whose ends it needs. */
export interface LayoutItem {
  readonly needs: readonly number[];
}

export interface JoinLine {
  /** Columns; a join always runs to the right. */
  readonly from: number;
  readonly to: number;
  /** The row of the station it joins, and which item of its stage that is. */
  readonly row: number;
  readonly item: number;
  /** 0 is the uppermost line above the row. */
  readonly lane: number;
  /** Columns whose line it passes over. */
  readonly hops: readonly number[];
}

export interface Layout {
  /** By stage and item. */
  readonly rows: readonly (readonly number[])[];
  readonly joins: readonly JoinLine[];
  readonly rowCount: number;
  /** Lines above each row. */
  readonly lanes: readonly number[];
  /** The row down to whose lines a stage's line is drawn on behind its last station; missing when nothing takes from it. */
  readonly reach: readonly (number | undefined)[];
}

/** A station stands below the one before it, and below the ends of the stages it takes from. */
export function layoutOf(stages: readonly (readonly LayoutItem[])[]): Layout {
  const rows: number[][] = [];
  const raw: { from: number; to: number; row: number; item: number }[] = [];
  stages.forEach((items, to) => {
    const own: number[] = [];
    items.forEach(({ needs }, item) => {
      const sources = [...new Set(needs)].filter((from) => from < to && (rows[from]?.length ?? 0) > 0);
      const row = Math.max((own.at(-1) ?? -1) + 1, ...sources.map((from) => (rows[from]?.at(-1) ?? -1) + 1));
      own.push(row);
      for (const from of sources) raw.push({ from, to, row, item });
    });
    rows.push(own);
  });
  const rowCount = Math.max(0, ...rows.map((own) => (own.at(-1) ?? -1) + 1));
  const reach = rows.map((_, stage) => {
    const ends = raw.filter(({ from }) => from === stage).map(({ row }) => row);
    return ends.length === 0 ? undefined : Math.max(...ends);
  });
  const placed = withLanes(raw);
  const joins = placed.map((join) => ({ ...join, hops: hopsOf(join, placed, rows, reach) }));
  const lanes = Array.from({ length: rowCount }, (_, row) =>
    Math.max(0, ...joins.filter((join) => join.row === row).map(({ lane }) => lane + 1)),
  );
  return { rows, joins, rowCount, lanes, reach };
}

type Unhopped = Omit<JoinLine, 'hops'>;

/** Lines above one row get lanes of their own where they would lie on each other; the ones from nearest by lie uppermost. */
function withLanes(joins: readonly Omit<Unhopped, 'lane'>[]): Unhopped[] {
  const placed: Unhopped[] = [];
  for (const join of [...joins].sort((a, b) => a.row - b.row || b.from - a.from || a.to - b.to)) {
    const taken = new Set(
      placed.filter((one) => one.row === join.row && one.from <= join.to && join.from <= one.to).map(({ lane }) => lane),
    );
    let lane = 0;
    while (taken.has(lane)) lane++;
    placed.push({ ...join, lane });
  }
  return placed;
}

/** Columns between whose line is there at the height of the join. */
function hopsOf(
  { from, to, row, lane }: Unhopped,
  joins: readonly Unhopped[],
  rows: readonly (readonly number[])[],
  reach: Layout['reach'],
): number[] {
  const hops: number[] = [];
  for (let column = from + 1; column < to; column++) {
    const own = rows[column] ?? [];
    const first = own[0];
    if (first === undefined || first > row) continue;
    // A line that begins with a join in this row is there from its lane on.
    if (first === row && !joins.some((one) => one.to === column && one.row === row && one.item === 0 && one.lane < lane)) continue;
    const end = Math.max(own.at(-1) ?? 0, (reach[column] ?? 0) - 1);
    if (end >= row) hops.push(column);
  }
  return hops;
}
