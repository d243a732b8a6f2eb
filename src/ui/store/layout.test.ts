import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Layout, layoutOf } from './layout.ts';
import { lineWithHops } from './lines.ts';
import { storeModel } from './model.ts';
import { indexed, type Made, retagged, storeView } from './testdata/views.ts';

/** Stores whose images share lower layers, as builds on one another do. */
const stores = fc
  .array(
    fc.record({ on: fc.nat(40), cut: fc.nat(5), own: fc.array(fc.integer({ min: 16, max: 0xffff }), { maxLength: 4 }), tags: fc.nat(6) }),
    { maxLength: 26 },
  )
  .map((specs) => {
    const images: Made[] = [];
    specs.forEach(({ on, cut, own, tags }, index) => {
      const below = images[on]?.layers.slice(0, cut) ?? [];
      const layers = [...below, ...own.map((head, at) => `${(head * 8 + at).toString(16).padStart(6, '0')}`)];
      if (images.some((image) => image.layers.join() === layers.join())) return;
      images.push({
        id: `${(index + 17).toString(16)}ef`,
        tags: Array.from({ length: tags }, (_, at) => `r${index % 5}/app:${index}.${at}`),
        layers,
      });
    });
    return storeModel(storeView(images));
  });

const drawn = fc
  .record({ model: stores, width: fc.integer({ min: 500, max: 1500 }), fold: fc.boolean(), pick: fc.nat(30) })
  .map(({ model, width, fold, pick }) => {
    const folded = new Set(fold ? model.groups.filter(({ beds }) => beds.length > 2).map(({ key }) => key) : []);
    const chosen = model.images[pick]?.key;
    return { model, width, layout: layoutOf(model, { width, folded, ...(chosen === undefined ? {} : { chosen }) }) };
  });

const dotted = ({ buses }: Layout, image: string, chain: string): number =>
  buses.filter(({ images }) => images.includes(image)).flatMap(({ dots }) => dots.filter(({ beds }) => beds.includes(chain))).length;

describe('layout of the store', () => {
  it('STO-40 every layer of every image has exactly one dot, on the bus of that image', () => {
    fc.assert(
      fc.property(drawn, ({ model, layout }) => {
        for (const { key, lanes } of model.images)
          for (const chain of lanes.flatMap(({ stack }) => stack)) expect(dotted(layout, key, chain)).toBe(1);
      }),
    );
  });

  it('STO-41 no two buses stand on the same line, and all stand between configs and beds', () => {
    fc.assert(
      fc.property(drawn, ({ layout: { buses, columns } }) => {
        const xs = buses.map(({ x }) => x);
        expect(new Set(xs).size).toBe(xs.length);
        for (const x of xs) expect(x > columns.config.x + columns.config.w + 12 && x < columns.bed.x).toBe(true);
      }),
    );
  });

  it('STO-42 beds do not overlap, nor do rows; both keep their order', () => {
    fc.assert(
      fc.property(drawn, ({ layout: { groups, rows } }) => {
        const boxes = groups.flatMap((box): { top: number; height: number }[] => (box.folded ? [box] : [...box.beds]));
        boxes.forEach((box, index) => {
          const below = boxes[index + 1];
          if (below !== undefined) expect(box.top + box.height).toBeLessThanOrEqual(below.top);
        });
        rows.forEach((row, index) => {
          const below = rows[index + 1];
          if (below !== undefined) expect(row.top + row.height).toBeLessThan(below.top);
        });
      }),
    );
  });

  it('STO-43 a line hops over every bus that it only crosses, and over no other', () => {
    fc.assert(
      fc.property(drawn, ({ layout: { buses, leads, stems } }) => {
        for (const { y, from, to, hops } of [...leads, ...stems])
          for (const bus of buses) {
            const crosses = bus.x > from && bus.x < to && bus.top < y && bus.bottom > y;
            const meets = bus.dots.some((dot) => dot.y === y);
            expect(hops.includes(bus.x)).toBe(crosses && !meets);
          }
      }),
    );
  });

  it('STO-44 no stem runs so near to a lead that crosses its way that one could be taken for the other', () => {
    fc.assert(
      fc.property(drawn, ({ layout: { leads, stems } }) => {
        for (const stem of stems)
          for (const lead of leads) if (lead.from < stem.to) expect(Math.abs(stem.y - lead.y)).toBeGreaterThanOrEqual(8);
      }),
    );
  });

  it('STO-45 up to six images have full buses, up to twenty thin ones, more share one by repository; the chosen one keeps its own', () => {
    const many = (count: number) =>
      storeModel(
        storeView(
          Array.from(
            { length: count },
            (_, index): Made => ({
              id: `${index + 16}aa`,
              tags: [`repo${index % 4}:${index}`],
              layers: ['5d21fb', `${(index + 4096).toString(16)}cc`],
            }),
          ),
        ),
      );
    const weights = (count: number, chosen?: number) => {
      const model = many(count);
      const key = chosen === undefined ? undefined : model.images[chosen]?.key;
      return layoutOf(model, { width: 700, folded: new Set(), ...(key === undefined ? {} : { chosen: key }) }).buses.map(
        ({ weight, images }) => `${weight} ${images.length}`,
      );
    };
    expect(new Set(weights(6))).toEqual(new Set(['full 1']));
    expect(weights(12, 3).filter((one) => one === 'full 1')).toHaveLength(1);
    expect(new Set(weights(12))).toEqual(new Set(['thin 1']));
    expect(weights(24)).toEqual(['bundle 6', 'bundle 6', 'bundle 6', 'bundle 6']);
    expect(weights(24, 0)).toContain('full 1');
  });

  it('STO-46 a row stands level with the newest layer of its image where there is room', () => {
    const { rows, groups } = layoutOf(storeModel(storeView(retagged)), { width: 694, folded: new Set() });
    const first = groups[0]?.beds[0];
    expect(rows[0]?.y).toBe((first?.top ?? 0) + (first?.height ?? 0) / 2);
  });

  it('STO-47 an index has a column of its own, and a lane for each platform that is here', () => {
    const { columns, rows } = layoutOf(storeModel(indexed()), { width: 700, folded: new Set() });
    expect(columns.index).toBeDefined();
    expect(rows[0]?.lanes).toHaveLength(2);
  });

  it('STO-48 a hop is an arc of seven pixels', () => {
    expect(lineWithHops({ y: 10, from: 0, to: 100, hops: [60, 40] })).toBe('M0 10H36.5a3.5 3.5 0 0 1 7 0H56.5a3.5 3.5 0 0 1 7 0H100');
  });
});
