import { describe, expect, it } from 'vitest';
import { chmodLater, cow } from '../stack/testdata/views.ts';
import { bedHeight, fenceModel } from './model.ts';

const view = {
  images: [
    { ...chmodLater, created: 2 },
    { ...cow, created: 1 },
  ],
};

describe('fence', () => {
  it('LES-40 shows the newest images, older at the left, and counts shared layers once', () => {
    const model = fenceModel(view, 4);
    expect(model.columns.map((column) => [column.name, column.beds.map((bed) => [bed.paint.code, bed.shared])])).toEqual([
      [
        'cow:1',
        [
          ['63ca', 2],
          ['b1c4', 2],
          ['0e5b', 2],
        ],
      ],
      [
        '77aa00000000',
        [
          ['63ca', 2],
          ['b1c4', 2],
          ['0e5b', 2],
          ['d00d', 1],
        ],
      ],
    ]);
    expect(model).toMatchObject({ images: 2, layers: 4, onDisk: 13_040_015, oneByOne: 26_080_018 });
  });

  it('LES-40 leaves out what does not fit', () => {
    expect(fenceModel(view, 1).columns.map((column) => column.name)).toEqual(['77aa00000000']);
    expect(fenceModel({ ...view, images: [] }, 4).columns).toEqual([]);
  });

  it('LES-40 what fits beside the newest image is what shares most with it', () => {
    const stranger = { ...cow, id: 'sha256:5e', tags: ['stranger:1'], created: 3, rows: [] };
    const images = [...view.images.map((image) => ({ ...image, created: image.created * 2 })), stranger];
    expect(fenceModel({ images }, 2).columns.map((column) => column.name)).toEqual(['cow:1', '77aa00000000']);
    expect(fenceModel({ images }, 3).columns.map((column) => column.name)).toEqual(['cow:1', 'stranger:1', '77aa00000000']);
  });

  it('LES-41 heights grow with the logarithm of the size', () => {
    expect([0, 1, 1e4, 1e8, 1e12].map(bedHeight)).toEqual([34, 34, 65, 96, 96]);
  });
});
