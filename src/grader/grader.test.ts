import { describe, expect, it } from 'vitest';
import {
  checkDocs,
  checkNames,
  conditionProblems,
  type ExerciseGoals,
  emptyMachine,
  type GradeInput,
  grade,
  paramKind,
  type Snapshot,
} from './index.ts';
import { base, dangling, image, left, machine, stranger } from './testdata/machine.ts';
import { expectRow } from './testdata/rows.ts';
import { en, groups } from './words/en/index.ts';
import { zh } from './words/zh/index.ts';
import { placesIn } from './words.ts';

const input = (after: Snapshot, turns: GradeInput['turns'] = []): GradeInput => ({ before: machine([base]), after, turns });

describe('checks', () => {
  it('LES-11 unknown checks and ill-typed parameters are found before grading', () => {
    expect(conditionProblems({ check: 'nope', with: {} })).toMatchObject([{ path: [], found: 'nope' }]);
    expect(conditionProblems({ check: 'fs-has', with: { image: 'left', path: 'a' } })).toMatchObject([
      { path: ['image'] },
      { path: ['path'] },
    ]);
    expect(conditionProblems({ check: 'image-count', with: { count: 1, more: 2 } })).toMatchObject([{ path: ['more'] }]);
  });

  it.each([
    ['fs-mode', { image: 'a:1', path: '/a', mode: '755' }, { image: 'a:1', path: '/a', mode: 755 }, 'mode', 'permission bits in octal'],
    [
      'fs-owner',
      { image: 'a:1', path: '/a', owner: '0:0' },
      { image: 'a:1', path: '/a', owner: 'root' },
      'owner',
      'user and group as numbers',
    ],
    ['fs-only', { image: 'a:1', paths: ['/a'] }, { image: 'a:1', paths: ['a'] }, 'paths', 'a list of absolute paths'],
    ['step-cached', { image: 'a:1', step: 'RUN', cached: 'true' }, { image: 'a:1', step: 'RUN', cached: 'yes' }, 'cached', 'true or false'],
    ['config-lacks', { image: 'a:1', field: 'Cmd' }, { image: 'a:1', field: 'cmd' }, 'field', 'one of Entrypoint, Cmd, '],
    [
      'config-healthcheck',
      { image: 'a:1', field: 'retries', value: 3 },
      { image: 'a:1', field: 'retries', value: [] },
      'value',
      'text or a number',
    ],
    ['config-env', { image: 'a:1', name: 'A', value: '' }, { image: 'a:1', name: 'A', value: 1 }, 'value', 'text, which may be empty'],
    ['daemon-setting', { key: 'debug', value: true }, { key: 'debug' }, 'value', 'a value'],
    ['image-exists', { image: 'a:1', machine: 'node01' }, { image: 'a:1', machine: 1 }, 'machine', 'a name'],
  ])('GRD-2 %s: parameters of every kind are checked, optional ones may be left out', (check, good, bad, at, message) => {
    expect(conditionProblems({ check, with: good })).toEqual([]);
    const problems = conditionProblems({ check, with: bad });
    expect(problems).toMatchObject([{ path: [at] }]);
    expect(problems[0]?.message).toContain(`expected ${message}`);
    expect(problems[0]?.message).toContain(`for the check ${check}`);
  });

  it('GRD-3 every check has a line in both languages and a valid example', () => {
    expect(checkDocs.map(({ name }) => name)).toEqual(checkNames);
    expect(new Set(checkNames).size).toBe(checkDocs.length);
    for (const { name, about, example } of checkDocs) {
      expect([name, conditionProblems({ check: name, with: example })]).toEqual([name, []]);
      expect(about.en).toMatch(/[.)]$/);
      expect(about.zh).toMatch(/[。）]$/);
      expect(paramKind(name, 'machine')).toBe('name');
    }
  });

  it('GRD-4 every sentence is there in both languages and is filled in with the same values', () => {
    const keys = ['met', 'machine-missing', ...groups.flatMap((group) => Object.keys(group))];
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
    expect(Object.keys(zh).sort()).toEqual(Object.keys(en).sort());
    for (const [key, sentence] of Object.entries(en)) {
      expect([key, placesIn(zh[key as keyof typeof en])]).toEqual([key, placesIn(sentence)]);
      expect(sentence).toMatch(/\.$/);
      expect(zh[key as keyof typeof en]).toMatch(/。$/);
    }
  });
});

