import { describe, expect, it } from 'vitest';
import { lossOf } from './loss.ts';
import { storeModel } from './model.ts';
import { rippleModel } from './ripple/model.ts';
import { rippleText } from './ripple/text.ts';
import { rippleWords } from './ripple/words.ts';
import { digest, indexed, type Made, retagged, storeView, web } from './testdata/views.ts';
import { sayLoss, shortCode, storeText } from './text.ts';
import { storeWords } from './words.ts';

const view = storeView(retagged, { containers: [web], kept: [['abcd01']] });
const model = storeModel(view);

describe('store', () => {
  it.each(['en', 'zh'] as const)('STO-10 everything the picture shows has a text form (%s)', async (locale) => {
    const t = storeWords(locale);
    const empty = storeModel(storeView([]));
    const texts = [storeText(model, t), storeText(storeModel(indexed()), t), storeText(empty, t)];
    await expect(texts.join('\n')).toMatchFileSnapshot(`testdata/store.${locale}.golden`);
  });

  it('STO-11 along every stack the newest layer stands first, and layers of the same images stand together', () => {
    const order = model.groups.flatMap(({ beds }) => beds.map(({ key }) => key));
    for (const { lanes } of model.images)
      for (const { stack } of lanes)
        expect(stack.map((key) => order.indexOf(key))).toEqual([...stack.map((key) => order.indexOf(key))].sort((a, b) => a - b));
    expect(model.groups.map(({ beds, users }) => [beds.length, users.length])).toEqual([
      [1, 1],
      [1, 1],
      [3, 2],
      [4, 3],
    ]);
  });

  it('STO-12 an image without a name dangles, and so do the layers that only it has', () => {
    const [app, old, python] = model.images;
    expect([app?.life, old?.life, python?.life]).toEqual(['named', 'dangling', 'named']);
    expect(old?.why).toEqual({ kind: 'moved', name: 'app:latest', to: '8e4f' });
    expect(model.groups.map(({ beds }) => beds[0]?.life)).toEqual(['named', 'dangling', 'named', 'named']);
  });

  it('STO-13 an image that only a digest leads to dangles with a graph driver; with containerd’s store the digest is its name', () => {
    const pulled = storeView([{ id: 'f3a6', layers: ['5d21fb'], digests: [`python@${digest('0c95')}`] }]);
    expect(storeModel(pulled).images[0]).toMatchObject({ life: 'dangling', remembered: { code: '0c95' } });
    expect(storeModel({ ...pulled, kind: 'containerd' }).images[0]).toMatchObject({ life: 'named', pinned: 'python@f3a6' });
  });

  it('STO-14 images between the steps of the classic builder are shown only when asked for', () => {
    const steps: readonly Made[] = [
      { id: 'aa11', tags: ['app:1'], layers: ['5d21fb', 'c7d1a0'], parent: 'bb22' },
      { id: 'bb22', layers: ['5d21fb', 'c7d1a0'], intermediate: true },
    ];
    expect(storeModel(storeView(steps)).images.map(({ code }) => code)).toEqual(['aa11']);
    expect(storeModel(storeView(steps), { all: true }).images.map(({ life }) => life)).toEqual(['named', 'step']);
    expect(storeModel(storeView(steps)).steps).toBe(1);
  });

  it('STO-15 codes that begin alike are told with six digits', () => {
    const alike = storeModel(storeView([{ id: 'abcd11', tags: ['a:1'], layers: ['abcd22'] }]));
    expect([alike.images[0]?.code, alike.groups[0]?.beds[0]?.code]).toEqual(['abcd11', 'abcd22']);
  });

  it('STO-16 layers that no image uses are told apart from those that images have', () => {
    expect(model.kept.map(({ code }) => code)).toEqual(['abcd']);
    expect(model.orphans).toEqual([]);
  });

  it('STO-17 with containerd’s store each platform that is here has a manifest and a config of its own', () => {
    const [image] = storeModel(indexed()).images;
    expect(image?.lanes.map(({ platform, host }) => [platform, host])).toEqual([
      ['linux/amd64', true],
      ['linux/arm64', false],
    ]);
    expect([image?.index?.code, image?.absent, image?.attestations]).toEqual(['8e4f', ['linux/s390x'], 1]);
  });
});

