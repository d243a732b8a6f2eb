import { describe, expect, it } from 'vitest';
import { drill, markOf } from './core.ts';
import { historyRows } from './history.ts';
import { stackModel } from './model.ts';
import { rowsOf } from './rows.ts';
import { c1, chmodLater, copy, cow, dd, leaky } from './testdata/views.ts';
import { sayCore } from './text.ts';
import { stackWords } from './words.ts';

const [en, zh] = [stackWords('en'), stackWords('zh')];

describe('core', () => {
  it('LES-26 a core ends at the first entry from the top', () => {
    const model = stackModel(cow, [], c1);
    const marks = (path: string) => {
      const core = drill(model, path);
      return [core.found, core.source, ...rowsOf(model, false).map((row) => markOf(core, row))];
    };
    expect(marks('/big')).toEqual(['whiteout', '', 'whiteout', 'absent', 'shadow', 'absent']);
    expect(marks('/s')).toEqual(['here', '', 'here', 'shadow', 'absent', 'absent']);
    expect(marks('/bin/sh')).toEqual(['here', '63ca', 'absent', 'absent', 'absent', 'here']);
    expect(marks('/nowhere')).toEqual(['nowhere', undefined, 'absent', 'absent', 'absent', 'absent']);
  });

  it('STK-10 where the view does not list every entry nothing is claimed until the history is told', () => {
    const model = stackModel(leaky, []);
    const before = drill(model, '/etc/hosts');
    expect([before.found, before.end]).toEqual(['unknown', undefined]);
    expect(before.marks.get(model.beds.at(-1)?.key ?? '')).toBe('unknown');
    const told = drill(model, '/etc/hosts', {
      path: '/etc/hosts',
      steps: [
        { diffID: model.beds.at(-1)?.diffID ?? '', position: 1, kind: 'A', now: { kind: 'file', mode: 0o644, uid: 0, gid: 0, size: 9 } },
      ],
    });
    expect([told.found, told.source]).toEqual(['here', 'aa00aa']);
  });

  it('STK-11 folded layers show the mark that says most', () => {
    const model = stackModel(leaky, []);
    const group = rowsOf(model, false).at(-1);
    const core = drill(model, '/var/cache/apt/x', {
      path: '/var/cache/apt/x',
      steps: [
        { diffID: model.beds.at(-1)?.diffID ?? '', kind: 'A' },
        { diffID: model.beds[1]?.diffID ?? '', kind: 'D', by: '/var/cache' },
      ],
    });
    expect(group && markOf(core, group)).toBe('shadow');
    expect(core.found).toBe('whiteout');
  });

  it('STK-12 the core is said in a sentence', () => {
    const model = stackModel(cow, [], c1);
    const say = (path: string) => [sayCore(drill(model, path), en), sayCore(drill(model, path), zh)];
    expect(say('/big')).toEqual([
      'The search for /big ends at a whiteout in the writable layer; a copy is still in b1c4.',
      '找 /big 时，碰到可写层里的白障就停；b1c4 里还有一份。',
    ]);
    expect(say('/s')).toEqual(['/s comes from the writable layer and shadows 0e5b.', '/s 来自可写层，遮住了 0e5b 里的旧文件。']);
    expect(say('/bin/sh')).toEqual(['/bin/sh comes from layer 63ca.', '/bin/sh 来自层 63ca。']);
    expect(say('/x')).toEqual(['No layer has /x.', '没有哪一层有 /x。']);
  });

  it('STK-13 the history tells of every layer what became of its copy, and by whom', () => {
    const file = (size: number, mode = 0o644) => ({ kind: 'file' as const, mode, uid: 0, gid: 0, size });
    const rows = historyRows(
      {
        path: '/s',
        steps: [
          { diffID: copy, chainID: '1', kind: 'A', createdBy: 'COPY a s / # buildkit', now: file(6) },
          { diffID: dd, chainID: '2', kind: 'D' },
          { diffID: copy, chainID: '3', kind: 'A', now: file(6) },
          { kind: 'C', now: file(6, 0o755), sameContent: true },
        ],
      },
      stackModel(chmodLater, []).codes,
    );
    expect(rows.map(({ code, fate, by, was, instruction }) => [code, fate, by, was?.mode, instruction])).toEqual([
      [undefined, 'now', undefined, 0o644, ''],
      ['0e5b', 'shadowed', '', undefined, ''],
      ['b1c4', 'past', '0e5b', 0o644, ''],
      ['0e5b', 'gone', 'b1c4', undefined, 'COPY a s /'],
    ]);
  });
});
