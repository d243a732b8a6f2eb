import { expect, it } from 'vitest';
import { addressOfBox, boxIn } from './address.ts';
import { factsOf } from './state.ts';

const line = (at: number, text: string) => ({ kind: 'line', at, text });
const point = (number: number, parent: number, label: string, events: unknown[] = []) => ({
  number,
  parent,
  kind: 'command',
  label,
  exit: 0,
  at: number,
  events,
});
const digest = 'a'.repeat(64);
const saved = JSON.stringify({
  strata: 2,
  seed: 1,
  machines: ['node01', 'node02'],
  points: [
    { number: 0, kind: 'start', label: '', at: 0, events: [line(0, 'docker pull alpine')] },
    point(1, 0, 'docker ps', [line(1, 'docker ps')]),
    point(2, 1, 'rm -rf /'),
    {
      number: 3,
      parent: 1,
      kind: 'edit',
      label: 'web.tar',
      at: 3,
      events: [{ kind: 'write', at: 3, path: '/root/web.tar', content: { blob: digest, size: 5 } }],
    },
    point(4, 3, 'docker load -i web.tar'),
  ],
  head: 4,
  pending: [{ kind: 'write', at: 5, path: '/root/again.tar', content: { blob: digest, size: 5 } }],
  now: 9,
});

it('KEP-25 a state tells its commands on the way to now, its branches, machines and uploads', () => {
  expect(factsOf(saved)).toEqual({
    commands: ['docker ps', 'docker load -i web.tar'],
    elsewhere: 1,
    machines: 2,
    uploads: [{ digest, name: 'web.tar', bytes: 5 }],
  });
});

it('KEP-25 a state that cannot be read tells nothing, and a circle in it ends', () => {
  const nothing = { commands: [], elsewhere: 0, machines: 1, uploads: [] };
  for (const text of ['', '{', 'null', '7', '[]', '{"points":{}}', '{"points":[null,1]}'])
    expect(factsOf(text)).toMatchObject({ ...nothing, elsewhere: expect.any(Number) });
  expect(factsOf(JSON.stringify({ points: [point(1, 2, 'a'), point(2, 1, 'b')], head: 1 })).commands).toEqual(['b', 'a']);
});

it('KEP-18 an address names the box, or the first one', () => {
  expect(boxIn({ search: '?box=box-a1b2c3', hash: '' })).toBe('box-a1b2c3');
  expect(boxIn({ search: '', hash: '#box=box-a1b2c3' })).toBe('box-a1b2c3');
  for (const search of ['', '?box=', '?box=sandbox', '?box=lesson-x', '?box=box-../../x', '?box=box-A'])
    expect(boxIn({ search, hash: '' })).toBeUndefined();
  expect(addressOfBox('zh', 'box-a1')).toBe('/zh-cn/sandbox/?box=box-a1');
  expect(addressOfBox('en', 'sandbox')).toBe('/sandbox/');
  expect(addressOfBox('en', 'lesson-layer-stack')).toBe('/learn/layer-stack/');
  expect(addressOfBox('en', 'lesson-layer-stack~classic')).toBe('/learn/layer-stack/?profile=classic');
  expect(addressOfBox('en', 'lesson-layer-stack/exercise-share~7')).toBe('/learn/layer-stack/#exercise-share');
  expect(addressOfBox('en', 'sandbox~containerd')).toBe('/sandbox/?profile=containerd');
  expect(addressOfBox('en', 'box-a1~classic')).toBe('/sandbox/?box=box-a1&profile=classic');
});
