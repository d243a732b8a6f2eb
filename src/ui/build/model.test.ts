import { describe, expect, it } from 'vitest';
import { buildModel } from './model.ts';
import { scoreLines } from './Predicting.tsx';
import { judge } from './predict.ts';
import { previousOf } from './subject.ts';
import { broken, classic, failing, long, plan } from './testdata/views.ts';
import { buildText, sayPlace, saySummary } from './text.ts';
import { wasParts } from './Was.tsx';
import { buildWords } from './words.ts';

describe('build picture', () => {
  it.each(['en', 'zh'] as const)('BPX-30 the picture has a text form (%s)', async (locale) => {
    const text = [broken, failing, classic, long(30), plan].map((view) => buildText(buildModel(view), buildWords(locale))).join('\n');
    await expect(text).toMatchFileSnapshot(`testdata/build.${locale}.golden`);
  });

  it('BPX-31 the first step of a line that was not cached is the miss; what stands on it ran because of it', () => {
    const { lines, firstMiss, counts } = buildModel(broken);
    expect(lines.map(({ items }) => items.map((item) => (item.kind === 'station' ? item.mark : 'fold')))).toEqual([
      ['base', 'cached', 'cached', 'missed', 'because'],
      ['unneeded', 'unneeded'],
      ['base', 'config', 'cached', 'config'],
    ]);
    expect(firstMiss?.key).toBe('0.3');
    expect(lines[0]?.items[4]).toMatchObject({ root: '0.3', share: 1 });
    expect(counts).toEqual({ steps: 5, cached: 3, ran: 2, failed: 0, unneeded: 1, waiting: 0 });
  });

  it('BPX-32 a first build has no miss: every step ran for the first time', () => {
    const fresh = {
      ...broken,
      stages: broken.stages.map((stage) => ({
        ...stage,
        steps: stage.steps.map((step) =>
          step.state === 'cached' || step.state === 'ran'
            ? { ...step, state: 'ran' as const, because: { kind: 'first-build' as const } }
            : step,
        ),
      })),
    };
    const model = buildModel(fresh);
    expect(model.firstMiss).toBeUndefined();
    expect(model.stations.filter(({ mark }) => mark === 'ran')).toHaveLength(5);
  });

  it('BPX-33 runs of cached steps fold in long builds, but for the one that the hand is at', () => {
    const folded = buildModel(long(30));
    expect(folded.density).toBe('compact');
    expect(folded.lines[0]?.items.map((item) => (item.kind === 'fold' ? item.cached : item.mark))).toEqual(['base', 28, 'missed']);
    const shown = buildModel(long(30), { shown: new Set(['0.10']) });
    expect(shown.lines[0]?.items.map((item) => (item.kind === 'fold' ? item.cached : item.key))).toEqual(['0.0', 9, '0.10', 18, '0.29']);
    const open = buildModel(long(30), { unfolded: new Set(['fold 0.1']) });
    expect(open.lines[0]?.items).toHaveLength(30);
    expect(buildModel(long(20)).lines[0]?.items).toHaveLength(20);
  });

  it('BPX-34 the tray stands beside the first step that takes from the context', () => {
    expect(buildModel(broken).tray?.key).toBe('0.3');
    expect(buildModel(long(5)).tray).toBeUndefined();
  });

  it('BPX-35 a Dockerfile only read has stations to guess, none in stages that nothing needs', () => {
    expect(buildModel(plan).stations.map(({ mark }) => mark)).toEqual([
      ...['base', 'open', 'open', 'open', 'open'],
      ...['unneeded', 'unneeded'],
      ...['base', 'config', 'open', 'config'],
    ]);
    const all = buildModel({ ...plan, builder: 'classic' }).stations;
    expect(all.filter(({ mark }) => mark === 'open')).toHaveLength(8);
  });

  it.each([
    ['en', ['step 4 of build: you said cached, it ran: app.js, 310 B → 318 B.']],
    ['zh', ['build 的第 4 步：你猜缓存，实际执行了：app.js，310 B → 318 B。']],
  ] as const)('BPX-36 guesses are laid beside the truth, with the reason (%s)', (locale, lines) => {
    const guesses = new Map([
      ['0.1', 'cached'],
      ['0.3', 'cached'],
      ['0.4', 'run'],
      ['2.2', 'cached'],
    ] as const);
    const truth = buildModel(broken);
    const verdict = judge(buildModel(plan), truth, guesses);
    expect([verdict.right, verdict.answered, verdict.open]).toEqual([3, 4, 0]);
    expect(scoreLines(verdict, truth, buildWords(locale))).toEqual(lines);
  });

  it('BPX-37 steps are compared with those of the build before: by their text, else by their place and kind', () => {
    const stages = broken.stages.map((stage, index) =>
      index === 0
        ? {
            ...stage,
            steps: stage.steps
              .filter(({ kind }) => kind !== 'WORKDIR')
              .map((step) => (step.text === 'RUN make' ? { ...step, text: 'RUN make all' } : step)),
          }
        : stage,
    );
    const model = buildModel(broken, { previous: { ...broken, number: 1, stages } });
    const t = buildWords('en');
    expect(model.stations.slice(1, 5).map((station) => wasParts(station, t)[0])).toEqual([
      'new step',
      'before: cached',
      'before: ran',
      'before: ran',
    ]);
    expect(model.stations[4]?.was?.text).toBe('RUN make all');
    expect(wasParts(model.stations[2]!, t)).toContain('same layer as before');
  });

  it('BPX-38 the build before is the last of the same Dockerfile and target', () => {
    const listing = (number: number, target: string) => ({ ...broken, number, target, steps: 0, cached: 0 });
    const list = [listing(1, ''), listing(2, 'lint'), listing(3, '')];
    expect(previousOf({ ...broken, number: 3 }, { list })).toBe(1);
    expect(previousOf({ ...broken, number: -1 }, { list })).toBe(3);
    expect(previousOf({ ...broken, number: 2, target: 'lint' }, { list })).toBeUndefined();
  });

  it('BPX-39 the summary tells steps, cache, and the first input that differs', () => {
    const model = buildModel(broken);
    expect(saySummary(model, buildWords('en'))).toBe(
      'app:latest: 5 steps, 3 cached, 2 ran. 1 step never needed. First miss at step 4 of build: app.js, 310 B → 318 B.',
    );
    expect(sayPlace(buildModel(classic).stations[2]!, buildModel(classic), buildWords('zh'))).toBe('第 3 步');
  });
});
