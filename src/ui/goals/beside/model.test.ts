import { describe, expect, it } from 'vitest';
import type { Subject } from '../../../grader/index.ts';
import type { Selected } from '../../picture/index.ts';
import type { MachineView } from '../../session/view/index.ts';
import { counterpart, gradedOn } from './model.ts';

const views = (names: readonly string[]) => ({ machines: names.map((name) => ({ name }) as MachineView) });
const machine = (images: Readonly<Record<string, readonly string[]>>, containers: Readonly<Record<string, string>> = {}) =>
  ({
    images: Object.entries(images).map(([id, tags]) => ({ id, tags })),
    containers: Object.entries(containers).map(([id, name]) => ({ id, name })),
  }) as unknown as MachineView;

describe('goal beside yours', () => {
  it('LES-119 what is graded is told by machine; what names none is on the first', () => {
    const subjects: readonly Subject[] = [
      { kind: 'tag', key: 'web:1' },
      { kind: 'container', key: 'db', machine: 'hub' },
    ];
    expect([...gradedOn(subjects, views(['host', 'hub']), 'host')]).toEqual(['tag web:1']);
    expect([...gradedOn(subjects, views(['host', 'hub']), 'hub')]).toEqual(['container db']);
  });

  it.each<[Selected | undefined, Selected | undefined]>([
    [undefined, undefined],
    [
      { kind: 'image', id: 'a' },
      { kind: 'image', id: 'b' },
    ],
    [
      { kind: 'image', id: 'two' },
      { kind: 'image', id: 'second' },
    ],
    [{ kind: 'image', id: 'lone' }, undefined],
    [
      { kind: 'container', id: 'c1' },
      { kind: 'container', id: 'c2' },
    ],
    [
      { kind: 'layer', id: 'sha256:1' },
      { kind: 'layer', id: 'sha256:1' },
    ],
    [
      { kind: 'path', id: '/a', machine: 'host' },
      { kind: 'path', id: '/a', machine: 'host' },
    ],
    [{ kind: 'step', id: '1.0.1' }, undefined],
  ])('LES-160 chosen there %j is here %j', (there, here) => {
    const from = machine({ a: ['web:1'], two: ['x:2', 'x:1'], lone: ['y:1'] }, { c1: 'web' });
    const to = machine({ first: ['x:1'], second: ['x:2'], b: ['app:1', 'web:1'] }, { c2: 'web' });
    expect(counterpart(there, from, to)).toEqual(here);
  });
});
