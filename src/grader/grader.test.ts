import { describe, expect, it } from 'vitest';
import { checkNames, conditionProblems, type ExerciseGoals, explain, type GradeInput, grade, type Snapshot } from './index.ts';
import { findCheck } from './registry.ts';
import { base, big, dangling, image, left, machine, right, stranger, twin } from './testdata/machine.ts';

const c1 = { id: 'c', name: 'c1', image: left.id, state: 'running', exit: 0, changes: [] } as const;
const after = machine([left, right, base, twin, stranger, dangling, big], [c1]);
const input = (snapshot: Snapshot = after, turns: GradeInput['turns'] = []): GradeInput => ({
  before: machine([base]),
  after: snapshot,
  turns,
});

const table: readonly (readonly [string, Record<string, unknown>, true | string])[] = [
  ['image-exists', { image: 'left:1' }, true],
  ['image-exists', { image: 'none:1' }, 'There is no image named `none:1`.'],
  ['image-count', { count: 7 }, true],
  ['image-count', { count: 2 }, '7 images exist; 2 are wanted.'],
  ['dangling-count', { count: 1 }, true],
  ['dangling-count', { count: 0 }, '1 images have no name; 0 are wanted.'],
  ['same-id', { a: 'left:1', b: 'left:1' }, true],
  ['same-id', { a: 'left:1', b: 'right:1' }, '`left:1` is 696d61676520, `right:1` is 696d61676520.'],
  ['different-id', { a: 'left:1', b: 'right:1' }, true],
  ['different-id', { a: 'left:1', b: 'left:1' }, '`left:1` and `left:1` are one and the same image, 696d61676520.'],
  ['layers-count', { image: 'left:1', count: 3 }, true],
  ['layers-count', { image: 'left:1', count: 2 }, '`left:1` has 3 layers; 2 are wanted.'],
  ['layers-on-base', { image: 'left:1', base: 'base:1' }, true],
  [
    'layers-on-base',
    { image: 'stranger:1', base: 'base:1' },
    '`stranger:1` does not start with the layers of `base:1`: layer 1 is 6f74, not 6262.',
  ],
  ['layers-on-base', { image: 'base:1', base: 'left:1' }, '`base:1` has 2 layers; `left:1` alone has 3.'],
  ['layers-added', { image: 'left:1', base: 'base:1', count: 1 }, true],
  ['layers-added', { image: 'left:1', base: 'base:1', count: 2 }, '`left:1` has 1 layers over `base:1`; 2 are wanted.'],
  ['layers-common-prefix', { a: 'left:1', b: 'right:1', but: 1 }, true],
  ['layers-common-prefix', { a: 'left:1', b: 'twin:1', but: 0 }, true],
  ['layers-common-prefix', { a: 'left:1', b: 'twin:1', but: 1 }, '`left:1` and `twin:1` share all 3 layers, the last one too.'],
  ['layers-common-prefix', { a: 'left:1', b: 'stranger:1', but: 1 }, '`left:1` and `stranger:1` share no layer at all.'],
  [
    'layers-common-prefix',
    { a: 'left:1', b: 'base:1', but: 1 },
    '`left:1` (3 layers) and `base:1` (2 layers) share their first 2; all but the last 1 should be shared.',
  ],
  ['unique-size', { image: 'right:1', below: 8 }, true],
  ['unique-size', { image: 'big:1', below: 1000 }, '20001 bytes of `big:1` belong to it alone; below 1000 are wanted.'],
  ['layer-has', { image: 'left:1', layer: -1, path: '/a' }, true],
  ['layer-has', { image: 'left:1', layer: 1, path: '/a' }, 'Layer 1 of `left:1` has no entry for /a.'],
  ['layer-has', { image: 'left:1', layer: 9, path: '/a' }, '`left:1` has 3 layers, so there is no layer 9.'],
  ['layer-whiteout', { image: 'right:1', layer: -1, path: '/etc/motd' }, true],
  ['layer-whiteout', { image: 'left:1', layer: -1, path: '/etc/motd' }, 'Layer 3 of `left:1` holds no whiteout for /etc/motd.'],
  ['fs-has', { image: 'left:1', path: '/a' }, true],
  ['fs-has', { image: 'right:1', path: '/etc/motd' }, '/etc/motd cannot be found in `right:1`.'],
  ['fs-absent', { image: 'right:1', path: '/etc/motd' }, true],
  ['fs-absent', { image: 'left:1', path: '/a' }, '/a exists in `left:1`.'],
  ['fs-content', { image: 'left:1', path: '/a', text: 'apple\n' }, true],
  ['fs-content', { image: 'left:1', path: '/a', text: 'pear\n' }, '/a in `left:1` reads "apple\\n", not "pear\\n".'],
  ['config-equals', { image: 'left:1', field: 'Cmd', value: ['sh'] }, true],
  ['config-equals', { image: 'left:1', field: 'WorkingDir', value: ['/srv'] }, true],
  ['config-equals', { image: 'left:1', field: 'Entrypoint', value: ['sh'] }, 'Entrypoint of `left:1` is empty; ["sh"] is wanted.'],
  ['history-rows', { image: 'left:1', count: 3 }, true],
  ['history-rows', { image: 'left:1', count: 1 }, 'The history of `left:1` has 3 rows; 1 are wanted.'],
  ['history-contains', { image: 'left:1', text: 'motd' }, true],
  ['history-contains', { image: 'left:1', text: 'zzz' }, 'No row of the history of `left:1` contains "zzz".'],
  ['container-state', { container: 'c1', state: 'running' }, true],
  ['container-state', { container: 'c1', state: 'exited' }, '`c1` is running; exited is wanted.'],
  ['container-state', { container: 'c2', state: 'exited' }, 'There is no container named `c2`.'],
];

