import { describe, expect, it } from 'vitest';
import { Efficiency, type Member } from './efficiency.ts';

const file = (path: string, size: number): Member => ({ path, size, isDir: false });
const dir = (path: string): Member => ({ path, size: 0, isDir: true });
const gone = (path: string): Member => file(path.replace(/([^/]+)$/, '.wh.$1'), 0);

function dive(layers: readonly (readonly Member[])[], top?: readonly Member[]) {
  const sums = new Efficiency();
  for (const layer of layers) sums.add(layer);
  const { efficiency, wasted, paths, count } = sums.result(top);
  return { efficiency, wasted, count, paths: paths.map(({ path, size, times }) => `${path} ${size} ×${times}`) };
}

describe('efficiency', () => {
  it('STK-30 gives what dive expects of its own case', () => {
    const layers = [
      [file('etc/nginx/nginx.conf', 2000), file('etc/nginx/public', 3000)],
      [file('etc/nginx/nginx.conf', 5000), file('etc/athing', 10_000)],
      [gone('etc/nginx')],
    ];
    expect(dive(layers)).toEqual({ efficiency: 0.75, wasted: 7000, count: 1, paths: ['/etc/nginx/nginx.conf 7000 ×2'] });
  });

  it('STK-30 an image without bytes is wholly efficient', () => {
    expect(dive([[file('nothing', 0)], [], []])).toEqual({ efficiency: 1, wasted: 0, count: 0, paths: [] });
    expect(dive([])).toEqual({ efficiency: 1, wasted: 0, count: 0, paths: [] });
  });

  it('STK-30 a file that is deleted wastes its bytes', () => {
    expect(dive([[file('bin/sh', 7_800_000)], [file('big', 5_240_000)], [gone('big')]])).toEqual({
      efficiency: 7_800_000 / 13_040_000,
      wasted: 5_240_000,
      count: 1,
      paths: ['/big 5240000 ×2'],
    });
  });

  it('STK-30 a deleted directory counts what was in it, if an archive member made the directory', () => {
    const made = [dir('app'), file('app/a', 300), file('app/b', 500)];
    // The directory is a leaf of the third layer only, so it stands once: its bytes count as found, not as wasted.
    expect(dive([[file('x', 200)], made, [gone('app')]])).toEqual({ efficiency: 1, wasted: 0, count: 0, paths: [] });
    expect(dive([[dir('app')], made, [gone('app')]])).toEqual({
      efficiency: 800 / 1600,
      wasted: 800,
      count: 1,
      paths: ['/app 800 ×2'],
    });
    // A layer that does not name the directory itself makes dive forget that it is one.
    expect(dive([[dir('app')], made.slice(1), [gone('app')]])).toEqual({ efficiency: 1, wasted: 0, count: 1, paths: [] });
  });

  it('STK-30 a file that stands again counts every copy', () => {
    expect(dive([[file('a', 10)], [file('a', 10)], [file('a', 4)]])).toMatchObject({ efficiency: 4 / 24, wasted: 24, paths: ['/a 24 ×3'] });
  });

  it('STK-30 opaque markers count nothing, and a whiteout of nothing ends the reading of its layer', () => {
    expect(dive([[file('d/a', 50)], [file('d/.wh..wh..opq', 0), file('d/b', 5)]])).toMatchObject({ efficiency: 1, wasted: 0 });
    expect(
      dive([
        [file('a', 10), file('z', 10)],
        [file('a', 10), gone('none'), file('z', 10)],
      ]),
    ).toMatchObject({
      // `.wh.none` sorts before `a`: nothing of the layer is read.
      efficiency: 1,
      wasted: 0,
    });
    expect(
      dive([
        [file('-', 10), file('z', 10)],
        [file('-', 10), gone('none'), file('z', 10)],
      ]),
    ).toMatchObject({ wasted: 20 });
  });

  it('STK-31 a container counts as one more layer, and leaves the sums of its image alone', () => {
    const sums = new Efficiency();
    for (const layer of [[file('bin/sh', 7_800_000)], [file('big', 5_240_000)], [file('a', 3), file('s', 6)]]) sums.add(layer);
    expect(sums.result()).toMatchObject({ efficiency: 1, wasted: 0, added: 5_240_009 });
    expect(sums.result([gone('big'), file('n', 0), file('s', 6)])).toMatchObject({ wasted: 5_240_012, count: 2, added: 5_240_015 });
    expect(sums.result().wasted).toBe(0);
    expect(sums.result([gone('big')]).efficiency).toBeCloseTo(0.598, 3);
  });
});
