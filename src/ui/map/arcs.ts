// The lines of "what builds on what": lessons are rows of one core, a need is a line at its left from the later row up to the earlier one.

export interface Arc {
  readonly from: number;
  readonly to: number;
  /** Which of the vertical ways it takes, from 0 beside the core. */
  readonly lane: number;
}

/** Lanes so that no two lines lie on one another: those that span little run close to the core. Lines to the same row share a lane. */
export function arcsOf(rows: readonly { readonly id: string; readonly direct: readonly string[] }[]): readonly Arc[] {
  const at = new Map(rows.map(({ id }, index) => [id, index]));
  const spans = new Map<number, number[]>();
  rows.forEach(({ direct }, from) => {
    for (const id of direct) {
      const to = at.get(id);
      if (to !== undefined) spans.set(to, [...(spans.get(to) ?? []), from]);
    }
  });
  const lanes: [number, number][][] = [];
  const out: Arc[] = [];
  const bundles = [...spans].map(([to, froms]) => ({ to, froms, low: Math.min(to, ...froms), high: Math.max(to, ...froms) }));
  for (const { to, froms, low, high } of bundles.sort((a, b) => a.high - a.low - (b.high - b.low))) {
    let lane = lanes.findIndex((taken) => taken.every(([a, b]) => high < a || low > b));
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push([low, high]);
    for (const from of froms) out.push({ from, to, lane });
  }
  return out;
}