describe('machines', () => {
  const after: Snapshot = {
    ...machine([base]),
    machines: new Map([
      ['node01', machine([base])],
      ['node02', machine([left])],
    ]),
  };
  const before: Snapshot = { ...machine([base]), machines: new Map([['node02', machine([{ ...left, id: 'sha256:old' }])]]) };

  it('GRD-1 a condition is about the machine it names, and about the first one otherwise', () => {
    const two: GradeInput = { before, after, turns: [] };
    expectRow(two, ['image-exists', { image: 'base:1' }, true]);
    expectRow(two, ['image-exists', { image: 'left:1' }, ['There is no image named `left:1`.', '没有名为 `left:1` 的镜像。']]);
    expectRow(two, ['image-exists', { image: 'left:1', machine: 'node02' }, true]);
    expectRow(two, ['image-unchanged', { image: 'base:1' }, true]);
    expectRow(two, [
      'image-unchanged',
      { image: 'left:1', machine: 'node02' },
      ['`left:1` is 696d61676520 now; at the start it was old.', '`left:1` 现在是 696d61676520，开始时是 old。'],
    ]);
    expectRow(two, [
      'image-exists',
      { image: 'left:1', machine: 'node03' },
      ['There is no machine named `node03`.', '没有名为 `node03` 的机器。'],
    ]);
  });
});

describe('grade', () => {
  const say = { en: '', zh: '' };
  const exercise: ExerciseGoals = {
    id: 'x',
    goals: [
      { id: 'left', say, check: 'image-exists', with: { image: 'left:1' } },
      { id: 'base', say, check: 'image-exists', with: { image: 'base:1' } },
    ],
    traps: [
      { id: 'nameless', say, when: [{ check: 'dangling-count', not: true, with: { count: 0 } }] },
      { id: 'never', say, when: [{ check: 'image-exists', with: { image: 'zzz:1' } }] },
    ],
  };
  const turn = (number: number) => [{ number, line: '', exit: 0, output: '' }];

  it('LES-12 remembers which command met and which broke a goal', () => {
    const start = grade({ exercise, input: input(machine([base])) });
    expect(start).toMatchObject({ passed: false, goals: [{ id: 'left' }, { id: 'base', since: 0 }] });
    const met = grade({ exercise, input: input(machine([base, left]), turn(3)), previous: start });
    expect(met).toMatchObject({ passed: true, goals: [{ since: 3 }, { since: 0 }] });
    const later = grade({ exercise, input: input(machine([base, left]), turn(4)), previous: met });
    expect(later.goals[0]).toMatchObject({ since: 3 });
    const broken = grade({ exercise, input: input(machine([base]), turn(5)), previous: later });
    expect(broken.goals[0]).toMatchObject({ brokenBy: 5 });
    const still = grade({ exercise, input: input(machine([base]), turn(6)), previous: broken });
    expect(still.goals[0]).toMatchObject({ brokenBy: 5 });
    expect(grade({ exercise, input: input(machine([base, left]), turn(7)), previous: still }).goals[0]).toEqual({
      id: 'left',
      finding: expect.anything(),
      since: 7,
    });
  });

  it('LES-13 a trap speaks only while the exercise has not passed', () => {
    expect(grade({ exercise, input: input(machine([base, dangling])) }).trap).toBe('nameless');
    expect(grade({ exercise, input: input(machine([base, left, dangling])) }).trap).toBeUndefined();
    expect(grade({ exercise, input: input(machine([base])) }).trap).toBeUndefined();
  });

  it('LES-14 an unknown check never passes: it throws', () => {
    expect(() =>
      grade({ exercise: { id: 'x', traps: [], goals: [{ id: 'g', say, check: 'nope', with: {} }] }, input: input(emptyMachine) }),
    ).toThrow('no check is named nope');
  });

  it('LES-15 unique size counts layers that no other image has on the same layers', () => {
    const same = image('same', ['same:1'], [{ name: 'other', files: { '/b': 7 } }]);
    expectRow(input(machine([stranger, same])), ['unique-size', { image: 'same:1', below: 1 }, true]);
  });
});
