import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainID, chainIDs, type DiffID, isDigest, sha256, startDigest } from './index.ts';

test('DIG-1 a digest is the SHA-256 of the bytes, in one piece or in many', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 6 }), (parts) => {
      const stream = startDigest();
      for (const part of parts) stream.update(part);
      const hash = createHash('sha256');
      for (const part of parts) hash.update(part);
      expect(stream.digest()).toBe(`sha256:${hash.digest('hex')}`);
    }),
  );
});

test('DIG-2 several digests may run at once', () => {
  const one = startDigest().update(new Uint8Array([1]));
  const two = startDigest().update(new Uint8Array([2]));
  expect(sha256('abc')).toBe('sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(one.digest()).toBe(sha256(new Uint8Array([1])));
  expect(two.digest()).toBe(sha256(new Uint8Array([2])));
});

test('DIG-3 the ChainID of the lowest layer is its DiffID, then sha256 of parent, blank, DiffID', () => {
  const a = sha256('a') as unknown as DiffID;
  const b = sha256('b') as unknown as DiffID;
  expect(chainIDs([a, b])).toEqual([a, sha256(`${a} ${b}`)]);
  expect(chainID(undefined, a)).toBe(a);
});

test('DIG-4 a digest is the algorithm and 64 lower-case hex digits', () => {
  expect(isDigest(sha256(''))).toBe(true);
  for (const bad of ['', 'sha256:', `sha256:${'A'.repeat(64)}`, `sha512:${'a'.repeat(64)}`, 'a'.repeat(64)])
    expect(isDigest(bad)).toBe(false);
});
