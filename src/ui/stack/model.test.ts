import { describe, expect, it } from 'vitest';
import { type Bed, stackModel } from './model.ts';
import { densityOf, keyOf, rowsOf } from './rows.ts';
import { containerSubject, follow, imageSubject } from './subject.ts';
import { c1, chmodLater, config, configOnly, cow, digest, layer, leaky } from './testdata/views.ts';
import { instructionOf, percent, stackText } from './text.ts';
import { stackWords } from './words.ts';

describe('stack', () => {
  it.each(['en', 'zh'] as const)('LES-22 the picture has a text form (%s)', async (locale) => {
    const text = [stackModel(cow, [], c1), stackModel(chmodLater, [cow]), stackModel(leaky, []), stackModel(configOnly, [])]
      .map((model) => stackText(model, stackWords(locale)))
      .join('\n');
    await expect(text).toMatchFileSnapshot(`testdata/stack.${locale}.golden`);
  });

  it('LES-23 beds are newest first; config rows lie on the layer before them', () => {
    const model = stackModel(cow, []);
    expect(model.beds.map((bed) => [bed.position, bed.code, bed.instruction, bed.planes])).toEqual([
      [3, '0e5b', 'COPY a s /', ['CMD ["sleep" "infinity"]']],
      [2, 'b1c4', 'RUN dd if=/dev/zero of=/big bs=1M count=5', []],
      [1, '63ca', '', []],
    ]);
  });

  it('LES-24 hidden bytes of a layer are those that later layers and the container hide', () => {
    expect(stackModel(chmodLater, []).beds.map((bed) => bed.hidden)).toEqual([0, 6, 0, 0]);
    expect(stackModel(cow, [], c1).beds.map((bed) => bed.hidden)).toEqual([6, 5_240_000, 0]);
    expect(stackModel(cow, []).hidden).toBe(0);
  });

  it('LES-25 a layer is shared when another image has it on the same layers', () => {
    expect(stackModel(chmodLater, [cow]).beds.map((bed) => bed.sharedBy)).toEqual([0, 1, 1, 1]);
  });

  it('LES-27 the picture follows what the last command made or changed', () => {
    const empty = { now: 0, cwd: '/', prompt: '$ ', images: [], containers: [] };
    const one = { ...empty, images: [cow] };
    expect(follow(one, empty, undefined)).toBe(imageSubject(cow.id));
    expect(follow({ ...one, containers: [c1] }, one, imageSubject(cow.id))).toBe(containerSubject(c1.id));
    expect(follow({ ...empty, images: [cow, chmodLater] }, one, imageSubject(cow.id))).toBe(imageSubject(chmodLater.id));
    expect(follow(one, one, imageSubject(cow.id))).toBe(imageSubject(cow.id));
    expect(follow(empty, one, imageSubject(cow.id))).toBeUndefined();
  });

  it('STK-1 the base is folded into one row, which unfolds into its layers', () => {
    const model = stackModel(leaky, []);
    expect(model.base).toMatchObject({ name: 'python:3.12-slim', count: 3, size: 40_000_000, hidden: 4_000_000 });
    expect(rowsOf(model, false).map((row) => row.kind)).toEqual(['bed', 'bed', 'bed', 'group']);
    expect(rowsOf(model, true).map((row) => (row.kind === 'bed' ? [row.bed.position, row.inBase] : row.kind))).toEqual([
      [6, false],
      [5, false],
      [4, false],
      'group',
      [3, true],
      [2, true],
      [1, true],
    ]);
  });

  it('STK-2 a base of one layer is no group: its layer carries the name', () => {
    const model = stackModel(cow, []);
    expect(model.base).toBeUndefined();
    expect(model.beds.map((bed) => bed.baseName)).toEqual([undefined, undefined, 'alpine:3.20']);
  });

  it('STK-3 an image made here is folded as a base only among more than eight layers', () => {
    const on = (count: number) => stackModel({ ...many(count), base: { name: 'mine:1', layers: 4, pulled: false } }, []).base?.count;
    expect([on(8), on(9)]).toEqual([undefined, 4]);
  });

  it('STK-62 a layer that docker import made says so in words, not with the engine’s note', () => {
    const bed = { instruction: '', comment: 'Imported from -' } as Bed;
    expect([instructionOf(bed, stackWords('en')), instructionOf(bed, stackWords('zh'))]).toEqual([
      'A whole file system, imported',
      '一次导入的整个文件系统',
    ]);
    expect(instructionOf({ ...bed, comment: 'Imported from http://example.com/a.tar' }, stackWords('en'))).toBe(
      'A whole file system, imported from http://example.com/a.tar',
    );
    expect(instructionOf({ ...bed, comment: 'by hand' }, stackWords('en'))).toBe('by hand');
  });

  it('STK-4 rows get lower the more there are', () => {
    const density = (count: number) => densityOf(rowsOf(stackModel(many(count), []), false));
    expect([1, 8, 9, 20, 21, 40, 41, 60, 61, 125].map(density)).toEqual([
      'comfortable',
      'comfortable',
      'normal',
      'normal',
      'compact',
      'compact',
      'dense',
      'dense',
      'trace',
      'trace',
    ]);
  });

  it('STK-5 layers whose first four digits are equal show six', () => {
    const image: ImageOf = { ...cow, rows: [layer('aaaa11', 'RUN a', []), layer('aaaa22', 'RUN b', []), layer('bbbb33', 'RUN c', [])] };
    expect(stackModel(image, []).beds.map((bed) => bed.code)).toEqual(['bbbb', 'aaaa22', 'aaaa11']);
  });

  it('STK-6 efficiency is rounded down: 100 % means all of it', () => {
    expect([1, 0.99999, 0.984_42, 0.5, 0].map(percent)).toEqual(['100 %', '99.9 %', '98.4 %', '50 %', '0 %']);
  });

  it('STK-7 a layer twice in one image is two rows with keys of their own', () => {
    const image: ImageOf = {
      ...cow,
      rows: [
        layer('e3', 'WORKDIR /a', [], { chainID: digest('01') }),
        layer('e3', 'WORKDIR /b', [], { chainID: digest('02') }),
        config('CMD'),
      ],
    };
    expect(new Set(rowsOf(stackModel(image, []), false).map(keyOf)).size).toBe(2);
  });
});

type ImageOf = typeof cow;
const many = (count: number): ImageOf => {
  const { base: _, ...image } = cow;
  return { ...image, rows: Array.from({ length: count }, (_none, index) => layer(`${(index + 4096).toString(16)}ab`, `RUN ${index}`, [])) };
};
