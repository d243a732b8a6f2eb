import { expect, test } from 'vitest';
import { DockerError } from '../../errors/index.ts';
import { parseBind, parseVolumesFrom } from './mount-spec.ts';
import { parseSignal } from './signal.ts';
import { tmpfsOptions } from './tmpfs-options.ts';

test.each([
  ['vol:/x', { source: 'vol', target: '/x', mode: '' }],
  ['/h:/x/../y:ro,z', { source: '/h', target: '/y', mode: 'ro,z' }],
])('CTR-15 bind %s', (spec, parsed) => {
  expect(parseBind(spec)).toEqual(parsed);
});

test.each([
  ['vol:/x:ro,rw', 'invalid mode: ro,rw'],
  ['vol:ro', "invalid volume specification: 'vol:ro'"],
  ['vol:/x:ro:z', "invalid volume specification: 'vol:/x:ro:z'"],
])('CTR-15 bind %s is refused', (spec, message) => {
  expect(() => parseBind(spec)).toThrow(new DockerError('InvalidArgument', message));
});

test('CTR-16 --volumes-from takes a mode', () => {
  expect(parseVolumesFrom('c1:ro')).toEqual({ ref: 'c1', mode: 'ro' });
  expect(() => parseVolumesFrom('c1:nocopy')).toThrow('invalid mode: nocopy');
});

test('CTR-17 tmpfs options add to nosuid, nodev and noexec', () => {
  expect(tmpfsOptions('')).toMatchObject({ readonly: false, text: 'rw,nosuid,nodev,noexec,relatime' });
  expect(tmpfsOptions('exec,size=64k,mode=700')).toEqual({
    readonly: false,
    mode: 0o700,
    uid: undefined,
    gid: undefined,
    size: 65_536,
    text: 'rw,nosuid,nodev,relatime,size=64k,mode=700',
  });
  expect(() => tmpfsOptions('nope')).toThrow('invalid tmpfs option "nope"');
});

test('CTR-18 signals are named with or without SIG, or by number', () => {
  expect([parseSignal('TERM'), parseSignal('sigkill'), parseSignal('15'), parseSignal('RTMIN+3')]).toEqual([15, 9, 15, 37]);
  expect([parseSignal('0'), parseSignal('nope')]).toEqual([undefined, undefined]);
});