describe('checks', () => {
  it.each(table)('LES-10 %s %j', (check, params, expected) => {
    const condition = { check, with: params };
    expect(conditionProblems(condition)).toEqual([]);
    const finding = findCheck(check)?.run(input(), params);
    expect(finding?.ok).toBe(expected === true);
    if (finding && expected !== true) {
      expect(explain(finding, 'en')).toBe(expected);
      expect(explain(finding, 'zh')).not.toMatch(/\{\w+\}/);
    }
  });

  it('LES-10 every check is met and unmet somewhere in the table', () => {
    for (const name of checkNames) {
      const rows = table.filter(([check]) => check === name);
      expect([name, rows.some(([, , expected]) => expected === true), rows.some(([, , expected]) => expected !== true)]).toEqual([
        name,
        true,
        true,
      ]);
    }
  });

  it('LES-11 unknown checks and ill-typed parameters are found before grading', () => {
    expect(conditionProblems({ check: 'nope', with: {} })).toMatchObject([{ path: [], found: 'nope' }]);
    expect(conditionProblems({ check: 'fs-has', with: { image: 'left', path: 'a' } })).toMatchObject([
      { path: ['image'] },
      { path: ['path'] },
    ]);
    expect(conditionProblems({ check: 'image-count', with: { count: 1, more: 2 } })).toMatchObject([{ path: ['more'] }]);
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
  const turn = (number: number) => [{ number, line: '', exit: 0 }];

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
    expect(() => grade({ exercise: { id: 'x', traps: [], goals: [{ id: 'g', say, check: 'nope', with: {} }] }, input: input() })).toThrow(
      'no check is named nope',
    );
  });

  it('LES-15 unique size counts layers that no other image has on the same layers', () => {
    const same = image('same', ['same:1'], [{ name: 'other', files: { '/b': 7 } }]);
    const finding = findCheck('unique-size')?.run(input(machine([stranger, same])), { image: 'same:1', below: 1 });
    expect(finding?.ok).toBe(true);
  });
});
