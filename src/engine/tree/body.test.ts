import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sha256 } from '../digest/index.ts';
import {
  appendBody,
  type Body,
  bytesBody,
  concatBodies,
  emptyBody,
  generatedBody,
  isInMemory,
  pieces,
  readBody,
  resizeBody,
  sameBody,
  sliceBody,
  textBody,
  writeBody,
  zeroBody,
} from './index.ts';

const join = (body: Body): number[] => [...pieces(body)].flatMap((piece) => [...piece]);

test('BOD-1 writing, appending and resizing give the bytes a plain array would have; older bodies keep theirs', () => {
  const edit = fc.oneof(
    fc.record({ kind: fc.constant('write' as const), offset: fc.nat(40), bytes: fc.uint8Array({ maxLength: 12 }) }),
    fc.record({ kind: fc.constant('append' as const), offset: fc.constant(0), bytes: fc.uint8Array({ maxLength: 12 }) }),
    fc.record({ kind: fc.constant('resize' as const), offset: fc.nat(50), bytes: fc.constant(new Uint8Array(0)) }),
  );
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      let body = emptyBody;
      let model: number[] = [];
      const kept: [Body, number[]][] = [];
      for (const { kind, offset, bytes } of edits) {
        if (kind === 'append') {
          body = appendBody(body, bytes);
          model = [...model, ...bytes];
        } else if (kind === 'resize') {
          body = resizeBody(body, offset);
          model = Array.from({ length: offset }, (_, i) => model[i] ?? 0);
        } else if (bytes.length > 0) {
          body = writeBody(body, offset, bytes);
          const length = Math.max(model.length, offset + bytes.length);
          model = Array.from({ length }, (_, i) => bytes[i - offset] ?? model[i] ?? 0);
        }
        kept.push([body, model]);
      }
      for (const [old, was] of kept) {
        expect(join(old)).toEqual(was);
        expect(old.size).toBe(was.length);
        expect([...old.read(3, 5)]).toEqual(was.slice(3, 8));
      }
    }),
  );
});

test('BOD-2 a generated body reads the same in any pieces, and its digest is that of its bytes', () => {
  const head = new Uint8Array([1, 2, 3, 4, 5]);
  const body = generatedBody({ seed: 42, size: 5000, head });
  const whole = readBody(body);
  expect([...whole.subarray(0, 5)]).toEqual([1, 2, 3, 4, 5]);
  fc.assert(
    fc.property(fc.nat(5100), fc.nat(300), (offset, length) => {
      expect([...body.read(offset, length)]).toEqual([...whole.subarray(offset, offset + length)]);
    }),
  );
  expect(body.digest()).toBe(sha256(whole));
  expect(sameBody(body, bytesBody(whole))).toBe(true);
  expect(sameBody(body, generatedBody({ seed: 43, size: 5000, head }))).toBe(false);
});

test('BOD-3 zeros cost nothing and are zeros', () => {
  const body = zeroBody(10_000_000_000);
  expect(body.size).toBe(10_000_000_000);
  expect([...body.read(9_999_999_998, 10)]).toEqual([0, 0]);
  expect(textBody('héllo').size).toBe(6);
});

test('BOD-4 what stands in memory is told from what is computed, part by part', () => {
  const text = appendBody(textBody('one'), new Uint8Array(3));
  const made = generatedBody({ seed: 1, size: 100 });
  const mixed = concatBodies([text, made, text]);
  expect([text, made, zeroBody(9), mixed].map((body) => isInMemory(body))).toEqual([true, false, false, false]);
  expect(isInMemory(sliceBody(text, 1, 3))).toBe(true);
  const slices = [0, 5, 6, 105, 106].map((start) => sliceBody(mixed, start, 2));
  expect(slices.map((body) => isInMemory(body))).toEqual([true, false, false, false, true]);
  expect(isInMemory(sliceBody(concatBodies([mixed, text]), 110, 4))).toBe(true);
});
