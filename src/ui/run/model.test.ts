import { describe, expect, it } from 'vitest';
import type { MachineView } from '../session/view/index.ts';
import { assemble } from './argv.ts';
import { axisOf, hasRoom, isLogarithmic, position, ticksOf } from './axis.ts';
import { levels, spaced } from './labels.ts';
import { runModel } from './model.ts';
import { newestFirst, newsOf } from './news.ts';
import { follow } from './subject.ts';
import { deaf, looping, process, START, web, webLayer } from './testdata/views.ts';
import { runText } from './text.ts';
import { timeOf } from './time.ts';
import { isFold, processRows } from './tree.ts';
import { runWords } from './words.ts';

const shell = ['/bin/sh', '-c'];

describe('run', () => {
  it.each(['en', 'zh'] as const)('RUP-10 everything the picture shows has a text form (%s)', async (locale) => {
    const t = runWords(locale);
    const text = [runModel(web, webLayer, START + 10), runModel(deaf, undefined, START + 100), runModel(looping, undefined, START + 2.2)]
      .map((model) => runText(model, t))
      .join('\n');
    await expect(text).toMatchFileSnapshot(`testdata/run.${locale}.golden`);
  });

  it.each([
    ['exec forms', { entrypoint: ['a'], cmd: ['b'] }, { entrypoint: ['a'], cmd: ['b'] }, 'a:entrypoint:program b:cmd:argument', ''],
    ['shell CMD', { cmd: [...shell, 'x'] }, { cmd: [...shell, 'x'] }, '/bin/sh:cmd+:program -c:cmd+:flag x:cmd:script', ''],
    ['arguments', { cmd: ['b'] }, { cmd: ['a'] }, 'b:cmd:program', 'cmd replaced a'],
    ['--entrypoint', { entrypoint: ['e'] }, { entrypoint: ['a'], cmd: ['b'] }, 'e:entrypoint:program', 'entrypoint replaced a, cmd flag b'],
    [
      'both',
      { entrypoint: ['e'], cmd: ['c'] },
      { entrypoint: ['a'], cmd: ['b'] },
      'e:entrypoint:program c:cmd:argument',
      'entrypoint replaced a, cmd replaced b',
    ],
    ['a shell typed by hand', { cmd: ['sh', '-c', 'x'] }, { cmd: ['sh'] }, 'sh:cmd:program -c:cmd:flag x:cmd:script', 'cmd replaced sh'],
  ])('RUP-11 argv of %s tells where each word is from', (_name, own, image, words, dropped) => {
    const made = assemble(own, image, shell);
    expect(made.words.map(({ text, of, added, role }) => `${text}:${of}${added ? '+' : ''}:${role}`).join(' ')).toBe(words);
    expect(made.dropped.map(({ of, why, words: gone }) => `${of} ${why} ${gone.join(' ')}`).join(', ')).toBe(dropped);
  });

  it.each([
    ['echo hi', [true, true]],
    ['echo $0', [false, true]],
    ['echo $1', [true, false]],
    ['echo "$@"', [true, false]],
    [`echo \${1:-x}`, [true, false]],
    ['echo $10', [true, false]],
    ['while getopts a f; do :; done', [true, false]],
  ])('RUP-12 after sh -c %j the words are $0 and $1; unread ones are lost', (script, lost) => {
    const words = assemble({ entrypoint: [...shell, script], cmd: ['a', 'b'] }, undefined, shell).words.slice(3);
    expect(words.map((word) => word.lost)).toEqual(lost);
    expect(words.map(({ role }) => role)).toEqual(['zero', 'positional']);
  });

  it('RUP-13 a tree of at most twelve is whole; in a larger one a parent shows three children and a fold', () => {
    const children = (n: number) => Array.from({ length: n }, (_, index) => process(10 + index, 1, ['worker']));
    expect(processRows([process(1, 0, ['init']), ...children(11)])).toHaveLength(12);
    const rows = processRows([process(1, 0, ['init']), ...children(14), process(90, 0, ['sh'], { joined: true })]);
    expect(rows.map((row) => (isFold(row) ? `+${row.count} ${row.command}` : row.process.pid))).toEqual([1, 10, 11, 12, '+11 worker', 90]);
    expect(processRows([process(1, 0, ['init']), ...children(14)], new Set([1]))).toHaveLength(15);
  });

  it('RUP-14 the axis is even for the last 60 s and logarithmic before', () => {
    const even = axisOf(0, 15, 15);
    expect([isLogarithmic(even), position(even, 0), position(even, 7.5), position(even, 15)]).toEqual([false, 0, 0.5, 1]);
    const long = axisOf(0, 3600, 3600);
    expect(isLogarithmic(long)).toBe(true);
    expect([position(long, 0), position(long, 3540), position(long, 3570), position(long, 3600)].map((at) => Math.round(at * 100))).toEqual(
      [0, 40, 70, 100],
    );
    expect(position(long, 3590) - position(long, 3580)).toBeCloseTo(0.1);
    expect(ticksOf(long).map(({ seconds }) => seconds)).toEqual([3600, 600, 60, 30, 10, 0]);
    expect(ticksOf(even).map(({ seconds }) => seconds)).toEqual([0, 5, 10, 15]);
  });

  it('RUP-15 grace runs from the stop signal to the end; probes alike are one row', () => {
    expect(timeOf(deaf, START + 100)).toMatchObject({
      graces: [{ from: START + 5, to: START + 15, limit: START + 15 }],
      axis: { to: START + 15, now: START + 100 },
    });
    expect(timeOf(web, START + 10)?.rows.map((row) => ('count' in row ? `${row.event.status}${row.count}` : row.event.kind))).toEqual([
      'start',
      'starting1',
      'healthy2',
      'exec',
      'healthy1',
      'signal',
    ]);
    expect(timeOf(looping, START + 2.2)).toMatchObject({
      pauses: [{ delay: 0.1, to: START + 1.1 }, { delay: 0.2 }],
      lives: [{ exitCode: 3 }, { oom: true, again: true }],
    });
    expect(timeOf({ ...deaf, events: [] }, START)).toBeUndefined();
  });

  it('RUP-16 labels never lie on each other: later ones take another row, or the older one yields', () => {
    expect(levels([0, 0.05, 0.06, 0.07, 0.3], 0.17, 3)).toEqual([0, 1, 2, undefined, 0]);
    expect(spaced([0, 0.1, 0.5, 0.55], 0.2)).toEqual([false, true, false, true]);
  });

  it('RUP-17 the picture follows what a command started or changed, not what time did', () => {
    const machine = (...containers: MachineView['run']['containers']) => ({ run: { containers } }) as unknown as MachineView;
    expect(follow(machine(deaf, web), undefined, undefined)).toBe(web.id);
    expect(follow(machine(deaf, web), machine(web), web.id)).toBe(deaf.id);
    const probed = { ...web, events: [...web.events, { ...web.events[2]!, at: START + 12 }] };
    expect(follow(machine(deaf, probed), machine(deaf, web), deaf.id)).toBe(deaf.id);
    expect(follow(machine(deaf, { ...web, state: 'paused' }), machine(deaf, web), deaf.id)).toBe(web.id);
    expect(follow(machine(), machine(web), web.id)).toBeUndefined();
  });

  it('RUP-16 a tick that the hand stands on has no words, unless the container ended before', () => {
    expect([0, 0.85, 0.95, 1].map((at) => hasRoom(at, false))).toEqual([true, true, false, false]);
    expect(hasRoom(1, true)).toBe(true);
  });

  it('RUP-18 what a command wrote to the own layer and to a mount is new and stands first', () => {
    const at = (mount: readonly string[], own: readonly string[]): MachineView => {
      const [first] = web.mounts;
      if (first === undefined) throw new Error('the test data has a mount');
      const entries = mount.map((path) => ({ path, kind: 'file' as const, size: 2, fromImage: false }));
      const changes = own.map((path) => ({ kind: 'A' as const, path, entryKind: 'file' as const, size: 1 }));
      return {
        run: { containers: [{ ...web, mounts: [{ ...first, entries }] }] },
        containers: [{ ...webLayer, changes }],
      } as unknown as MachineView;
    };
    const now = at(['/a', '/b'], ['/run/pid', '/tmp/z']);
    const news = newsOf(web.id, now, at(['/a'], ['/run/pid']));
    expect([...news.writes]).toEqual(['/tmp/z']);
    expect([...(news.mounts.get(web.mounts[0]?.target ?? '') ?? [])]).toEqual(['/b']);
    expect(newestFirst(now.containers[0]?.changes ?? [], news.writes).map(({ path }) => path)).toEqual(['/tmp/z', '/run/pid']);
    // Of a container that was not there nothing is new, and many files do not move.
    expect(newsOf(web.id, now, undefined).writes.size).toBe(0);
    const many = Array.from({ length: 41 }, (_, index) => `/f${index}`);
    expect(newsOf(web.id, at([], many), at([], [])).writes.size).toBe(0);
  });
});