describe('what goes', () => {
  const without = (id: string) =>
    storeView(
      retagged.filter((image) => image.id !== id),
      { containers: [web], kept: [['abcd01']] },
    );

  it('STO-22 a loss is the difference of two stores: images, names, layers and bytes', () => {
    const loss = lossOf(view, without('41b7d9'));
    expect(loss).toMatchObject({ images: [digest('41b7d9')], names: [], layers: [expect.any(String)], stay: 8, freed: 4144 });
    expect(lossOf(view, view)).toMatchObject({ images: [], layers: [], freed: 0 });
  });

  it('STO-23 layers that something else keeps are told as staying', () => {
    const common = retagged[1]?.layers ?? [];
    const after = storeView(
      retagged.filter(({ id }) => id !== '41b7d9'),
      { containers: [web], kept: [['abcd01'], common] },
    );
    const loss = lossOf(view, after);
    expect([loss.layers.length, loss.kept.length, loss.keptBytes]).toEqual([0, 1, 4144]);
  });

  it('STO-24 an image that loses its name and stays is told as left dangling', () => {
    const untagged = storeView(
      retagged.map((image) => (image.id === '8e4f6d' ? { ...image, tags: [] } : image)),
      { containers: [web], kept: [['abcd01']] },
    );
    expect(lossOf(view, untagged)).toMatchObject({ names: ['app:1.1', 'app:latest'], loose: [digest('8e4f6d')], images: [] });
  });

  it.each(['en', 'zh'] as const)('STO-25 one sentence says it before and after (%s)', async (locale) => {
    const t = storeWords(locale);
    const loss = lossOf(view, without('41b7d9'));
    const all = lossOf(view, storeView([], { kept: [['abcd01'], retagged[0]?.layers ?? []] }));
    const lines = [
      sayLoss(loss, { kind: 'would', line: 'docker image prune' }, t, shortCode),
      sayLoss(loss, { kind: 'answer', line: 'docker image prune' }, t, shortCode),
      sayLoss(loss, { kind: 'did', turn: 11 }, t, shortCode),
      sayLoss(all, { kind: 'would', line: 'docker system prune -a' }, t, shortCode),
      sayLoss(all, { kind: 'did', turn: 12 }, t, shortCode),
      sayLoss(lossOf(view, view), { kind: 'would', line: 'docker image prune' }, t, shortCode),
      sayLoss(lossOf(view, view), { kind: 'would', line: 'docker rmi 8e4f' }, t, shortCode, 'conflict: unable to delete 8e4f6d000000'),
    ].map(({ main, rest }) => `${main} ${rest}`.trim());
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`testdata/loss.${locale}.golden`);
  });
});

describe('ripple', () => {
  const pair = (old: string, now = old) => ({ old: digest(old), new: digest(now) });
  const answer = {
    was: '68',
    is: '48',
    layers: [
      { diffID: pair('11aa'), chainID: pair('11aa'), blob: pair('b1aa') },
      { diffID: pair('22aa', '22bb'), chainID: pair('c2aa', 'c2bb'), blob: pair('b2aa', 'b2bb') },
      { diffID: pair('33aa'), chainID: pair('c3aa', 'c3bb'), blob: pair('b3aa') },
    ],
    config: pair('d0aa', 'd0bb'),
    manifest: pair('e0aa', 'e0bb'),
    index: pair('f0aa', 'f0bb'),
    took: 5,
  };
  const still = {
    ...answer,
    layers: answer.layers.map(({ diffID, chainID, blob }) => ({
      diffID: pair(diffID.old.slice(7)),
      chainID: pair(chainID.old.slice(7)),
      blob: pair(blob.old.slice(7)),
    })),
  };

  it('STO-35 steps come in the order in which names are made: layer, chain, config, manifest, index', () => {
    const { steps, changed, all } = rippleModel(answer, 'byte', 'containerd');
    expect(steps.map(({ key }) => key)).toEqual(['diff', 'others', 'below', 'chain 1', 'chain 2', 'blob', 'config', 'manifest', 'index']);
    expect([changed, all]).toEqual([7, 12]);
  });

  it.each(['en', 'zh'] as const)('STO-36 each step says why it changed or stayed (%s)', async (locale) => {
    const t = rippleWords(locale);
    const texts = (['byte', 'mtime', 'mode'] as const).map((kind) => rippleText(rippleModel(answer, kind, 'containerd'), t));
    const { index: _, ...graph } = still;
    await expect([...texts, rippleText(rippleModel(graph, 'config', 'graph'), t)].join('\n')).toMatchFileSnapshot(
      `testdata/ripple.${locale}.golden`,
    );
  });
});
