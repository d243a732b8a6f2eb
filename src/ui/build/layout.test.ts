import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LayoutItem, layoutOf } from './layout.ts';

/** Dockerfiles as far as the layout looks at them: stages whose steps take from any earlier stage. */
const graphs = fc
  .array(fc.array(fc.array(fc.nat(11), { maxLength: 2 }), { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 12 })
  .map((stages) => stages.map((items, stage) => items.map((needs): LayoutItem => ({ needs: needs.filter((from) => from < stage) }))));

describe('layout', () => {
  it('BPX-20 a station stands below the one before it and below the ends of what it takes from', () => {
    fc.assert(
      fc.property(graphs, (stages) => {
        const { rows, rowCount } = layoutOf(stages);
        stages.forEach((items, stage) => {
          items.forEach(({ needs }, item) => {
            const row = rows[stage]![item]!;
            if (item > 0) expect(row).toBeGreaterThan(rows[stage]![item - 1]!);
            for (const from of needs) expect(row).toBeGreaterThan(rows[from]!.at(-1)!);
            expect(row).toBeLessThan(rowCount);
          });
        });
      }),
    );
  });

  it('BPX-21 joins run to the right, and no two lie on each other', () => {
    fc.assert(
      fc.property(graphs, (stages) => {
        const { joins, lanes } = layoutOf(stages);
        for (const join of joins) {
          expect(join.to).toBeGreaterThan(join.from);
          expect(join.lane).toBeLessThan(lanes[join.row]!);
          for (const other of joins)
            if (other !== join && other.row === join.row && other.lane === join.lane)
              expect(other.to < join.from || join.to < other.from).toBe(true);
        }
        const wanted = stages.flatMap((items, to) =>
          items.flatMap(({ needs }, item) => [...new Set(needs)].map((from) => `${from} ${to} ${item}`)),
        );
        expect(joins.map(({ from, to, item }) => `${from} ${to} ${item}`).sort()).toEqual(wanted.sort());
      }),
    );
  });

  it('BPX-22 a join hops over exactly the lines that are there at its height', () => {
    fc.assert(
      fc.property(graphs, (stages) => {
        const { joins, rows, reach } = layoutOf(stages);
        for (const { from, to, row, lane, hops } of joins)
          for (let column = from + 1; column < to; column++) {
            const begins = joins.some((one) => one.to === column && one.item === 0 && one.row === row && one.lane < lane);
            const above = rows[column]![0]! < row || begins;
            const below = rows[column]!.at(-1)! >= row || (reach[column] ?? 0) > row;
            expect(hops.includes(column)).toBe(above && below);
          }
      }),
    );
  });

  it('BPX-23 stages without joins begin side by side', () => {
    const { rows, joins } = layoutOf([[{ needs: [] }, { needs: [] }], [{ needs: [] }], [{ needs: [] }, { needs: [0] }]]);
    expect(rows).toEqual([[0, 1], [0], [0, 2]]);
    expect(joins).toEqual([{ from: 0, to: 2, row: 2, item: 1, lane: 0, hops: [] }]);
  });
});
